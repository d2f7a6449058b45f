import type { ReactNode } from "react";
import { MarkBadge } from "#app/components/evaluation/mark-badge.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { FieldError } from "#app/components/ui/field-frame.tsx";
import type { SelectOption } from "#app/components/ui/select-field.tsx";
import { type Fields, rowCount } from "#app/domain/rubric/form.ts";
import type { Rule } from "#app/domain/rubric/rubric.ts";
import { typedRules } from "#app/domain/rubric/typed-rules.ts";
import { comparisons, markTones, noFigureReasons } from "#app/domain/rubric/vocabulary.ts";
import { unjudgedLabels } from "#app/i18n/labels.ts";
import { comparisonLabels, targetLabels, testLabels } from "#app/i18n/rubric.ts";
import { ruleSentence } from "#app/i18n/rubric-rules.ts";
import { type FormState, fieldProps, tickProps } from "./form-state.ts";
import { AddButton, RowButtons } from "./row-buttons.tsx";
import { optionsOf, SmallSelect, SmallText } from "./small-field.tsx";

/** The rules in order, each as a sentence with the fields that it is made of. */
export function RuleFields({ form }: { form: FormState }) {
  const count = rowCount(form.initial, "rules");
  const rules = typedRules(form.live);
  const marks = markOptions(form.live);
  return (
    <>
      <ol className="mb-4 space-y-3">
        {Array.from({ length: count }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the form comes anew with every step
          <RuleRow key={row} form={form} row={row} count={count} rule={rules[row]} marks={marks} />
        ))}
      </ol>
      <AddButton form={form} list="rules">
        条件を追加
      </AddButton>
      <div className="mt-6 flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-solid-gray-420 pt-4">
        <span className="text-dns-16B-130">どの条件にも当てはまらないとき、判定できないとき</span>
        <SmallSelect
          {...fieldProps(form, "notJudgeable")}
          label="付ける評価"
          options={marks}
          className="min-w-48"
        />
      </div>
    </>
  );
}

/** The marks to choose from, by their rows: a mark that is renamed stays chosen. */
function markOptions(fields: Fields): SelectOption[] {
  const marks = Array.from({ length: rowCount(fields, "marks") }, (_, row) => {
    const symbol = fields[`marks.${row}.symbol`]?.trim();
    const label = fields[`marks.${row}.label`]?.trim();
    return { value: String(row), label: `${symbol || "（記号なし）"}　${label ?? ""}`.trimEnd() };
  });
  return [{ value: "", label: "（選択してください）" }, ...marks];
}

function RuleRow({
  form,
  row,
  count,
  rule,
  marks,
}: {
  form: FormState;
  row: number;
  count: number;
  rule: Rule | null | undefined;
  marks: readonly SelectOption[];
}) {
  const field = (part: string) => `rules.${row}.${part}`;
  const name = `条件${row + 1}`;
  return (
    <li className="group/rule rounded-8 border border-solid-gray-420 px-4 pt-3 pb-4">
      <div className="mb-2 flex items-start justify-between gap-3">
        <div className="flex gap-2 pt-1.5 text-dns-16B-130 leading-150">
          <span className="min-w-4 text-blue-1000 tabular-nums">{row + 1}</span>
          {rule ? (
            <p className="flex flex-wrap items-center gap-x-2">
              {ruleSentence(rule)}
              <span aria-hidden="true" className="text-solid-gray-600">
                →
              </span>
              <ChosenMark fields={form.live} row={form.live[field("mark")]} />
            </p>
          ) : (
            <p className="font-normal text-solid-gray-700">入力の途中です</p>
          )}
        </div>
        <RowButtons form={form} list="rules" row={row} count={count} name={name} />
      </div>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <SmallSelect
          {...fieldProps(form, field("test"))}
          label="何を見るか"
          of={name}
          options={optionsOf(testLabels)}
          className="w-52"
        />
        <TestFields form={form} row={row} name={name} />
        <SmallSelect
          {...fieldProps(form, field("mark"))}
          label="付ける評価"
          of={name}
          options={marks}
          className="w-52"
        />
      </div>
    </li>
  );
}

function ChosenMark({ fields, row }: { fields: Fields; row: string | undefined }) {
  const text = (part: string) => fields[`marks.${row}.${part}`]?.trim() ?? "";
  const tone = markTones.find((candidate) => candidate === text("tone")) ?? "none";
  return (
    <MarkBadge
      mark={{ symbol: text("symbol"), label: text("label"), tone }}
      className="whitespace-normal!"
    />
  );
}

/**
 * The fields of every test. Which of them belong to the chosen one is said by the style sheet, so
 * that they come and go without a script, and nothing typed is lost by looking at another.
 */
function TestFields({ form, row, name }: { form: FormState; row: number; name: string }) {
  const field = (part: string) => `rules.${row}.${part}`;
  const props = (part: string) => ({ ...fieldProps(form, field(part)), of: name });
  const chosen = form.live[field("test")];
  const percent = form.live[field("change.in")] !== "absolute";
  const becauseError = fieldProps(form, field("because.provisional")).error;
  return (
    <>
      <Only test="achievement_rate" chosen={chosen}>
        <SmallText {...props("rate.bound")} label="境目" numeric unit="％" />
        <SmallSelect
          {...props("rate.is")}
          label="比べ方"
          options={optionsOf(
            Object.fromEntries(comparisons.map((is) => [is, comparisonLabels[is]])),
          )}
          className="w-32"
        />
      </Only>
      <Only test="target" chosen={chosen}>
        <SmallSelect
          {...props("target.is")}
          label="比べ方"
          options={optionsOf(targetLabels)}
          className="w-44"
        />
      </Only>
      <Only test="baseline_change" chosen={chosen}>
        <SmallSelect
          {...props("change.in")}
          label="単位"
          options={[
            { value: "percent", label: "基準値に対する％" },
            { value: "absolute", label: "指標の単位のまま" },
          ]}
          className="w-48"
        />
        <SmallText
          {...props("change.bound")}
          label="改善の幅（悪化は▲）"
          numeric
          unit={percent ? "％" : ""}
        />
        <SmallSelect
          {...props("change.is")}
          label="比べ方"
          options={optionsOf(comparisonLabels)}
          className="w-44"
        />
      </Only>
      <Only test="milestone" chosen={chosen}>
        <SmallSelect
          {...props("milestone.reached")}
          label="到達"
          options={[
            { value: "yes", label: "到達した" },
            { value: "no", label: "到達していない" },
          ]}
          className="w-44"
        />
      </Only>
      <Only test="no_figure" chosen={chosen}>
        <fieldset className="basis-full">
          <legend className="text-eyebrow text-solid-gray-700">
            <span className="sr-only">{name}の</span>実績値がない理由
          </legend>
          <div className="flex flex-wrap gap-x-5">
            {noFigureReasons.map((reason) => (
              <Checkbox
                key={reason}
                {...tickProps(form, field(`because.${reason}`))}
                label={unjudgedLabels[reason]}
              />
            ))}
          </div>
          <FieldError id={field("because.provisional")} error={becauseError} />
        </fieldset>
      </Only>
    </>
  );
}

function Only({
  test,
  chosen,
  children,
}: {
  test: Rule["test"];
  chosen: string | undefined;
  children: ReactNode;
}) {
  return (
    <div data-for-test={test} data-chosen={test === chosen || undefined}>
      {children}
    </div>
  );
}
