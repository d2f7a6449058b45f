import { holderOf } from "#app/domain/observation/holder.ts";
import type { ObservationState } from "#app/domain/observation/states.ts";
import { holderText } from "#app/i18n/approval.ts";

/** Under the state of an answer that is under way: in whose hands it is. */
export function HolderNote({
  state,
  lead,
}: {
  /** Null where nothing was begun. */
  state: ObservationState | null;
  /** The PT's lead organisation. */
  lead: string | null;
}) {
  if (state === null || holderOf(state) === "nobody") return null;
  return (
    <span className="mt-1 block whitespace-normal text-note text-solid-gray-700">
      手元：{holderText(state, lead)}
    </span>
  );
}
