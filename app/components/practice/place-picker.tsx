import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { FieldError, RequirementTag } from "#app/components/ui/field-frame.tsx";
import type { OutlineGoal, OutlineIndicator } from "#app/domain/practice/outline.ts";
import type { TickGroup } from "#app/domain/practice/ticked.ts";
import { tickName } from "#app/domain/ticked.ts";
import { message } from "#app/i18n/messages.ts";

type Ticked = Record<TickGroup, readonly string[]>;

/** Ticks the PTs and projects that a case belongs to, and the KPIs that it moved. */
export function PlacePicker({
  outline,
  ticked,
  error,
  words,
}: {
  outline: readonly OutlineGoal[];
  ticked: Ticked;
  /** Message key. */
  error: string | undefined;
  /** What the plan calls its goals and projects. */
  words: { goal: string; project: string };
}) {
  return (
    <fieldset
      id="nodes"
      tabIndex={-1}
      aria-describedby={`nodes-support${error ? " nodes-error" : ""}`}
      className="min-w-0"
    >
      <legend className="text-std-16B-170">
        関係する{words.goal}・{words.project}と、寄与したKPI
        <span className="ml-2">
          <RequirementTag required />
        </span>
      </legend>
      <p id="nodes-support" className="mb-2 text-dns-16N-130 text-solid-gray-700">
        {words.goal}
        を開いて選択してください。KPIは、この取組が実績値の改善に寄与したものを選択します。
      </p>
      <FieldError id="nodes" error={error && message(error)} />
      <div className="divide-y divide-solid-gray-420 border-y border-solid-gray-420">
        {outline.map((goal) => (
          <GoalPicker key={goal.id} goal={goal} ticked={ticked} word={words.goal} />
        ))}
      </div>
    </fieldset>
  );
}

function GoalPicker({ goal, ticked, word }: { goal: OutlineGoal; ticked: Ticked; word: string }) {
  const places = [goal, ...goal.projects];
  const count =
    places.filter(({ code }) => ticked.node.includes(code)).length +
    places
      .flatMap(({ indicators }) => indicators)
      .filter(({ code }) => ticked.indicator.includes(code)).length;
  return (
    <Disclosure
      open={count > 0}
      summary={
        <>
          {goal.name}
          {count > 0 && <span className="text-std-16N-170">（{count}件選択）</span>}
        </>
      }
      className="py-1"
    >
      <Tick group="node" code={goal.code} label={`${word}全体に関係する`} ticked={ticked} />
      <Indicators indicators={goal.indicators} ticked={ticked} />
      {goal.projects.map(({ id, code, name, indicators }) => (
        <div key={id}>
          <Tick group="node" code={code} label={`${code}　${name}`} ticked={ticked} />
          <Indicators indicators={indicators} ticked={ticked} />
        </div>
      ))}
    </Disclosure>
  );
}

function Indicators({
  indicators,
  ticked,
}: {
  indicators: readonly OutlineIndicator[];
  ticked: Ticked;
}) {
  if (indicators.length === 0) return null;
  return (
    <div className="ml-7 border-l-2 border-solid-gray-200 pl-4">
      {indicators.map(({ id, code, name }) => (
        <Tick key={id} group="indicator" code={code} label={`KPI　${name}`} ticked={ticked} />
      ))}
    </div>
  );
}

function Tick({
  group,
  code,
  label,
  ticked,
}: {
  group: TickGroup;
  code: string;
  label: string;
  ticked: Ticked;
}) {
  const name = tickName(group, code);
  return (
    <Checkbox
      id={name}
      name={name}
      label={label}
      defaultChecked={ticked[group].includes(code)}
      className="leading-150"
    />
  );
}
