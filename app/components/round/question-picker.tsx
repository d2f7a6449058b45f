import type { ReactNode } from "react";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { FieldError, RequirementTag } from "#app/components/ui/field-frame.tsx";
import type { Frequency } from "#app/domain/indicator/definition.ts";
import type { OutlineGoal, OutlineIndicator } from "#app/domain/practice/outline.ts";
import { partCode, type RoundChoice } from "#app/domain/round/questions.ts";
import { tickName } from "#app/domain/ticked.ts";
import { periodLabel } from "#app/i18n/labels.ts";
import { message } from "#app/i18n/messages.ts";
import { roundFieldLabels } from "#app/i18n/round.ts";

type Props = {
  outline: readonly OutlineGoal[];
  organisations: readonly { slug: string; shortName: string }[];
  parts: readonly { frequency: Frequency; period: number }[];
  choice: RoundChoice;
  /** Message key of what is ticked. */
  error: string | undefined;
  /** What has no survey in the year, and is not asked for. */
  unsurveyed: readonly string[];
};

/** Ticks what is asked of whom: KPIs by PT and project, parts of the year, organisations. */
export function QuestionPicker({
  outline,
  organisations,
  parts,
  choice,
  error,
  unsurveyed,
}: Props) {
  const withKpis = outline.filter((goal) => countOf(goal) > 0);
  return (
    <>
      <fieldset id="indicators" tabIndex={-1} className="min-w-0">
        <Legend>{roundFieldLabels.indicators}</Legend>
        <p className="mb-2 text-dns-16N-130 text-solid-gray-700">
          照会しない指標のチェックを外してください。各団体には、その団体が報告する指標だけを照会します。
        </p>
        <FieldError id="indicators" error={error && message(error)} />
        <div className="divide-y divide-solid-gray-420 border-y border-solid-gray-420">
          {withKpis.map((goal) => (
            <GoalPicker key={goal.id} goal={goal} chosen={choice.indicators} />
          ))}
        </div>
        {unsurveyed.length > 0 && (
          <p className="mt-2 text-dns-14N-130 text-solid-gray-700">
            この年度は調査が行われないため、次の指標は照会できません：{unsurveyed.join("、")}
          </p>
        )}
      </fieldset>
      {parts.length > 0 && (
        <fieldset className="min-w-0">
          <Legend>{roundFieldLabels.parts}</Legend>
          <p className="text-dns-16N-130 text-solid-gray-700">
            半期や四半期ごとに報告する指標について、照会する期間を選択してください。年度で報告する指標は、常に年度の値を照会します。
          </p>
          <Ticks
            group="part"
            items={parts.map(({ frequency, period }) => ({
              code: partCode(frequency, period),
              label: periodLabel(frequency, period),
            }))}
            chosen={choice.parts}
          />
        </fieldset>
      )}
      <fieldset className="min-w-0">
        <Legend>{roundFieldLabels.organisations}</Legend>
        <Ticks
          group="organisation"
          items={organisations.map(({ slug, shortName }) => ({ code: slug, label: shortName }))}
          chosen={choice.organisations}
        />
      </fieldset>
    </>
  );
}

function Legend({ children }: { children: ReactNode }) {
  return (
    <legend className="text-std-16B-170">
      {children}
      <span className="ml-2">
        <RequirementTag required />
      </span>
    </legend>
  );
}

function GoalPicker({ goal, chosen }: { goal: OutlineGoal; chosen: readonly string[] }) {
  const all = indicatorsOf(goal);
  const count = all.filter(({ code }) => chosen.includes(code)).length;
  return (
    <Disclosure
      summary={
        <>
          {goal.name}
          <span className="text-std-16N-170">
            （{count}／{all.length}指標）
          </span>
        </>
      }
      className="py-1"
    >
      <Indicators indicators={goal.indicators} chosen={chosen} />
      {goal.projects
        .filter(({ indicators }) => indicators.length > 0)
        .map(({ id, code, name, indicators }) => (
          <div key={id} className="mt-3 first:mt-0">
            <p className="text-dns-16B-130">
              {code}　{name}
            </p>
            <Indicators indicators={indicators} chosen={chosen} />
          </div>
        ))}
    </Disclosure>
  );
}

function Indicators({
  indicators,
  chosen,
}: {
  indicators: readonly OutlineIndicator[];
  chosen: readonly string[];
}) {
  if (indicators.length === 0) return null;
  return (
    <div className="ml-2 border-l-2 border-solid-gray-200 pl-4">
      {indicators.map(({ id, code, name }) => (
        <Tick key={id} group="indicator" code={code} label={name} chosen={chosen} />
      ))}
    </div>
  );
}

function Ticks({
  group,
  items,
  chosen,
}: {
  group: string;
  items: readonly { code: string; label: string }[];
  chosen: readonly string[];
}) {
  return (
    <div className="flex flex-wrap gap-x-6">
      {items.map(({ code, label }) => (
        <Tick key={code} group={group} code={code} label={label} chosen={chosen} />
      ))}
    </div>
  );
}

function Tick({
  group,
  code,
  label,
  chosen,
}: {
  group: string;
  code: string;
  label: string;
  chosen: readonly string[];
}) {
  const name = tickName(group, code);
  return (
    <Checkbox
      id={name}
      name={name}
      label={label}
      defaultChecked={chosen.includes(code)}
      className="leading-150"
    />
  );
}

function indicatorsOf(goal: OutlineGoal): OutlineIndicator[] {
  return [goal, ...goal.projects].flatMap(({ indicators }) => indicators);
}

function countOf(goal: OutlineGoal): number {
  return indicatorsOf(goal).length;
}
