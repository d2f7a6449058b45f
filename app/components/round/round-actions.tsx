import type { ReactNode } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { FieldError } from "#app/components/ui/field-frame.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import type { BoardCounts } from "#app/domain/completeness/board.ts";
import type { RoundStep } from "#app/domain/round/states.ts";
import { message } from "#app/i18n/messages.ts";
import { paths } from "#app/site/paths.ts";

/** A step that was sent and not taken, with what was typed and the reasons by field. */
export type RefusedStep = {
  intent: string;
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
};

type Round = {
  number: number;
  version: number;
  /** Organisations and figures that it asks for. */
  organisations: number;
  questions: number;
};

type FormProps = {
  round: Round;
  requestKey: string;
  refused: RefusedStep | null;
  total: BoardCounts | null;
  waitingFor: readonly { lead: string; count: number }[];
};

/** What the plan's owner may do to a round now, each step a form of its own. Works without scripts. */
export function RoundActions({
  plan,
  steps,
  keys,
  refused,
  ...known
}: {
  plan: string;
  steps: readonly RoundStep[];
  keys: Readonly<Record<string, string>>;
} & Omit<FormProps, "requestKey">) {
  const props = (step: RoundStep): FormProps => ({
    ...known,
    requestKey: keys[step] ?? "",
    refused: refused?.intent === step ? refused : null,
  });
  return (
    <div className="max-w-3xl space-y-5">
      {steps.includes("open") && <OpenForm {...props("open")} />}
      {steps.includes("prepare") && (
        <p>
          <ButtonLink to={paths.roundEditor(plan, known.round.number)}>内容を変更する</ButtonLink>
        </p>
      )}
      {steps.includes("publish") && <PublishForm {...props("publish")} />}
      {steps.includes("close") && <CloseForm {...props("close")} />}
      {steps.includes("reopen") && <ReopenForm {...props("reopen")} />}
    </div>
  );
}

function StepForm({
  round,
  requestKey,
  children,
}: Pick<FormProps, "round" | "requestKey"> & { children: ReactNode }) {
  return (
    <form method="post" noValidate className="space-y-4">
      <input type="hidden" name="baseVersion" value={round.version} />
      <input type="hidden" name="requestKey" value={requestKey} />
      {children}
    </form>
  );
}

function errorOf(refused: RefusedStep | null, field: string): string | undefined {
  const key = refused?.errors[field];
  return key ? message(key) : undefined;
}

function OpenForm({ refused, ...props }: FormProps) {
  const { organisations, questions } = props.round;
  return (
    <StepForm {...props}>
      <p>
        照会先の{organisations}団体に、{questions}
        件の報告を照会します。開始すると、各団体に通知とメールで知らせ、照会の内容は変更できなくなります。
      </p>
      <div id="open" tabIndex={-1}>
        <FieldError id="open" error={errorOf(refused, "open")} />
        <Button name="intent" value="open" size="lg">
          照会を開始する
        </Button>
      </div>
    </StepForm>
  );
}

function CloseForm({ total, refused, ...props }: FormProps) {
  const { asked = 0, none = 0, returned = 0, submitted = 0 } = total ?? {};
  return (
    <Disclosure summary="照会を締め切る" open={refused !== null}>
      <StepForm {...props}>
        <p>
          照会した{asked}件のうち、未提出が{none + returned}件、受理待ちが{submitted}
          件あります。締め切ると、各団体は報告の入力、提出、引戻しができなくなり、幹事団体は差戻しができなくなります。受理待ちの報告は、締切後も受理できます。
        </p>
        <div>
          <Checkbox
            id="confirmed"
            name="confirmed"
            label="未提出と受理待ちの件数を確かめました"
            aria-invalid={errorOf(refused, "confirmed") ? true : undefined}
            aria-describedby={errorOf(refused, "confirmed") ? "confirmed-error" : undefined}
          />
          <FieldError id="confirmed" error={errorOf(refused, "confirmed")} />
        </div>
        <TextareaField
          id="close-reason"
          name="reason"
          label="備考"
          support="期限前に締め切る場合など、記録に残すことがあれば入力してください。"
          required={false}
          rows={2}
          defaultValue={refused?.values.reason}
          error={errorOf(refused, "reason")}
        />
        <Button name="intent" value="close">
          締め切る
        </Button>
      </StepForm>
    </Disclosure>
  );
}

function ReopenForm({ refused, ...props }: FormProps) {
  return (
    <Disclosure summary="照会を再開する" open={refused !== null}>
      <StepForm {...props}>
        <p>
          報告の訂正を受け付けるために、照会を再開します。理由は照会の記録に残ります。公表済みの実績は、次に公表するまで変わりません。
        </p>
        <TextField
          id="reopen-dueOn"
          name="dueOn"
          type="date"
          label="新しい回答期限"
          required
          defaultValue={refused?.values.dueOn}
          error={errorOf(refused, "dueOn")}
          className="w-56"
        />
        <TextareaField
          id="reopen-reason"
          name="reason"
          label="再開の理由"
          support="公表後に再開した場合は、次に公表する版に、訂正の理由として載ります。"
          required
          rows={2}
          defaultValue={refused?.values.reason}
          error={errorOf(refused, "reason")}
        />
        <Button name="intent" value="reopen" variant="outline">
          再開する
        </Button>
      </StepForm>
    </Disclosure>
  );
}

function PublishForm({ total, waitingFor, refused, ...props }: FormProps) {
  const missing = total ? total.none + total.returned : 0;
  return (
    <StepForm {...props}>
      {waitingFor.length > 0 ? (
        <p>
          受理待ちの報告があるため、まだ公表できません：
          {waitingFor.map(({ lead, count }) => `${lead} ${count}件`).join("、")}
        </p>
      ) : (
        <p>
          受理された実績、評価、達成見込みと評価調書の文章を、この年度の公表版として公開します。ログインしていない人も閲覧できるようになります。
          {missing > 0 && `未提出の${missing}件は、未報告として公表されます。`}
        </p>
      )}
      <div id="publish" tabIndex={-1}>
        <FieldError id="publish" error={errorOf(refused, "publish")} />
        {waitingFor.length === 0 && (
          <Button name="intent" value="publish" size="lg">
            実績を公表する
          </Button>
        )}
      </div>
    </StepForm>
  );
}
