import { StateBadge } from "#app/components/evaluation/state-badge.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { formatFigure } from "#app/domain/figure/format.ts";
import { type RawAnswer, toRawAnswer } from "#app/domain/observation/answer.ts";
import { qualityWords } from "#app/i18n/answer.ts";
import { momentText } from "#app/i18n/labels.ts";
import type { ShownVersion } from "./version-timeline.tsx";

/** A colleague saved meanwhile: what they saved beside what was typed, so that a person decides. */
export function ConflictNotice({ mine, theirs }: { mine: RawAnswer; theirs: ShownVersion }) {
  const saved = toRawAnswer(theirs);
  const rows = [
    ["回答の区分", qualityOf(mine.quality), qualityOf(saved.quality)],
    ["実績値", mine.value, formatted(theirs.value)],
    ["分子", mine.numerator, formatted(theirs.numerator)],
    ["分母", mine.denominator, formatted(theirs.denominator)],
    ["到達した状況", mine.words, saved.words],
    ["備考", mine.note, saved.note],
  ].filter(([, a, b]) => a !== "" || b !== "");
  return (
    <NotificationBanner
      kind="warning"
      live
      takesFocus
      title="ほかの人が先に保存したため、上書きしませんでした"
    >
      <p>
        {momentText(theirs.createdAt)}に{theirs.author ?? "ほかの担当者"}が保存しています（
        <StateBadge state={theirs.state} short />
        ）。入力した内容は下の欄に残っています。どちらにするか確かめて、もう一度保存してください。
      </p>
      <div className="mt-3 bg-white">
        <Table caption="入力した内容と保存されている内容" captionHidden dense fixed>
          <THead>
            <Tr>
              <Th className="w-1/5">項目</Th>
              <Th>あなたが入力した内容</Th>
              <Th>保存されている内容</Th>
            </Tr>
          </THead>
          <TBody>
            {rows.map(([label, typed, stored]) => (
              <Tr key={label} current={typed !== stored}>
                <Th scope="row">{label}</Th>
                <Td>{typed || "－"}</Td>
                <Td>{stored || "－"}</Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      </div>
    </NotificationBanner>
  );
}

function qualityOf(value: string): string {
  return value in qualityWords ? qualityWords[value as keyof typeof qualityWords] : "－";
}

function formatted(value: string | null): string {
  return value === null ? "" : formatFigure(value);
}
