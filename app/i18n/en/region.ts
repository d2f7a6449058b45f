/** The region page. */
export const region: Readonly<Record<string, string>> = {};
