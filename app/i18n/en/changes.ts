/** What changed between two times, and meeting mode. */
export const changes: Readonly<Record<string, string>> = {};
