import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { english } from "#app/i18n/en/index.ts";
import { productTitle } from "#app/i18n/product.ts";
import routes from "#app/routes.ts";
import { englishPages, speaksEnglish } from "#app/site/english.ts";
import { productName } from "#app/site/name.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** Letters of Japanese, and its wide signs: brackets, colons, spaces. */
const japanese = /[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff60]/;
/** What stays: the other language's own name, signs that plans choose, and how figures are rewritten. */
const stays =
  /^app\/(components\/(layout\/language-switch|evaluation\/mark-(glyph|badge))\.tsx|i18n\/figure\.ts)$/;

type Route = { path?: string; file: string; children?: Route[] };
const files = new Map<string, string>();
(function collect(list: readonly Route[], above: string) {
  for (const { path = "", file, children = [] } of list) {
    const full = path.startsWith("/") ? path : `${above}/${path}`.replace(/\/$/, "");
    files.set(full || "/", file);
    collect(children, full);
  }
})(await Promise.resolve(routes as unknown as Route[]), "");

/** What a page is made of, beyond rules and readings: routes, components, words. */
function partsOf(starts: readonly string[]): string[] {
  const seen = new Set<string>();
  const open = [...starts];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const { fileName } of ts.preProcessFile(readFileSync(join(root, file), "utf8"))
      .importedFiles) {
      const target = fileName.startsWith("#app/")
        ? fileName.slice(1)
        : fileName.startsWith(".")
          ? relative(root, join(root, dirname(file), fileName))
          : null;
      if (target && /^app\/(components|i18n)\/.+\.tsx?$/.test(target) && !target.includes("/en/"))
        open.push(target);
    }
  }
  return [...seen].sort();
}

type Text = { key: string; where: string };

/** Every text of a file: those with an English one by `t`, `rich` and `translated`, and the bare ones. */
function textsOf(file: string): { keyed: Text[]; bare: Text[] } {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), "utf8"),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const keyed: Text[] = [];
  const bare: Text[] = [];
  const where = (node: ts.Node) =>
    `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const visit = (node: ts.Node, known: boolean): void => {
    if (ts.isTaggedTemplateExpression(node) && /^(t|rich)$/.test(node.tag.getText())) {
      keyed.push({ key: keyOf(node.template), where: where(node) });
      if (ts.isTemplateExpression(node.template))
        for (const span of node.template.templateSpans) visit(span.expression, false);
      return;
    }
    const list =
      ts.isCallExpression(node) && node.expression.getText() === "translated" ? true : known;
    const text =
      ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node)
        ? node.text
        : ts.isTemplateExpression(node)
          ? [node.head, ...node.templateSpans.map(({ literal }) => literal)]
              .map((part) => part.text)
              .join("")
          : "";
    if (japanese.test(text)) (list ? keyed : bare).push({ key: text, where: where(node) });
    ts.forEachChild(node, (child) => visit(child, list));
  };
  visit(source, false);
  return { keyed, bare };
}

function keyOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.templateSpans.reduce(
    (key, span, n) => `${key}{${n}}${span.literal.text}`,
    template.head.text,
  );
}

const everything = ts.sys
  .readDirectory(join(root, "app"), [".ts", ".tsx"])
  .map((file) => relative(root, file))
  .filter((file) => !/\.test\.tsx?$|^app\/i18n\/(en\/|t\.ts$)/.test(file))
  .map((file) => ({ file, ...textsOf(file) }));
const shown = new Set(
  partsOf(["app/root.tsx", ...englishPages.map((page) => `app/${files.get(page)}`)]),
);

describe("English", () => {
  it("is of pages that there are", () => {
    expect(englishPages.filter((page) => !files.has(page))).toEqual([]);
    expect(speaksEnglish("/plans/jewels/indicators/SHG-2-4-a")).toBe(true);
    expect(speaksEnglish("/plans/jewels/rounds/1")).toBe(false);
    expect(speaksEnglish("/plans/jewels/packs/0b7c")).toBe(true);
    for (const form of ["packs/new", "packs/new/", "packs/new.data"])
      expect(speaksEnglish(`/plans/jewels/${form}`), form).toBe(false);
  });

  it("is there for every text that stands in the code with `t`, `rich` or `translated`", () => {
    const missing = everything
      .flatMap(({ keyed }) => keyed)
      .filter(({ key }) => japanese.test(key) && english[key] === undefined);
    expect(missing).toEqual([]);
  });

  it("has the same values as the Japanese text, and no text of its own without one", () => {
    const values = (text: string) => [...new Set(text.match(/\{\d+\}/g))].sort();
    const used = new Set(everything.flatMap(({ keyed }) => keyed.map(({ key }) => key)));
    for (const [key, text] of Object.entries(english)) {
      expect(used.has(key), `${key} is used`).toBe(true);
      expect([key, values(text)]).toEqual([key, values(key)]);
      expect([key, japanese.test(text)]).toEqual([key, false]);
    }
  });

  it("is whole on the pages that there are in English", () => {
    const bare = everything
      .filter(({ file }) => shown.has(file) && !stays.test(file))
      .flatMap((found) => found.bare);
    expect(bare.map(({ key, where }) => `${where} ${key.trim()}`)).toEqual([]);
  });
});

it("the portal has one name", () => {
  expect(productTitle()).toBe(productName);
});
