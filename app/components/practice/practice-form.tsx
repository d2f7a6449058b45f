import { AttachmentField } from "#app/components/attachment/attachment-field.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import { themes } from "#app/domain/indicator/definition.ts";
import type { OutlineGoal } from "#app/domain/practice/outline.ts";
import { tickName } from "#app/domain/ticked.ts";
import { themeLabels } from "#app/i18n/labels.ts";
import { message } from "#app/i18n/messages.ts";
import { practiceFieldLabels } from "#app/i18n/practice.ts";
import { PlacePicker } from "./place-picker.tsx";
import type { PracticeInput } from "./practice-input.ts";

const parts = [
  { field: "problem", support: "どのような地域で、何に困っていたかを書いてください。", rows: 4 },
  {
    field: "done",
    support: "だれが、だれに、いつから、何をしたかを、ほかの団体がまねできるように書いてください。",
    rows: 6,
  },
  { field: "cost", support: "事業費、財源、職員の手間などを書いてください。", rows: 2 },
  {
    field: "effect",
    support: "取組の前後で変わったことを、できるだけ数値で書いてください。",
    rows: 4,
  },
] as const;

/** Describes a case. Works without scripts. */
export function PracticeForm({
  input,
  errors,
  baseVersion,
  requestKey,
  outline,
  words,
  shared,
  maySaveOnly,
  filesAgain,
}: {
  input: PracticeInput;
  /** Message keys by field. */
  errors: Record<string, string>;
  /** The version the person sees; 0 for a new one. */
  baseVersion: number;
  requestKey: string;
  outline: readonly OutlineGoal[];
  /** What the plan calls its goals and projects. */
  words: { goal: string; project: string };
  /** The case is shared already: what is saved is read by all at once. */
  shared: boolean;
  /** The state allows a draft. */
  maySaveOnly: boolean;
  /** Files were sent with what was refused. */
  filesAgain: boolean;
}) {
  const error = (field: string) => (errors[field] ? message(errors[field]) : undefined);
  return (
    <form method="post" encType="multipart/form-data" className="max-w-3xl space-y-7">
      <input type="hidden" name="baseVersion" value={baseVersion} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <TextField
        id="title"
        name="title"
        label={practiceFieldLabels.title}
        support="取組の内容が分かる名称にしてください。例：商業施設に出向く出張スマホ相談会"
        required
        defaultValue={input.title}
        error={error("title")}
      />
      {parts.map(({ field, support, rows }) => (
        <TextareaField
          key={field}
          id={field}
          name={field}
          label={practiceFieldLabels[field]}
          support={support}
          required={field !== "cost"}
          rows={rows}
          defaultValue={input[field]}
          error={error(field)}
        />
      ))}
      <PlacePicker outline={outline} ticked={input.ticked} error={errors.nodes} words={words} />
      <fieldset>
        <legend className="text-std-16B-170">横断テーマ</legend>
        <div className="flex flex-wrap gap-x-6">
          {themes.map((theme) => {
            const name = tickName("theme", theme);
            return (
              <Checkbox
                key={theme}
                id={name}
                name={name}
                label={themeLabels[theme]}
                defaultChecked={input.ticked.theme.includes(theme)}
              />
            );
          })}
        </div>
      </fieldset>
      <TextField
        id="contact"
        name="contact"
        label={practiceFieldLabels.contact}
        support="課や室の名称と、電話番号かメールアドレスを書いてください。個人名は書かないでください。"
        required
        defaultValue={input.contact}
        error={error("contact")}
      />
      <AttachmentField error={errors.files} again={filesAgain} />
      <div>
        <div className="flex flex-wrap gap-3">
          {shared ? (
            <Button name="intent" value="save" size="lg">
              訂正を保存する
            </Button>
          ) : (
            <Button name="intent" value="share" size="lg">
              共有する
            </Button>
          )}
          {maySaveOnly && (
            <Button name="intent" value="save" size="lg" variant="outline">
              下書き保存
            </Button>
          )}
        </div>
        <p className="mt-3 text-dns-14N-130 text-solid-gray-700">
          共有した内容は、このポータルを利用する団体の職員が閲覧できます（公開はされません）。
          {maySaveOnly &&
            "下書きは自団体の職員だけが閲覧できます。必須の項目が空欄でも保存できます。"}
        </p>
      </div>
    </form>
  );
}
