import { printedText } from "#app/components/rollup/printed-text.ts";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type {
  EvaluationSheet,
  SheetIndicator,
  SheetMeasure,
} from "#app/domain/sheet/evaluation-sheet.ts";
import { formatRate } from "#app/i18n/figure.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { computedWords } from "#app/i18n/sheet.ts";
import { paths } from "#app/site/paths.ts";
import { Actual, MarkSign } from "./cells.tsx";
import { ScaleLegend, TableNotes } from "./scale-legend.tsx";
import { SheetTable } from "./sheet-table.tsx";
import { Sign } from "./sign.tsx";

const columns = 10;

/** Measures with their KPIs, section by section. A 再掲 is shown as such. */
export function MeasureTable({ sheet }: { sheet: EvaluationSheet }) {
  const { fy, rubric, plan, sections } = sheet;
  return (
    <SheetTable
      caption={`${plan.levelNames.project}とKPIの評価`}
      minWidth="xl"
      note={
        <>
          <ScaleLegend scales={[{ name: "評価", steps: rubric.marks }]} />
          <TableNotes lines={[computedWords()]} />
        </>
      }
    >
      <thead>
        <tr>
          <th scope="col" className="w-[4%]">
            番号
          </th>
          <th scope="col" className="w-[19%]">
            {plan.levelNames.project}
          </th>
          <th scope="col" className="w-[19%]">
            KPI
          </th>
          <th scope="col" className="w-[10%]">
            基準値
          </th>
          <th scope="col" className="w-[12%]">
            目標
          </th>
          <th scope="col" className="w-[9%]">
            {fiscalYearShort(fy - 1)}実績
          </th>
          <th scope="col" className="w-[9%]" data-current>
            {fiscalYearShort(fy)}実績
          </th>
          <th scope="col" className="w-[6.5%]">
            達成率
          </th>
          <th scope="col" className="w-[5%]">
            KPI
            <br />
            評価
          </th>
          <th scope="col" className="w-[6.5%]">
            評価
          </th>
        </tr>
      </thead>
      {sections.map(({ node, measures }) => [
        <tbody key={node.code} data-heading>
          <tr>
            <th scope="rowgroup" colSpan={columns}>
              {node.number}　{node.name}
            </th>
          </tr>
        </tbody>,
        ...measures.map((measure) => (
          <Measure key={measure.node.code} measure={measure} sheet={sheet} />
        )),
      ])}
    </SheetTable>
  );
}

function Measure({ measure, sheet }: { measure: SheetMeasure; sheet: EvaluationSheet }) {
  const { node, indicators } = measure;
  const rows: readonly (SheetIndicator | null)[] = indicators.length > 0 ? indicators : [null];
  return (
    <tbody>
      {rows.map((indicator, index) => (
        <tr key={indicator?.code ?? node.code}>
          {index === 0 && (
            <>
              <td rowSpan={rows.length} data-count>
                {node.number}
              </td>
              <th scope="rowgroup" rowSpan={rows.length}>
                <TextLink to={paths.node(sheet.plan.code, node, sheet.fy)} quiet>
                  {node.name}
                </TextLink>
                <span className="mt-1 flex flex-wrap items-center gap-1 text-note text-solid-gray-700">
                  {measure.bureau}
                  {measure.isRepost && (
                    <Tag>再掲{measure.repostOf && `（${measure.repostOf}）`}</Tag>
                  )}
                  {measure.fundingTags.map((tag) => (
                    <Tag key={tag} tone="blue">
                      {tag}
                    </Tag>
                  ))}
                </span>
              </th>
            </>
          )}
          {indicator ? (
            <Kpi indicator={indicator} sheet={sheet} />
          ) : (
            <td colSpan={6} className="text-solid-gray-700">
              KPIなし
            </td>
          )}
          {index === 0 && (
            <td rowSpan={rows.length} data-sign>
              <Grade measure={measure} sheet={sheet} />
            </td>
          )}
        </tr>
      ))}
    </tbody>
  );
}

function Kpi({ indicator, sheet }: { indicator: SheetIndicator; sheet: EvaluationSheet }) {
  const { rubric, fy } = sheet;
  const of = (year: number) => indicator.years.find((cell) => cell.fy === year)?.result ?? null;
  const [before, now] = [of(fy - 1), of(fy)];
  return (
    <>
      <th scope="row">
        {indicator.name}
        {(indicator.isRepost || indicator.isShared) && (
          <span className="ml-1">
            <Tag>{indicator.isRepost ? "再掲" : "共有"}</Tag>
          </span>
        )}
        {indicator.printedDifferently && (
          <span className="block text-note text-solid-gray-700">
            この箇所の記載：{indicator.printedDifferently}
          </span>
        )}
      </th>
      <td>{printedText(indicator.baseline.text ?? "－")}</td>
      <td>{printedText(indicator.target.text)}</td>
      <td data-figure>{before && <Actual result={before} unit={indicator.unit} />}</td>
      <td data-figure className="font-bold">
        {now && <Actual result={now} unit={indicator.unit} />}
      </td>
      <td data-figure>{now && formatRate(now.rate, rubric.rateDisplay)}</td>
      <td data-sign>{now && <MarkSign result={now} marks={rubric.marks} />}</td>
    </>
  );
}

function Grade({ measure, sheet }: { measure: SheetMeasure; sheet: EvaluationSheet }) {
  if (!sheet.figures) return null;
  const find = (symbol: string | null) =>
    sheet.rubric.marks.find((mark) => mark.symbol === symbol) ?? null;
  const [mark, computed] = [find(measure.mark), find(measure.computedMark)];
  if (!mark) return <>－</>;
  return (
    <>
      {mark.counted ? <Sign step={mark} large /> : <span className="text-note">{mark.symbol}</span>}
      {computed && computed !== mark && (
        <span className="block text-note text-solid-gray-700">算出 {computed.symbol}</span>
      )}
    </>
  );
}
