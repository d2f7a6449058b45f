import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { themes } from "#app/domain/indicator/definition.ts";
import { endings, type ProjectScope } from "#app/domain/plan/project-form.ts";
import { themeLabels } from "#app/i18n/labels.ts";
import { message } from "#app/i18n/messages.ts";
import { endingLabels } from "#app/i18n/revision.ts";
import { Fieldset } from "./fieldset.tsx";
import { type Choice, choices, type FormState, fieldOf } from "./form-fields.ts";

/**
 * The fields of a project. In the scope `edit` those that its keepers change by themselves; of a
 * project that is not in the plan yet, all of them.
 */
export function ProjectFields({
  scope,
  isNew,
  fixedCode,
  options,
  ...form
}: FormState & {
  scope: ProjectScope;
  isNew: boolean;
  /** The code of what was proposed before; it stays. */
  fixedCode?: boolean;
  options: { policies: readonly Choice[]; projects: readonly Choice[] };
}) {
  const field = (name: Parameters<typeof fieldOf>[1]) => fieldOf(form, name);
  const whole = isNew || scope === "revision";
  return (
    <>
      {whole && (
        <Fieldset legend="位置付け">
          {isNew && (
            <TextField
              {...field("code")}
              support="アドレスにも使う、計画の中で1つだけのコード。例：SHG-4-3"
              required
              readOnly={fixedCode}
              className="w-48"
            />
          )}
          <SelectField {...field("parent")} required options={choices(options.policies)} />
          <div className="flex flex-wrap gap-6">
            <TextField {...field("number")} support="例：③" required className="w-28" />
            <TextField {...field("firstFy")} support="例：R8" required className="w-28" />
            <TextField {...field("lastFy")} support="例：R9" required className="w-28" />
          </div>
          <TextField {...field("name")} required />
        </Fieldset>
      )}
      <Fieldset legend="内容">
        <TextareaField {...field("purpose")} required={false} rows={4} />
        <TextareaField
          {...field("activities")}
          support={
            <>
              1行に1つ書きます。年度ごとの予定は、その下の行に空白で始めて書きます。
              <span className="mt-1 block whitespace-pre-line border-l-2 border-solid-gray-200 pl-3">
                {"相談窓口の設置\n　R5　準備\n　R6～R8　運営"}
              </span>
            </>
          }
          required={false}
          rows={8}
        />
        <TextField {...field("overviewText")} required={false} />
        <TextField {...field("bureau")} required={false} />
        <fieldset>
          <legend className="text-std-16B-170">横断テーマ</legend>
          <div className="flex flex-wrap gap-x-6">
            {themes.map((theme) => (
              <Checkbox
                key={theme}
                id={`theme.${theme}`}
                name={`theme.${theme}`}
                label={themeLabels[theme]}
                defaultChecked={form.input[`theme.${theme}`] === "on"}
              />
            ))}
          </div>
        </fieldset>
      </Fieldset>
      {scope === "revision" && (
        <>
          <Fieldset legend="再掲">
            <SelectField
              {...field("repostOf")}
              support="ほかのプロジェクトを再び掲げる場合に選択します。再掲には、独自のKPIを置きません。"
              required={false}
              options={choices(options.projects, "再掲ではない")}
            />
          </Fieldset>
          {!isNew && <Ending options={options} {...form} />}
        </>
      )}
    </>
  );
}

function Ending({ options, ...form }: FormState & { options: { projects: readonly Choice[] } }) {
  return (
    <Fieldset legend="終了・統合">
      <RadioGroup
        id="ending"
        name="ending"
        label="このプロジェクトを"
        defaultValue={form.input.ending || "none"}
        error={form.errors.ending && message(form.errors.ending)}
        options={endings.map((ending) => ({ value: ending, label: endingLabels[ending] }))}
      />
      <SelectField
        {...fieldOf(form, "mergedInto")}
        support="統合する場合に選択します。"
        options={choices(options.projects)}
      />
      <TextareaField
        {...fieldOf(form, "closedReason")}
        support="終了又は統合する場合は必ず書いてください。終了するプロジェクトのKPIも終了します。"
        rows={2}
      />
    </Fieldset>
  );
}
