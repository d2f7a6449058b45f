import { Button } from "#app/components/ui/button.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { SelectField } from "#app/components/ui/select-field.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { yearRange } from "#app/domain/fiscal-year/fiscal-year.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { message } from "#app/i18n/messages.ts";

export type DefinitionInput = {
  name: string;
  dueKind: string;
  dueOn: string;
  dueFy: string;
  organisation: string;
};

/** What a milestone is: its name, when it is due, who is responsible. Works without scripts. */
export function MilestoneDefinitionForm({
  input,
  errors,
  baseVersion,
  requestKey,
  term,
  participants,
  submit,
}: {
  input: DefinitionInput;
  /** Message keys by field. */
  errors: Record<string, string>;
  /** The version the person sees; 0 for a new one. */
  baseVersion: number;
  requestKey: string;
  term: { firstFy: number; lastFy: number };
  participants: readonly { slug: string; shortName: string }[];
  submit: string;
}) {
  const error = (field: string) => (errors[field] ? message(errors[field]) : undefined);
  return (
    <form method="post" className="max-w-3xl space-y-6">
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="baseVersion" value={baseVersion} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <TextField
        id="name"
        name="name"
        label="名称"
        support="何がどうなれば達成かが分かるように書いてください。例：データ連携の協定を全県で締結"
        required
        defaultValue={input.name}
        error={error("name")}
      />
      {/* Of the two ways to say when, the chosen one shows; where `:has` is unknown, both do. */}
      <div className="group/due space-y-4">
        <RadioGroup
          id="dueKind"
          name="dueKind"
          label="期限"
          layout="row"
          required
          defaultValue={input.dueKind}
          error={error("dueKind")}
          options={[
            { value: "year", label: "年度で定める" },
            { value: "day", label: "日付で定める" },
          ]}
        />
        <SelectField
          id="dueFy"
          name="dueFy"
          label="期限の年度"
          support="年度末（3月31日）までに達成するもの"
          defaultValue={input.dueFy}
          error={error("dueFy")}
          className="w-64"
          frameClassName="group-has-[[value=day]:checked]/due:hidden"
          options={[
            { value: "", label: "選択してください" },
            ...yearRange(term.firstFy, term.lastFy).map((fy) => ({
              value: String(fy),
              label: fiscalYearLabel(fy),
            })),
          ]}
        />
        <TextField
          id="dueOn"
          name="dueOn"
          type="date"
          label="期限の日付"
          defaultValue={input.dueOn}
          error={error("dueOn")}
          className="w-64"
          frameClassName="group-has-[[value=year]:checked]/due:hidden"
        />
      </div>
      <SelectField
        id="organisation"
        name="organisation"
        label="担当団体"
        support="達成の状況を記録する団体です。"
        required
        defaultValue={input.organisation}
        error={error("organisation")}
        className="w-64"
        options={[
          { value: "", label: "選択してください" },
          ...participants.map(({ slug, shortName }) => ({ value: slug, label: shortName })),
        ]}
      />
      <Button size="lg">{submit}</Button>
    </form>
  );
}
