type Plain = Record<string, unknown>;

/** What two people made of the same thing, put together; and the fields that both changed otherwise. */
export type Merged<Thing> = { merged: Thing; conflicts: string[] };

/**
 * Puts a proposal on what stands now: a field that the proposal changed against its basis is taken
 * from it, every other stays as it stands. A field that was changed on both sides to different values
 * is a conflict, named by its path (`project.purpose`), and stays as it stands. Objects are merged
 * field by field, lists as a whole.
 */
export function mergeProposal<Thing extends Plain>(
  basis: Thing,
  proposal: Thing,
  now: Thing,
): Merged<Thing> {
  const conflicts: string[] = [];
  const merge = (was: Plain, proposed: Plain, stands: Plain, path: string): Plain => {
    const fields = new Set([...Object.keys(stands), ...Object.keys(proposed)]);
    return Object.fromEntries(
      [...fields].map((field) => {
        const [a, b, c] = [was[field], proposed[field], stands[field]];
        if (isPlain(a) && isPlain(b) && isPlain(c))
          return [field, merge(a, b, c, `${path}${field}.`)];
        if (isSame(a, b) || isSame(b, c)) return [field, c];
        if (isSame(a, c)) return [field, b];
        conflicts.push(`${path}${field}`);
        return [field, c];
      }),
    );
  };
  return { merged: merge(basis, proposal, now, "") as Thing, conflicts };
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether two values of a document say the same, whatever the order of their fields. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (!isPlain(a) || !isPlain(b)) return false;
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].every((field) => isSame(a[field], b[field]));
}
