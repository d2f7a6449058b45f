import { eq } from "drizzle-orm";
import { organisations } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import { authorize, type ServiceContext, transaction } from "../context.server.ts";
import { ServiceError } from "../service-error.ts";
import { proveUnique, readSaid, type SaidOrganisation } from "./fields.server.ts";

/** What the form showed, so that nobody's change is undone unseen: a text made of all of it. */
export function organisationBase(said: SaidOrganisation): string {
  return [said.kind, said.code ?? "", said.shortName, said.name].join("\t");
}

/**
 * Says anew what an organisation is and is called. The same again changes nothing. Throws `forbidden`,
 * `not_found`, `invalid`, and `conflict` when a colleague was faster.
 */
export async function changeOrganisation(
  context: ServiceContext,
  slug: string,
  input: Record<string, unknown>,
): Promise<void> {
  authorize(context, "organisation.change");
  const said = readSaid(input);
  await transaction(context, async (tx) => {
    const [found] = await tx
      .select({
        id: organisations.id,
        kind: organisations.kind,
        code: organisations.code,
        shortName: organisations.shortName,
        name: organisations.name,
      })
      .from(organisations)
      .where(eq(organisations.slug, slug))
      .for("update");
    if (!found) throw new ServiceError("not_found");
    const { id, ...before } = found;
    if (organisationBase(before) === organisationBase(said)) return;
    if (organisationBase(before) !== input.base) throw new ServiceError("conflict");
    await proveUnique(tx, said, { but: id });
    await tx.update(organisations).set(said).where(eq(organisations.id, id));
    await record(tx, context, {
      action: "organisation.change",
      organisationId: null,
      subject: slug,
      detail: { before, after: said },
    });
  });
}
