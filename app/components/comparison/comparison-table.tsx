import { Figure } from "#app/components/evaluation/figure.tsx";
import { QualityBadge } from "#app/components/evaluation/quality-badge.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { displayFigure } from "#app/domain/figure/display.ts";
import { formatRate } from "#app/domain/figure/format.ts";
import type { ValueKind } from "#app/domain/indicator/definition.ts";
import type { ComparedRow } from "#app/domain/rollup/comparison.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { Trend } from "./trend.tsx";
import { ValueBar } from "./value-bar.tsx";

type Props = {
  rows: readonly ComparedRow[];
  names: Record<string, string>;
  indicator: { unit: string; valueKind: ValueKind; places: number | null };
  years: readonly number[];
  caption: string;
};

/** The organisations in order of their rank, each with its figure, its share and its way there. */
export function ComparisonTable({ rows, names, indicator, years, caption }: Props) {
  const ranked = rows.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  const values = rows.flatMap(({ value }) => value ?? []);
  const shares = rows.some(({ share }) => share !== null);
  const inWords = indicator.valueKind === "text";
  const [first] = years;
  return (
    <Table
      caption={caption}
      captionHidden
      dense
      fixed
      stacks
      minWidth="md"
      note={shares && <p>構成比は、報告のあった団体の計に占める割合です。</p>}
    >
      <THead>
        <Tr>
          <Th className="w-[16%]">団体</Th>
          {!inWords && <Th className="w-[8%]">順位</Th>}
          <Th numeric={!inWords} className={inWords ? "" : "w-[20%]"}>
            報告値
          </Th>
          {!inWords && <Th>値の大きさ</Th>}
          {shares && (
            <Th numeric className="w-[10%]">
              構成比
            </Th>
          )}
          {!inWords && years.length > 1 && first !== undefined && (
            <Th className="w-[18%]">{fiscalYearShort(first)}からの推移</Th>
          )}
        </Tr>
      </THead>
      <TBody>
        {ranked.map((row) => (
          <Tr key={row.organisation}>
            <Th scope="row">{names[row.organisation] ?? row.organisation}</Th>
            {!inWords && <Td label="順位">{row.rank ?? ""}</Td>}
            <Td numeric={!inWords} label="報告値" className="whitespace-normal">
              <Answer row={row} indicator={indicator} />
            </Td>
            {!inWords && (
              <Td label="値の大きさ">
                {row.value !== null && <ValueBar value={row.value} among={values} />}
              </Td>
            )}
            {shares && (
              <Td numeric label="構成比">
                {row.share !== null && formatRate(row.share)}
              </Td>
            )}
            {!inWords && years.length > 1 && (
              <Td label="推移">
                <Trend trend={row.trend} years={years} />
              </Td>
            )}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Answer({ row, indicator }: { row: ComparedRow; indicator: Props["indicator"] }) {
  if (row.quality === null) return <span className="text-solid-gray-700">未報告</span>;
  return (
    <>
      <QualityBadge quality={row.quality} className="mr-2" />
      <Figure
        value={displayFigure(row.value, indicator)}
        unit={indicator.unit}
        text={row.words}
        demo={row.isDemo}
      />
      {row.reached !== null && (
        <span className="block text-note">{row.reached ? "達成" : "未達"}</span>
      )}
    </>
  );
}
