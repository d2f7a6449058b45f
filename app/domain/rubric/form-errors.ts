import type { Fields } from "./form.ts";

/**
 * What is wrong with a form, by field, from what the schema says of its content by path (`errors`)
 * and what could not be read as a figure (`unread`).
 */
export function formErrors(
  fields: Fields,
  errors: Record<string, string>,
  unread: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...errors, ...unread }).flatMap(([path, key]) => {
      if (!/^(rules\.\d+\.mark|notJudgeable)$/.test(path)) return [[fieldOf(path, fields), key]];
      const row = fields[path] ?? "";
      // Chosen, but still without a name: that is said at the mark.
      if (row !== "" && fields[`marks.${row}.symbol`]?.trim() === "") return [];
      return [[path, key === "rubric.symbol" ? "rubric.unknown_mark" : key]];
    }),
  );
}

const fieldsOfPaths: [path: RegExp, field: string][] = [
  [/^marks$/, "marks.0.symbol"],
  [/^outlook$/, "outlook.0.symbol"],
  [/^rate\.byValueKind\.(\w+)$/, "rate.$1"],
  [/^rules\.(\d+)\.because.*$/, "rules.$1.because.provisional"],
];
const prefixes: Record<string, string> = {
  achievement_rate: "rate",
  target: "target",
  baseline_change: "change",
};

/** The name of the field at which an error of the schema stands. */
export function fieldOf(path: string, fields: Fields): string {
  const [, row, part] = /^rules\.(\d+)\.(is|in|bound)$/.exec(path) ?? [];
  const prefix = prefixes[fields[`rules.${row}.test`] ?? ""];
  if (row && prefix) return `rules.${row}.${prefix}.${part}`;
  const [pattern, field] = fieldsOfPaths.find(([known]) => known.test(path)) ?? [];
  return pattern && field ? path.replace(pattern, field) : path;
}
