import { formatFigure } from "../figure/format.ts";
import { fiscalYearShort } from "../fiscal-year/fiscal-year.ts";
import type { Evidence, EvidenceKind } from "./finding.ts";
import type { HealthIndicator, HealthNode } from "./plan.ts";

/** Quotes an indicator. */
export function of(indicator: HealthIndicator, kind: EvidenceKind, text: string): Evidence {
  return { indicator: indicator.code, node: null, kind, text };
}

/** Quotes a node: its overview, its name. */
export function at(node: Pick<HealthNode, "code">, kind: EvidenceKind, text: string): Evidence {
  return { indicator: null, node: node.code, kind, text };
}

export function targetOf(indicator: HealthIndicator): Evidence {
  return of(indicator, "target", indicator.target.text);
}

/** The baseline as printed, or else its figure, with its year where the text does not say it. */
export function baselineOf(indicator: HealthIndicator): Evidence {
  const { value, text, asOf } = indicator.baseline;
  return of(
    indicator,
    "baseline",
    text ?? `${figure(value, indicator)}${asOf ? `（${asOf}）` : ""}`,
  );
}

export function cellOf(
  indicator: HealthIndicator,
  cell: { fy: number | null; text: string },
): Evidence {
  const year = cell.fy === null ? "" : `${fiscalYearShort(cell.fy)}：`;
  return of(indicator, "roadmap", `${year}${cell.text}`);
}

export function actualOf(
  indicator: HealthIndicator,
  actual: { fy: number; value: string | null; text: string | null },
): Evidence {
  const said = actual.text ?? figure(actual.value, indicator);
  return of(indicator, "actual", `${fiscalYearShort(actual.fy)}：${said}`);
}

/** 「1,240人」: a figure with its indicator's unit. */
export function figure(value: string | null, indicator: HealthIndicator): string {
  return `${formatFigure(value)}${value === null ? "" : indicator.unit}`;
}
