import type { Derivation } from "#app/domain/indicator/definition.ts";
import { t } from "#app/i18n/t.ts";

/** What the reports of an indicator are counted by: one that is computed has those of all its parts. */
export function reportsUnit({ derivation }: { derivation: Derivation | null }): string {
  return derivation === null ? t`団体` : t`件`;
}
