/** Closed vocabularies and explanations. */
export const words: Readonly<Record<string, string>> = {};
