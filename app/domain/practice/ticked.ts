/** The groups of boxes in the form of a case. Each box has a name of its own: `node.CKR-8-2`. */
export const tickGroups = ["theme", "node", "indicator"] as const;
export type TickGroup = (typeof tickGroups)[number];

export function tickName(group: TickGroup, code: string): string {
  return `${group}.${code}`;
}

/** The codes whose boxes were ticked in a form. */
export function tickedCodes(values: Record<string, unknown>, group: TickGroup): string[] {
  const prefix = tickName(group, "");
  return Object.keys(values)
    .filter((name) => name.startsWith(prefix) && values[name] !== "")
    .map((name) => name.slice(prefix.length));
}
