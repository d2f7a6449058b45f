import type { VersionKind } from "#app/domain/plan/revision.ts";
import { translated } from "./t.ts";

/** What kind of version of a plan it is. */
export const versionKindLabels: Record<VersionKind, string> = translated({
  original: "当初計画",
  revision: "見直し",
  edit: "軽微な変更",
});
