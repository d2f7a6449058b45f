import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import type { Series } from "#app/domain/indicator/definition.ts";
import {
  type AnswerField,
  type Asked,
  answerKind,
  type RawAnswer,
} from "#app/domain/observation/answer.ts";
import { type Quality, qualities } from "#app/domain/observation/states.ts";
import { qualityWords } from "#app/i18n/answer.ts";
import { seriesLabels } from "#app/i18n/labels.ts";
import { message } from "#app/i18n/messages.ts";

const qualitySupport: Record<Quality, string> = {
  final: "確定した値です。",
  provisional: "速報値です。確定したら訂正してください。",
  under_survey: "調査の結果がまだ出ていません。値は入力しません。",
  not_applicable: "この団体には当てはまりません。報告団体の数から除かれます。",
  no_data: "値がありません。0とは扱いません。",
};

const seriesSupport: Record<Series, string> = {
  annual: "この年度1年間の値です。",
  cumulative: "起算年度からこの年度末までの累計です。この年度の増加分だけではありません。",
  stock: "この年度末時点の値です。",
};

/** The fields of an answer, as the indicator asks for them, each with its error. */
export function AnswerFields({
  asked,
  values,
  errors,
  milestone,
}: {
  asked: Asked & { series: Series };
  values: Partial<RawAnswer>;
  errors: Partial<Record<string, string>>;
  /** The year's milestone in words. */
  milestone: string | null;
}) {
  const kind = answerKind(asked);
  const error = (field: AnswerField) => (errors[field] ? message(errors[field]) : undefined);
  return (
    <div className="space-y-7">
      <RadioGroup
        id="quality"
        name="quality"
        label="回答の区分"
        required
        options={qualities.map((quality) => ({
          value: quality,
          label: qualityWords[quality],
          support: qualitySupport[quality],
        }))}
        defaultValue={values.quality ?? "final"}
        error={error("quality")}
      />
      {(kind === "figure" || kind === "weighted") && (
        <TextField
          id="value"
          name="value"
          label={`実績値（${seriesLabels[asked.series]}）`}
          support={`${seriesSupport[asked.series]}「1,450」「1.2兆円」「▲198」のように、普段の書き方で入力できます。`}
          unit={asked.unit}
          numeric
          inputSize="lg"
          defaultValue={values.value}
          error={error("value")}
        />
      )}
      {kind === "weighted" && (
        <TextField
          id="denominator"
          name="denominator"
          label="重み"
          support="域内の値は、この重みで加重平均します。対象者数など、値のもとになる実数です。"
          numeric
          inputSize="lg"
          defaultValue={values.denominator}
          error={error("denominator")}
        />
      )}
      {kind === "fraction" && (
        <div className="grid gap-6 sm:grid-cols-2">
          <TextField
            id="numerator"
            name="numerator"
            label="分子"
            support="割合の上側になる実数です。"
            numeric
            inputSize="lg"
            defaultValue={values.numerator}
            error={error("numerator")}
          />
          <TextField
            id="denominator"
            name="denominator"
            label="分母"
            support="割合の下側になる実数です。"
            numeric
            inputSize="lg"
            defaultValue={values.denominator}
            error={error("denominator")}
          />
        </div>
      )}
      {kind === "words" && (
        <>
          <TextField
            id="words"
            name="words"
            label="到達した状況"
            support={milestone ? `この年度のマイルストーン：${milestone}` : undefined}
            inputSize="lg"
            defaultValue={values.words}
            error={error("words")}
          />
          <RadioGroup
            id="reached"
            name="reached"
            label="マイルストーンへの到達"
            layout="row"
            options={[
              { value: "yes", label: "達成" },
              { value: "no", label: "未達" },
            ]}
            defaultValue={values.reached}
            error={error("reached")}
          />
        </>
      )}
      <TextareaField
        id="note"
        name="note"
        label="備考"
        required={false}
        support="増減の理由や値の出所など、幹事団体に伝えたいことを書きます。"
        rows={3}
        defaultValue={values.note}
        error={error("note")}
      />
    </div>
  );
}
