import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import type { DifferenceLine, PartDifference } from "#app/i18n/rubric.ts";

/** Two rubrics sentence by sentence, where they differ. What was dropped and what is new is marked. */
export function Differences({
  differences,
  caption,
  before,
  after,
}: {
  differences: readonly PartDifference[];
  caption: string;
  before: string;
  after: string;
}) {
  return (
    <Table caption={caption} captionHidden dense stacks fixed>
      <THead>
        <Tr>
          <Th className="w-36">項目</Th>
          <Th>{before}</Th>
          <Th>{after}</Th>
        </Tr>
      </THead>
      <TBody>
        {differences.map((part) => (
          <Tr key={part.key}>
            <Th scope="row" className="font-bold!">
              {part.title}
              {part.onlyOrder && (
                <span className="block text-note font-normal text-solid-gray-600">順序の変更</span>
              )}
            </Th>
            <Td label={before}>
              <Lines lines={part.before} sign="削除" ordered={part.key === "rules"} />
            </Td>
            <Td label={after}>
              <Lines lines={part.after} sign="追加" ordered={part.key === "rules"} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Lines({
  lines,
  sign,
  ordered,
}: {
  lines: readonly DifferenceLine[];
  sign: "削除" | "追加";
  ordered: boolean;
}) {
  const List = ordered ? "ol" : "ul";
  return (
    <List className="space-y-1 leading-150">
      {lines.map(({ text, kept }) =>
        kept ? (
          <li key={text} className="text-solid-gray-600">
            {text}
          </li>
        ) : (
          <li key={text} className="text-solid-gray-900">
            {sign === "削除" ? (
              <del className="decoration-red-900">{text}</del>
            ) : (
              <ins className="bg-blue-50 font-bold no-underline">{text}</ins>
            )}
            <span className="sr-only">（{sign}）</span>
          </li>
        ),
      )}
    </List>
  );
}
