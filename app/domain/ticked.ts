/** The name of a box in a form that has boxes of several groups: `node.CKR-8-2`. */
export function tickName(group: string, code: string): string {
  return `${group}.${code}`;
}

/** The codes of a group whose boxes were ticked in a form. */
export function tickedCodes(values: Record<string, unknown>, group: string): string[] {
  const prefix = tickName(group, "");
  return Object.keys(values)
    .filter((name) => name.startsWith(prefix) && values[name] !== "")
    .map((name) => name.slice(prefix.length));
}
