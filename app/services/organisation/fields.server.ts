import { and, eq, ne, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { organisationKinds } from "#app/domain/indicator/definition.ts";
import type { Transaction } from "#db/client.server.ts";
import { organisations } from "#db/schema/index.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { requiredText } from "../typed-text.ts";

/** What is said of an organisation, and may be said anew. */
const saidFields = z
  .object({
    kind: z.enum(organisationKinds, "organisation.kind"),
    code: z
      .string()
      .default("")
      .transform((typed) => typed.normalize("NFKC").trim())
      .pipe(z.string().regex(/^(\d{2}|\d{5})?$/, "organisation.code"))
      .transform((code) => (code === "" ? null : code)),
    shortName: requiredText(20, "organisation.short_name", "organisation.short_name"),
    name: requiredText(60, "organisation.name", "organisation.name"),
  })
  .refine(({ kind, code }) => isCodeOf(kind, code), { path: ["code"], error: "organisation.code" });

/** What its addresses are made of stays as it is: links point there. */
export const slugField = z
  .string()
  .default("")
  .transform((typed) => typed.normalize("NFKC").trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z][a-z0-9-]{1,29}$/, "organisation.slug"));

export type SaidOrganisation = z.infer<typeof saidFields>;

/** Prefectures have two digits, municipalities five, other bodies none. */
function isCodeOf(kind: string, code: string | null): boolean {
  if (kind === "prefecture") return code?.length === 2;
  return kind === "municipality" ? code?.length === 5 : code === null;
}

/** What a form says of an organisation; further errors stand beside those of its fields. */
export function readSaid(
  input: Record<string, unknown>,
  more: Record<string, string> = {},
): SaidOrganisation {
  const parsed = saidFields.safeParse(input);
  const errors = { ...fieldErrors(parsed.error), ...more };
  if (!parsed.success || Object.keys(errors).length > 0)
    throw new ServiceError("invalid", { errors });
  return parsed.data;
}

/**
 * Throws `invalid` where another organisation is called so, or has the code. One such change after the
 * other: what two people make at once is still told apart.
 */
export async function proveUnique(
  tx: Transaction,
  { code, name, shortName }: SaidOrganisation,
  { slug, but }: { slug?: string; but?: string },
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('organisations'))`);
  const taken = async (condition: SQL | undefined) => {
    const others = and(condition, but === undefined ? undefined : ne(organisations.id, but));
    const [found] = await tx.select({ id: organisations.id }).from(organisations).where(others);
    return found !== undefined;
  };
  const named = (value: string) =>
    or(eq(organisations.name, value), eq(organisations.shortName, value));
  const errors: Record<string, string> = {};
  if (slug !== undefined && (await taken(eq(organisations.slug, slug))))
    errors.slug = "organisation.slug_taken";
  if (code !== null && (await taken(eq(organisations.code, code))))
    errors.code = "organisation.code_taken";
  if (await taken(named(name))) errors.name = "organisation.name_taken";
  if (await taken(named(shortName))) errors.shortName = "organisation.name_taken";
  if (Object.keys(errors).length > 0) throw new ServiceError("invalid", { errors });
}
