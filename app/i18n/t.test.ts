import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Locale, readLocaleFrom } from "./locale.ts";
import { provideEnglish, rich, t, translated } from "./t.ts";

let now: Locale = "ja";
beforeEach(() => {
  readLocaleFrom(() => now);
  provideEnglish({
    順調: "On track",
    "{0}の{1}件": "{1} of {0}",
    "{0}へ": "To {0}",
    "報告（{0}）": "Report ({0})",
  });
});
afterEach(() => {
  now = "ja";
});

describe("a text", () => {
  it("reads as it is written in Japanese", () => {
    expect(t`順調`).toBe("順調");
    expect(t`${"福岡県"}の${3}件`).toBe("福岡県の3件");
  });
  it("is the English one of the same key, whose values may change places", () => {
    now = "en";
    expect(t`順調`).toBe("On track");
    expect(t`${"福岡県"}の${3}件`).toBe("3 of 福岡県");
    expect(t`報告（${"{0}"}）`).toBe("Report ({0})");
  });
  it("stays Japanese where there is no English one", () => {
    now = "en";
    expect(t`未定${1}`).toBe("未定1");
  });
  it("may hold elements", () => {
    now = "en";
    const link = createElement("a", { href: "/" }, "x");
    expect(renderToStaticMarkup(createElement("p", null, rich`${link}へ`))).toBe(
      '<p>To <a href="/">x</a></p>',
    );
  });
});

describe("a list of words", () => {
  it("is read anew each time", () => {
    const words = translated({ good: "順調", other: "未定" });
    expect({ ...words }).toEqual({ good: "順調", other: "未定" });
    now = "en";
    expect({ ...words }).toEqual({ good: "On track", other: "未定" });
  });
});
