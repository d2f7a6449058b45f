import { readdirSync, readFileSync, statSync } from "node:fs";
import { expect, it } from "vitest";
import { glossaryEntry, glossaryParts } from "./glossary.ts";
import { guidePicture, guides } from "./guides.ts";

const folder = new URL("../../public/guides/", import.meta.url);
const pictures = Object.values(guides).flatMap(({ steps }) => steps.map(({ picture }) => picture));

/** The size that the head of an extended WebP says, which is how Chromium writes it. */
function sizeOf(file: Buffer) {
  expect(file.toString("latin1", 12, 16)).toBe("VP8X");
  return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
}

it("has one small picture of one size for each step, and no others", () => {
  const kept = readdirSync(folder).map((name) => name.replace(/\.webp$/, ""));
  expect(kept.sort()).toEqual([...pictures].sort());
  for (const picture of pictures) {
    const file = new URL(`${picture}.webp`, folder);
    expect(sizeOf(readFileSync(file)), picture).toEqual(guidePicture);
    expect(statSync(file).size, picture).toBeLessThan(60_000);
  }
});

it("says what every picture shows, otherwise than the step does", () => {
  for (const { steps } of Object.values(guides))
    for (const { alt, text } of steps) {
      expect(alt.length).toBeGreaterThan(15);
      expect(text).not.toContain(alt);
    }
});

it("explains each word once, in whole sentences", () => {
  const terms = glossaryParts().flatMap(({ terms: part }) => Object.keys(part));
  expect(new Set(terms).size).toBe(terms.length);
  const entries = terms.map((term) => glossaryEntry(term as Parameters<typeof glossaryEntry>[0]));
  expect(new Set(entries.map(({ word }) => word)).size).toBe(entries.length);
  for (const { word, meaning } of entries) {
    expect(meaning, word).toMatch(/。$/);
    expect(meaning.length, word).toBeLessThanOrEqual(90);
  }
});
