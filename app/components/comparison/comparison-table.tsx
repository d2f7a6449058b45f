import { Figure } from "#app/components/evaluation/figure.tsx";
import { MarkBadge } from "#app/components/evaluation/mark-badge.tsx";
import { QualityBadge } from "#app/components/evaluation/quality-badge.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { displayFigure } from "#app/domain/figure/display.ts";
import type { ValueKind } from "#app/domain/indicator/definition.ts";
import type { ComparedRow } from "#app/domain/rollup/comparison.ts";
import type { Rubric } from "#app/domain/rubric/rubric.ts";
import { formatFigure, formatRate } from "#app/i18n/figure.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";
import { Trend } from "./trend.tsx";
import { ValueBar } from "./value-bar.tsx";

type Props = {
  rows: readonly ComparedRow[];
  names: Record<string, string>;
  indicator: { unit: string; valueKind: ValueKind; places: number | null };
  years: readonly number[];
  caption: string;
  /** The mark of each organisation against the region's target, where there are any. */
  marks: Readonly<Record<string, string | null>> | null;
  rubric: { marks: Rubric["marks"] };
};

/** The organisations in order of their rank, each with its figure, its share and its way there. */
export function ComparisonTable({ rows, names, indicator, years, caption, marks, rubric }: Props) {
  const ranked = rows.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  const values = rows.flatMap(({ value }) => value ?? []);
  const shares = rows.some(({ share }) => share !== null);
  const byPeople = rows.some(({ perCapita }) => perCapita !== null);
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
      note={
        <>
          {shares && <p>{t`構成比は、報告のあった団体の計に占める割合です。`}</p>}
          {byPeople && (
            <p>{t`人口10万人当たりは、令和2年国勢調査（総務省統計局、2020年10月1日現在）の人口で割った値です。`}</p>
          )}
          {marks && <p>{t`評価は、団体ごとの値を域内の目標に当てはめた参考のものです。`}</p>}
        </>
      }
    >
      <THead>
        <Tr>
          <Th className="w-[18%]">{t`団体`}</Th>
          {!inWords && <Th className="w-[9%]">{t`順位`}</Th>}
          <Th numeric={!inWords} className={inWords ? "" : "w-[20%]"}>
            {t`報告値`}
          </Th>
          {!inWords && <Th>{t`値の大きさ`}</Th>}
          {shares && (
            <Th numeric className="w-[10%]">
              {t`構成比`}
            </Th>
          )}
          {byPeople && (
            <Th numeric className="w-[13%] whitespace-normal">
              {t`人口10万人当たり`}
            </Th>
          )}
          {marks && <Th className="w-[14%]">{t`評価（参考）`}</Th>}
          {!inWords && years.length > 1 && first !== undefined && (
            <Th className="w-[18%]">{t`${fiscalYearShort(first)}からの推移`}</Th>
          )}
        </Tr>
      </THead>
      <TBody>
        {ranked.map((row) => (
          <Tr key={row.organisation}>
            <Th scope="row">{names[row.organisation] ?? row.organisation}</Th>
            {!inWords && <Td label={t`順位`}>{row.rank ?? ""}</Td>}
            <Td numeric={!inWords} label={t`報告値`} className="whitespace-normal">
              <Answer row={row} indicator={indicator} />
            </Td>
            {!inWords && (
              <Td label={t`値の大きさ`}>
                {row.value !== null && <ValueBar value={row.value} among={values} />}
              </Td>
            )}
            {shares && (
              <Td numeric label={t`構成比`}>
                {row.share !== null && formatRate(row.share)}
              </Td>
            )}
            {byPeople && (
              <Td numeric label={t`人口10万人当たり`}>
                {row.perCapita !== null && formatFigure(row.perCapita)}
              </Td>
            )}
            {marks && (
              <Td label={t`評価（参考）`}>
                <MarkOf symbol={marks[row.organisation] ?? null} marks={rubric.marks} />
              </Td>
            )}
            {!inWords && years.length > 1 && (
              <Td label={t`推移`}>
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
  if (row.quality === null) return <span className="text-solid-gray-700">{t`未報告`}</span>;
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
        <span className="block text-note">{row.reached ? t`達成` : t`未達`}</span>
      )}
    </>
  );
}

function MarkOf({ symbol, marks }: { symbol: string | null; marks: Rubric["marks"] }) {
  const mark = marks.find((candidate) => candidate.symbol === symbol);
  return mark ? <MarkBadge mark={mark} /> : null;
}
