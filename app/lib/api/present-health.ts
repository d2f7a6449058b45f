import type { z } from "zod";
import type { Severity } from "#app/domain/health/finding.ts";
import { caseWords } from "#app/i18n/health.ts";
import type { FindingsReading } from "#app/services/finding/list.server.ts";
import type * as schemas from "./schemas.ts";

/** The plan health check as the API gives it: what is dismissed stays in the list and says why. */
export function presentHealth({ plan, findings }: FindingsReading): z.infer<typeof schemas.health> {
  const open = findings.filter((finding) => finding.dismissal === null);
  const count = (severity: Severity) =>
    open.filter((finding) => finding.severity === severity).length;
  return {
    plan: plan.code,
    counts: {
      error: count("error"),
      warning: count("warning"),
      notice: count("notice"),
      dismissed: findings.length - open.length,
    },
    findings: findings.map(({ key, rule, case: of, severity, evidence, dismissal }) => ({
      key,
      rule,
      case: of,
      severity,
      ...caseWords[of],
      evidence: evidence.map(({ indicator, node, kind, text }) => ({
        indicator,
        node,
        kind,
        text,
      })),
      dismissed: dismissal && {
        reason: dismissal.reason,
        organisation: dismissal.organisation,
        at: dismissal.at.toISOString(),
      },
    })),
  };
}
