import { useId } from "react";

/** An id for use inside `url(#…)`, unique on the page and the same on server and browser. */
export function useSvgId(): string {
  return `s${useId().replaceAll(":", "")}`;
}
