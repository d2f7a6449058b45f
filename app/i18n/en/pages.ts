/** Pages and their parts. */
export const pages: Readonly<Record<string, string>> = {};
