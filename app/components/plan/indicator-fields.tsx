import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { FieldError } from "#app/components/ui/field-frame.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import {
  aggregations,
  directions,
  seriesKinds,
  targetBounds,
  valueKinds,
} from "#app/domain/indicator/definition.ts";
import { message } from "#app/i18n/messages.ts";
import { planWord } from "#app/i18n/revision.ts";
import { Fieldset } from "./fieldset.tsx";
import { type Choice, choices, type FormState, fieldOf } from "./form-fields.ts";
import { RoadmapFields } from "./roadmap-fields.tsx";

type Options = {
  homes: readonly Choice[];
  organisations: readonly { slug: string; name: string }[];
  years: readonly number[];
  lastFy: number;
};

/** The fields of a KPI. */
export function IndicatorFields({
  isNew,
  fixedCode,
  derived,
  options,
  ...form
}: FormState & { isNew: boolean; fixedCode?: boolean; derived: boolean; options: Options }) {
  const field = (name: Parameters<typeof fieldOf>[1]) => fieldOf(form, name);
  const vocabulary = (name: "series" | "direction" | "valueKind" | "aggregation") => ({
    ...field(name),
    required: true,
    options: words[name].map((value) => ({ value, label: planWord(name, value) ?? value })),
  });
  return (
    <>
      <Fieldset legend="指標">
        {isNew && (
          <TextField
            {...field("code")}
            support="アドレスにも使う、計画の中で1つだけのコード。例：SHG-4-3-a"
            required
            readOnly={fixedCode}
            className="w-48"
          />
        )}
        <SelectField {...field("home")} required options={choices(options.homes)} />
        <TextField {...field("name")} required />
        <div className="grid gap-6 sm:grid-cols-2">
          <TextField {...field("unit")} support="例：件、人、％" className="w-40" />
          <SelectField {...vocabulary("valueKind")} />
          <SelectField {...vocabulary("series")} />
          <SelectField {...vocabulary("direction")} />
        </div>
        <TextField {...field("source")} required={false} />
      </Fieldset>
      <Fieldset legend="基準値と目標">
        <div className="grid gap-6 sm:grid-cols-3">
          <TextField {...field("baselineValue")} numeric className="w-full" />
          <TextField {...field("baselineText")} support="計画に載る形。例：14件（R4）" />
          <TextField {...field("baselineAsOf")} support="例：R4" />
          <TextField {...field("targetValue")} numeric className="w-full" />
          <TextField {...field("targetText")} support="計画に載る形。例：25件（R9）" required />
          <TextField {...field("targetDue")} support="例：R9年度末" />
          <TextField {...field("targetFy")} support="例：R9" />
          <SelectField
            {...field("targetBound")}
            support="「以上」「以下」と定める場合"
            options={[
              { value: "", label: "定めない" },
              ...targetBounds.map((value) => ({
                value,
                label: planWord("targetBound", value) ?? value,
              })),
            ]}
          />
        </div>
      </Fieldset>
      <Fieldset legend="ロードマップ">
        <div className="flex flex-wrap gap-6">
          <TextField {...field("firstFy")} support="例：R8" required className="w-28" />
          <TextField {...field("lastFy")} support="例：R9" required className="w-28" />
        </div>
        <RoadmapFields years={options.years} lastFy={options.lastFy} {...form} />
      </Fieldset>
      <Fieldset legend="報告と集計">
        <SelectField {...vocabulary("aggregation")} />
        <TextareaField {...field("aggregationNote")} required={false} rows={2} />
        {derived ? (
          <p className="text-solid-gray-700">
            ほかの指標から算出するため、報告する団体はありません。
          </p>
        ) : (
          <Reporters organisations={options.organisations} {...form} />
        )}
        <TextField
          {...field("reposts")}
          support="このKPIを再び掲げるプロジェクトのコードを「、」で区切って入力します。"
          required={false}
        />
      </Fieldset>
      {!isNew && (
        <Fieldset legend="終了">
          <Checkbox
            id="closed"
            name="closed"
            label="このKPIを終了する"
            defaultChecked={form.input.closed === "on"}
          />
          <TextareaField
            {...field("closedReason")}
            support="終了する場合は必ず書いてください。"
            rows={2}
          />
        </Fieldset>
      )}
    </>
  );
}

const words = {
  series: seriesKinds,
  direction: directions,
  valueKind: valueKinds,
  aggregation: aggregations,
};

function Reporters({ organisations, input, errors }: FormState & Pick<Options, "organisations">) {
  const { reporters: error } = errors;
  return (
    <fieldset
      id="reporters"
      tabIndex={-1}
      aria-describedby={error ? "reporters-error" : undefined}
      className="min-w-0"
    >
      <legend className="text-std-16B-170">報告団体</legend>
      <div className="flex flex-wrap gap-x-6">
        {organisations.map(({ slug, name }) => (
          <Checkbox
            key={slug}
            id={`reporter.${slug}`}
            name={`reporter.${slug}`}
            label={name}
            defaultChecked={input[`reporter.${slug}`] === "on"}
          />
        ))}
      </div>
      <FieldError id="reporters" error={error && message(error)} />
    </fieldset>
  );
}
