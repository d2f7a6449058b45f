/** Charts, maps and comparisons. */
export const charts: Readonly<Record<string, string>> = {};
