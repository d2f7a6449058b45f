/** Worst first: to be mended, to be looked at, good to know. */
export const severities = ["error", "warning", "notice"] as const;
export type Severity = (typeof severities)[number];

/** Every rule with its cases, in the order in which they are listed. */
export const healthRules = {
  "target-roadmap": ["differs", "no_cell", "late_milestone"],
  "target-overview": ["differs"],
  "roadmap-sum": ["parts", "overview", "steps"],
  "same-indicator": ["differs", "homonyms"],
  "printed-differently": ["place", "texts", "actuals"],
  "target-reached": ["surpassed", "equal", "by_actual"],
  "target-pace": ["one_year", "slower", "same"],
  "roadmap-backwards": ["cells", "below_baseline", "missed"],
  "cumulative-annual": ["roadmap", "span", "unsaid"],
  duplicate: ["shared", "identical", "same_actuals"],
  "unit-variant": ["text", "spelling"],
  "unit-name": ["kind"],
  "mixed-measure": ["unit", "parts", "periods"],
  "rate-parts": ["missing"],
  "target-year": ["outside", "undecided"],
  incomplete: [
    "reporters",
    "target",
    "target_unclear",
    "baseline",
    "baseline_undated",
    "baseline_old",
    "source",
  ],
  survey: ["once", "unsuitable", "two_sources"],
  "name-differs": ["place", "repost", "overview"],
  "repost-mark": ["missing"],
} as const satisfies Record<string, readonly string[]>;

export type HealthRule = keyof typeof healthRules;
export type HealthCase = {
  [Rule in HealthRule]: `${Rule}.${(typeof healthRules)[Rule][number]}`;
}[HealthRule];

/** What a piece of evidence quotes. */
export const evidenceKinds = [
  "target",
  "due",
  "roadmap",
  "overview",
  "baseline",
  "actual",
  "pace",
  "sum",
  "unit",
  "name",
  "source",
  "survey",
  "years",
  "place",
  "printed",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** One quotation: where it stands (an indicator, a node, or both), what it is, what it says. */
export type Evidence = {
  indicator: string | null;
  node: string | null;
  kind: EvidenceKind;
  text: string;
};

/** Something of a plan that does not fit, with the places and values that show it. */
export type Finding = {
  /**
   * Stays while the same places say the same, and changes with any of them, so that what was
   * dismissed comes back when the definition changes.
   */
  key: string;
  rule: HealthRule;
  case: HealthCase;
  severity: Severity;
  evidence: readonly Evidence[];
};

/** A finding from its case and evidence; the first piece of evidence says whose it is. */
export function finding(
  of: HealthCase,
  severity: Severity,
  evidence: readonly Evidence[],
): Finding {
  const rule = of.slice(0, of.indexOf(".")) as HealthRule;
  const [first] = evidence;
  const subject = first?.indicator ?? first?.node ?? "plan";
  const canonical = JSON.stringify(
    evidence.map(({ indicator, node, kind, text }) => [indicator, node, kind, text]),
  );
  return { key: `${of}/${subject}/${digest(canonical)}`, rule, case: of, severity, evidence };
}

/** One finding for many places with the same cause; none without a place. */
export function together(
  of: HealthCase,
  severity: Severity,
  evidence: readonly Evidence[],
): Finding[] {
  return evidence.length > 0 ? [finding(of, severity, evidence)] : [];
}

/** FNV-1a over UTF-16 units, 64 bits as 16 hexadecimal digits: tells texts apart, hides nothing. */
function digest(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    hash ^= BigInt(text.charCodeAt(index));
    hash = BigInt.asUintN(64, hash * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, "0");
}
