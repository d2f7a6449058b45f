/** Council packs. */
export const pack: Readonly<Record<string, string>> = {};
