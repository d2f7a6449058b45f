import { MarkGlyph } from "#app/components/evaluation/mark-glyph.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { rowCount } from "#app/domain/rubric/form.ts";
import { type MarkTone, markTones } from "#app/domain/rubric/vocabulary.ts";
import { toneLabels } from "#app/i18n/rubric.ts";
import { type FormState, fieldProps, tickProps } from "./form-state.ts";
import { AddButton, RowButtons } from "./row-buttons.tsx";
import { optionsOf, SmallSelect, SmallText } from "./small-field.tsx";

const words = {
  marks: { row: "評価", add: "評価を追加" },
  outlook: { row: "見込み", add: "段階を追加" },
};

/** A scale, best first: the marks, or the steps of the 達成見込み. */
export function ScaleFields({ form, list }: { form: FormState; list: "marks" | "outlook" }) {
  const count = rowCount(form.initial, list);
  return (
    <>
      {count > 0 && (
        <ol className="mb-4 border-t border-solid-gray-420">
          {Array.from({ length: count }, (_, row) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: the form comes anew with every step
              key={row}
              form={form}
              list={list}
              row={row}
              count={count}
            />
          ))}
        </ol>
      )}
      <AddButton form={form} list={list}>
        {words[list].add}
      </AddButton>
    </>
  );
}

function Row({
  form,
  list,
  row,
  count,
}: {
  form: FormState;
  list: "marks" | "outlook";
  row: number;
  count: number;
}) {
  const field = (part: string) => `${list}.${row}.${part}`;
  const name = `${words[list].row}${row + 1}`;
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 border-b border-solid-gray-200 py-3">
      <span className="mt-7 w-6 shrink-0">
        <MarkGlyph
          symbol={form.live[field("symbol")]?.trim() || "？"}
          tone={toneOf(form.live[field("tone")])}
          className="size-6"
        />
      </span>
      <SmallText
        {...fieldProps(form, field("symbol"))}
        label="記号"
        of={name}
        maxLength={8}
        className="w-20"
      />
      <SmallText
        {...fieldProps(form, field("label"))}
        label="意味"
        of={name}
        maxLength={60}
        className="min-w-40 grow basis-48"
      />
      <SmallSelect
        {...fieldProps(form, field("tone"))}
        label="色"
        of={name}
        options={optionsOf(Object.fromEntries(markTones.map((tone) => [tone, toneLabels[tone]])))}
        className="w-20 max-sm:ml-9"
      />
      <div className="mt-6 ml-auto">
        <RowButtons form={form} list={list} row={row} count={count} name={name} />
      </div>
      {list === "marks" && (
        <div className="flex basis-full flex-wrap gap-x-6 pl-9">
          <Checkbox
            {...tickProps(form, field("counted"))}
            label={
              <>
                <span className="sr-only">{name}を</span>件数に含める
              </>
            }
          />
          <Checkbox
            {...tickProps(form, field("byHand"))}
            label={
              <>
                <span className="sr-only">{name}は</span>担当者だけが付ける
              </>
            }
          />
        </div>
      )}
    </li>
  );
}

function toneOf(text: string | undefined): MarkTone {
  return markTones.find((tone) => tone === text) ?? "none";
}
