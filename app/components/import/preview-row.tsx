import { StateBadge } from "#app/components/evaluation/state-badge.tsx";
import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Td, Th, Tr } from "#app/components/ui/table.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { entryField } from "#app/domain/entry/rows.ts";
import { importField } from "#app/domain/import/decide.ts";
import { implausibilityWords } from "#app/i18n/entry.ts";
import { rowStandingWords } from "#app/i18n/import.ts";
import { periodLabel } from "#app/i18n/labels.ts";
import { message } from "#app/i18n/messages.ts";
import { ChangedCells } from "./changed-cells.tsx";
import type { RefusedPreview, PreviewRow as Row } from "./preview-data.ts";

/** A row that the file changes, or would: what, what it makes one ask, and whether it is taken. */
export function PreviewRow({
  row,
  mayApply,
  refused,
}: {
  row: Row;
  mayApply: boolean;
  refused: RefusedPreview | null;
}) {
  const { key, question, standing, doubts } = row;
  const part = periodLabel(question.frequency, question.period);
  const name = `${question.name}${part && `　${part}`}`;
  const take = importField("take", key);
  const note = importField("note", key);
  const about = importField("row", key);
  const error = refused?.errors[about];
  const takes = standing === "changed" || standing === "conflict";
  return (
    <Tr id={about} tabIndex={-1}>
      <Td label="取り込む">
        {standing === "changed" && mayApply && (
          <Checkbox
            id={take}
            name={take}
            defaultChecked={refused ? take in refused.values : true}
            className="min-h-8 py-0.5"
            label={<span className="sr-only">「{name}」を取り込む</span>}
          />
        )}
        {!(standing === "changed" && mayApply) && rowStandingWords[standing]}
        {takes && <input type="hidden" name={entryField("baseVersion", key)} value={row.version} />}
      </Td>
      <Th scope="row">
        {name}
        {question.unit && <span className="text-solid-gray-600">（{question.unit}）</span>}
        <span className="block text-note text-solid-gray-600">
          {question.code}　{row.at}
        </span>
      </Th>
      <Td label="変更の内容">
        {error && <p className="mb-2 text-red-900">＊{message(error)}</p>}
        <ChangedCells row={row} values={refused?.values ?? null} errors={refused?.errors ?? {}} />
        {doubts.map((doubt) => (
          <p key={doubt} className="mt-1">
            ＊{implausibilityWords[doubt]}
          </p>
        ))}
        {row.needsNote && mayApply && (
          <TextareaField
            id={note}
            name={note}
            label={
              <span className="text-dns-14B-130">
                <span className="sr-only">{name}　</span>理由（備考に入ります）
              </span>
            }
            support="提出するときは入力してください。"
            defaultValue={refused?.values[note]}
            rows={1}
            frameClassName="mt-2"
          />
        )}
      </Td>
      <Td label="状態">
        <StateBadge state={row.kept?.state ?? "none"} short />
        {row.kept?.isDemo && <DemoTag className="ml-1" />}
      </Td>
    </Tr>
  );
}
