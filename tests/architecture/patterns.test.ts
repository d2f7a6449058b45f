import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

// A pattern that tries many ways to read the same text takes minutes for a line that somebody pasted.

const root = new URL("../..", import.meta.url).pathname;
const longest = 25_000;
/** Nobody waits for one pattern; a busy machine is given its time. */
const patience = 500;

/** Lines that make careless patterns try again and again: one sign, and something else at the end. */
const hostile = [
  "a",
  "A",
  " ",
  "　",
  "0",
  "１",
  "-",
  ".",
  ",",
  "（",
  "\t",
  "\n",
  "/",
  "a-",
  "a.",
  "0,",
  "あ",
].map((sign) => `${sign.repeat(Math.ceil(longest / sign.length))}!\u0000`);

/** Slow on what is longer than they ever see, and what bounds it. */
const bounded: Record<string, string> = {
  "attachment/name.ts": "names of files stand in headers of at most 8 kB",
  "link/recipients.ts": "a line is cut at 400 signs before",
  "figure/exact.ts": "the digits of one decimal place",
  "figure/format.ts": "figures have at most 30 digits",
  "import/cell-text.ts": "the digits of one number",
  "health/rules/unit-names.ts": "labels in the text of a plan",
  "config.server.ts": "what an operator sets",
  "pack/page-numbers.ts": "what our own browser prints",
};

/** The patterns as they are written in the source. */
function patternsIn(text: string): RegExp[] {
  const written = text.matchAll(
    /(?<=[(,=:?&|!]\s*)\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)/g,
  );
  return [...written].flatMap(([, source = "", flags = ""]) => {
    try {
      return [new RegExp(source, flags)];
    } catch {
      return [];
    }
  });
}

it.each(["app/domain", "app/lib", "app/services", "server"])(
  "no pattern of %s is slow on any text",
  (folder) => {
    const slow: string[] = [];
    let tried = 0;
    for (const path of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })) {
      if (!/\.tsx?$/.test(path) || /\.test\.tsx?$/.test(path)) continue;
      for (const pattern of patternsIn(readFileSync(join(root, folder, path), "utf8"))) {
        tried++;
        for (const text of hostile) {
          const begun = performance.now();
          text.replace(pattern, "");
          const took = performance.now() - begun;
          if (took > patience && !(path in bounded))
            slow.push(`${path} ${pattern} on ${JSON.stringify(text.slice(0, 2))}`);
        }
      }
    }
    expect(tried).toBeGreaterThan(1);
    expect(slow).toEqual([]);
  },
  60_000,
);
