import { SelectField } from "#app/components/ui/select-field.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { valueKinds } from "#app/domain/indicator/definition.ts";
import {
  countByLabels,
  expectationLabels,
  incompleteLabels,
  rateMethodLabels,
  roundingLabels,
  valueKindLabels,
  withoutLineLabels,
} from "#app/i18n/rubric.ts";
import { combinationLabels } from "#app/i18n/rubric-rules.ts";
import { type FormState, fieldProps } from "./form-state.ts";
import { optionsOf, SmallSelect } from "./small-field.tsx";

/** What is 100 ％, and how an actual is held against it. */
export function RateFields({ form }: { form: FormState }) {
  return (
    <div className="space-y-5">
      <SelectField
        {...fieldProps(form, "expectation")}
        label="100％とする値"
        options={optionsOf(expectationLabels)}
      />
      <SelectField
        {...fieldProps(form, "withoutLine")}
        label="基準値がないなど、按分できない指標"
        options={optionsOf(withoutLineLabels)}
      />
      <SelectField
        {...fieldProps(form, "rate.default")}
        label="達成率の計算"
        options={optionsOf(rateMethodLabels)}
      />
      <fieldset>
        <legend className="text-std-16B-170">値の種類によって計算を変える場合</legend>
        <div className="mt-2 grid gap-x-4 gap-y-3 sm:grid-cols-2">
          {valueKinds
            .filter((kind) => kind !== "text" || form.initial["rate.text"])
            .map((kind) => (
              <SmallSelect
                key={kind}
                {...fieldProps(form, `rate.${kind}`)}
                label={valueKindLabels[kind]}
                options={[
                  { value: "", label: "上と同じ" },
                  { value: "ratio", label: "目標に対する割合" },
                  { value: "improvement", label: "基準値からの改善の割合" },
                ]}
              />
            ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="text-std-16B-170">達成率の表示</legend>
        <div className="mt-2 grid gap-x-4 gap-y-3 sm:grid-cols-2">
          <SmallSelect
            {...fieldProps(form, "rateDisplay.places")}
            label="桁"
            options={[
              { value: "0", label: "整数" },
              { value: "1", label: "小数第1位まで" },
              { value: "2", label: "小数第2位まで" },
            ]}
          />
          <SmallSelect
            {...fieldProps(form, "rateDisplay.rounding")}
            label="端数"
            options={optionsOf(roundingLabels)}
          />
        </div>
      </fieldset>
    </div>
  );
}

/** What becomes of the marks of indicators: gaps, projects, counts. */
export function SummaryFields({ form, project }: { form: FormState; project: string }) {
  return (
    <div className="space-y-5">
      <SelectField
        {...fieldProps(form, "incomplete")}
        label="一部の団体の報告が届いていないとき"
        options={optionsOf(incompleteLabels)}
      />
      <SelectField
        {...fieldProps(form, "combination")}
        label={`${project}の評価`}
        options={optionsOf(combinationLabels)}
      />
      <SelectField
        {...fieldProps(form, "countBy")}
        label="件数の数え方"
        options={optionsOf(countByLabels(project))}
      />
    </div>
  );
}

/** The name under which the rubric is quoted. */
export function NameField({ form }: { form: FormState }) {
  return (
    <TextField {...fieldProps(form, "name")} label="名称" labelHidden maxLength={60} required />
  );
}
