import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inks, withOwnStyles } from "./paint.ts";

describe("a drawing of its own", () => {
  it("has the colours of the style sheet", () => {
    const sheet = readFileSync(
      "node_modules/@digital-go-jp/tailwind-theme-plugin/dist/v4.css",
      "utf8",
    );
    for (const [name, ink] of Object.entries(inks))
      expect([name, new RegExp(`--color-${name}: (#\\w+);`).exec(sheet)?.[1]]).toEqual([name, ink]);
  });

  it("carries its classes as styles", () => {
    expect(withOwnStyles('<path class="fill-none stroke-blue-900 w-full" d="M0 0"/>')).toBe(
      '<path style="fill:none;stroke:#0017c1" d="M0 0"/>',
    );
    expect(withOwnStyles('<g class="block h-auto">')).toBe("<g>");
    expect(() => withOwnStyles('<g class="fill-pink-100">')).toThrow("fill-pink-100");
  });

  it("draws a halo before the letters, not over them", () => {
    const halo =
      '<text x="1" stroke-width="4" class="stroke-white [paint-order:stroke] fill-black">a<tspan stroke-width="2">b</tspan></text>';
    expect(withOwnStyles(halo)).toBe(
      '<text aria-hidden="true" x="1" stroke-width="4" style="stroke:#ffffff;fill:#000000">a<tspan stroke-width="2">b</tspan></text>' +
        '<text x="1" style="fill:#000000">a<tspan>b</tspan></text>',
    );
  });
});
