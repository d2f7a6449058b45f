import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { nextState, type ObservationState } from "#app/domain/observation/states.ts";
import { closedRoundText } from "#app/i18n/round.ts";

/** An answer that the reader cannot change now; its writers can take it back while it is not decided. */
export function ReadOnlyReport({
  state,
  report,
}: {
  state: ObservationState | null;
  report: {
    newest: { version: number } | null;
    closed: boolean;
    may: { withdraw: boolean };
    requestKey: string;
  };
}) {
  if (report.closed) return <p>{closedRoundText()}</p>;
  if (nextState(state, "withdraw") === null || !report.may.withdraw) {
    return <p>この団体の報告を入力する役割が割り当てられていません。内容の閲覧だけができます。</p>;
  }
  return (
    <Form method="post">
      <input type="hidden" name="baseVersion" value={report.newest?.version ?? 0} />
      <input type="hidden" name="requestKey" value={report.requestKey} />
      <p className="mb-4">
        {state === "proposed"
          ? "団体内の決裁を待っています。決裁されるまでは引き戻して直すことができます。"
          : "幹事団体の確認を待っています。受理されるまでは引き戻して直すことができます。"}
      </p>
      <Button name="intent" value="withdraw" variant="outline">
        引き戻して修正する
      </Button>
    </Form>
  );
}
