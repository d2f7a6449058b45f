/** Browsers by what they call themselves; those that also name another one come first. */
const browsers: [name: string, mark: RegExp][] = [
  ["Edge", /\bEdg(?:e|A|iOS)?\//],
  ["Opera", /\bOPR\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /\b(?:Chrome|CriOS)\//],
  ["Safari", /\bVersion\/.+Safari\//],
];

const systems: [name: string, mark: RegExp][] = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMacintosh\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Linux", /\bLinux\b/],
];

/** The browser and the system that a request came from, as far as it says; null where it does not. */
export function deviceOf(userAgent: string): { browser: string | null; system: string | null } {
  const named = (list: typeof browsers) =>
    list.find(([, mark]) => mark.test(userAgent))?.[0] ?? null;
  return { browser: named(browsers), system: named(systems) };
}
