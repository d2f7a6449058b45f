import { DemoTag } from "#app/components/layout/demo-notice.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { RolloutState } from "#app/domain/practice/states.ts";
import { fiscalYearShort } from "#app/i18n/fiscal-year.ts";
import { proposedFigureText, rolloutStateLabels } from "#app/i18n/practice.ts";
import { dateText } from "#app/i18n/progress.ts";
import { paths } from "#app/site/paths.ts";

/** What the library proposes as a figure, with the cases that were counted. */
export type Proposal = {
  value: number;
  shared: readonly { id: string; title: string; isDemo: boolean; sharedAt: Date | null }[];
  rolledOut: readonly {
    id: string;
    title: string;
    isDemo: boolean;
    organisation: string;
    state: RolloutState;
    startedFy: number | null;
  }[];
};

type Report = {
  plan: { code: string };
  indicator: { code: string; unit: string };
  organisation: { slug: string };
  fy: number;
  takesProposal: boolean;
};

/** The figure of a KPI as the library has it, for a person to take over into the report's form. */
export function ProposedFigure({ proposal, report }: { proposal: Proposal; report: Report }) {
  const { indicator, organisation, fy } = report;
  const plan = report.plan.code;
  const { shared, rolledOut } = proposal;
  return (
    <section
      aria-labelledby="proposal"
      className="mb-8 rounded-8 border border-solid-gray-420 px-5 py-4"
    >
      <h2 id="proposal" className="text-std-17B-170">
        好事例ライブラリから算出した値：{proposedFigureText(proposal, indicator.unit)}
      </h2>
      {proposal.value === 0 ? (
        <p className="mt-1 text-solid-gray-700">
          この年度末までに、この指標に関わる事例の共有と横展開はありません。
        </p>
      ) : (
        <ul className="mt-2 space-y-1 leading-150">
          {shared.map(({ id, title, isDemo, sharedAt }) => (
            <li key={id}>
              <span className="mr-2 font-bold">共有</span>
              <TextLink to={paths.practice(plan, id)}>{title}</TextLink>
              {isDemo && <DemoTag className="ml-2" />}
              {sharedAt && <span className="ml-2">（{dateText(sharedAt)}）</span>}
            </li>
          ))}
          {rolledOut.map(({ id, title, isDemo, organisation, state, startedFy }) => (
            <li key={id}>
              <span className="mr-2 font-bold">横展開</span>
              <TextLink to={paths.practice(plan, id)}>{title}</TextLink>
              {isDemo && <DemoTag className="ml-2" />}
              <span className="ml-2">
                （{organisation}の事例　{rolloutStateLabels[state]}
                {startedFy !== null && `　${fiscalYearShort(startedFy)}から`}）
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2 text-dns-14N-130 leading-150 text-solid-gray-700">
        この指標の初年度からこの年度末までに、自団体が共有した事例と、自団体が実施中・実施済とした横展開を数えています。取り下げた事例は数えません。
        <TextLink to={paths.practices(plan, { kpi: indicator.code })} className="ml-2">
          この指標に関わる好事例
        </TextLink>
      </p>
      <div className="mt-3">
        {report.takesProposal ? (
          <p role="status">
            入力欄に入れました。内容を確かめて、下書き保存又は提出をしてください。
          </p>
        ) : (
          <ButtonLink
            to={`${paths.report(organisation.slug, plan, indicator.code, fy)}?proposed#value`}
            size="sm"
          >
            この値を入力欄に入れる
          </ButtonLink>
        )}
      </div>
    </section>
  );
}
