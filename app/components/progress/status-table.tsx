import { AttachmentList } from "#app/components/attachment/attachment-list.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { dateText, updateTextLabels } from "#app/i18n/progress.ts";
import type { ShownUpdate } from "./shown.ts";
import { StatusBadge } from "./status-badge.tsx";

/** How the part of each organisation gets on, by its own newest word. */
export function StatusTable({
  rows,
  caption,
}: {
  rows: readonly {
    organisation: { slug: string; shortName: string };
    update: ShownUpdate | null;
  }[];
  caption: string;
}) {
  const reported = rows.flatMap(({ organisation, update }) =>
    update ? [{ organisation, update }] : [],
  );
  const missing = rows.filter(({ update }) => !update).map((row) => row.organisation.shortName);
  const note = missing.length > 0 && `報告のない団体：${missing.join("、")}`;
  if (reported.length === 0) return <p className="text-solid-gray-700">{note}</p>;
  return (
    <Table caption={caption} captionHidden fixed stacks minWidth="lg" note={note}>
      <THead>
        <Tr>
          <Th className="w-[10%]">団体</Th>
          <Th className="w-[14%]">状況</Th>
          <Th className="w-[13%] print:w-[15%]">報告日</Th>
          <Th>{updateTextLabels.done}</Th>
          <Th>{updateTextLabels.issues}</Th>
          <Th>{updateTextLabels.next}</Th>
        </Tr>
      </THead>
      <TBody>
        {reported.map(({ organisation, update }) => (
          <Tr key={organisation.slug}>
            <Th scope="row">{organisation.shortName}</Th>
            <Td label="状況">
              <span className="inline-flex flex-wrap gap-x-2 gap-y-1">
                <StatusBadge status={update.status} />
                {update.isDemo && <DemoTag />}
              </span>
            </Td>
            <Td label="報告日">
              <time dateTime={update.createdAt.toISOString()}>{dateText(update.createdAt)}</time>
            </Td>
            {(["done", "issues", "next"] as const).map((part) => (
              <Td
                key={part}
                label={updateTextLabels[part]}
                className="leading-150 whitespace-pre-line"
              >
                {update[part] || "－"}
                {part === "done" && (
                  <AttachmentList attachments={update.attachments} className="mt-2" />
                )}
              </Td>
            ))}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
