/** One thing that an event says: a field and what it is (or was, and became). */
export type Fact = { field: string; value: unknown };
export type Change = { field: string; before: unknown; after: unknown };

/**
 * What an event's detail says, field by field: what changed, where it has a `before` or an `after`, and what
 * else there is. Of two contents only the fields that differ are changes; a content that begins or ends
 * is one whose other side is null.
 */
export function readDetail(detail: Record<string, unknown>): { changes: Change[]; facts: Fact[] } {
  const { before, after, ...rest } = detail;
  const facts = Object.entries(rest).map(([field, value]) => ({ field, value }));
  if (!("before" in detail) && !("after" in detail)) return { changes: [], facts };
  return { changes: changesOf(before ?? null, after ?? null), facts };
}

function changesOf(before: unknown, after: unknown): Change[] {
  if (!isContent(before) && !isContent(after))
    return same(before, after) ? [] : [{ field: "", before, after }];
  const was = isContent(before) ? before : {};
  const is = isContent(after) ? after : {};
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null }))
    .filter((change) => !same(change.before, change.after));
}

function isContent(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
