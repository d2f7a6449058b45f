import { readFileSync } from "node:fs";
import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { impersonal } from "#app/domain/privacy/columns.ts";
import { type Holding, holdings } from "#app/domain/privacy/inventory.ts";
import { type Retention, retention } from "#app/domain/privacy/retention.ts";
import * as schema from "#db/schema/index.ts";

const document = new URL("../../docs/privacy.md", import.meta.url);

const snake = (name: string) => name.replace(/[A-Z]+/g, (big) => `_${big.toLowerCase()}`);

/** Columns in which something about a person may stand, of the tables that know people. */
const free = new Set(["PgText", "PgJsonb", "PgArray", "PgCustomColumn"]);
const tables = Object.values(schema)
  .filter((each) => is(each, PgTable))
  .map((table) => {
    const { name, columns, foreignKeys } = getTableConfig(table);
    const people = foreignKeys
      .map((key) => key.reference())
      .filter(({ foreignTable }) => getTableConfig(foreignTable).name === "users")
      .flatMap((reference) => reference.columns.map((column) => snake(column.name)));
    const told = columns
      .filter(({ columnType, enumValues }) => free.has(columnType) && !enumValues?.length)
      .map((column) => snake(column.name));
    return { name, people, told };
  });
/** Tables without a reference to somebody that know people all the same. */
const more = new Set([
  "users",
  "verifications",
  "rate_limits",
  "audit_events",
  "reporter_answers",
  "import_files",
  "import_rows",
  "node_leaders",
]);
const addresses = /^(e?mail|address|phone|ip_address|user_agent|recipient|person)$/;

describe("the inventory of personal data", () => {
  const listed = holdings.flatMap(({ columns }) => columns);

  it("has every column of every table that knows people, as personal or as not", () => {
    const columns = tables
      .filter(
        ({ name, people, told }) =>
          people.length > 0 || more.has(name) || told.some((column) => addresses.test(column)),
      )
      .flatMap(({ name, people, told }) =>
        [...new Set([...people, ...told])].map((column) => `${name}.${column}`),
      );
    // Who did something stands in the events without a reference, so that nobody can take it out.
    expect([...listed, ...impersonal].sort()).toEqual([...columns, "audit_events.actor_id"].sort());
  });

  it("has none twice", () => {
    const all = [...listed, ...impersonal];
    expect(all.filter((column, index) => all.indexOf(column) !== index)).toEqual([]);
  });

  it("stands in docs/privacy.md as it is here (vitest -u writes it there)", async () => {
    const written = readFileSync(document, "utf8");
    const filled = [
      ["inventory", inventoryTable(holdings)],
      ["retention", retentionTable(retention)],
    ].reduce(
      (text, [part, table]) =>
        text.replace(
          new RegExp(`(<!-- ${part} -->\n)[\\s\\S]*?(<!-- end -->)`),
          (_, begin: string, end: string) => `${begin}${table}${end}`,
        ),
      written,
    );
    expect(filled).toContain("users.email");
    await expect(filled).toMatchFileSnapshot(document.pathname);
  });
});

function inventoryTable(rows: readonly Holding[]): string {
  return lines("| what | purpose | who sees it | how long | where |", [
    ...rows.map(({ what, purpose, seenBy, kept, columns }) => {
      const where = columns.map((column) => `\`${column}\``).join(", ");
      return `| **${what}** | ${purpose} | ${seenBy} | ${kept} | ${where} |`;
    }),
  ]);
}

function retentionTable(rows: readonly Retention[]): string {
  return lines("| what | days | after | becomes |", [
    ...rows.map(
      ({ what, days, since, becomes }) => `| ${what} | ${days} | ${since} | ${becomes} |`,
    ),
  ]);
}

function lines(head: string, rows: string[]): string {
  const rule = `|${"---|".repeat(head.split("|").length - 2)}`;
  return `${[head, rule, ...rows].join("\n")}\n`;
}
