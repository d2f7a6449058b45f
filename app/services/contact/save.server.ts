import { z } from "zod";
import { ptContacts } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  transaction,
} from "../context.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { typedText } from "../typed-text.ts";
import { type ContactCodes, findContact } from "./find.server.ts";

const line = typedText(100, "contact.too_long", (typed) => typed.trim());

/** Digits as they are dialled, whatever width they were typed in. */
const phone = line
  .transform((typed) => typed.normalize("NFKC").replace(/[‐‑–—−ー]/g, "-"))
  .pipe(z.string().regex(/^([0-9+(][0-9+()\- ]{4,29}(内線[0-9]+)?)?$/, "contact.phone"));

const email = line
  .transform((typed) => typed.normalize("NFKC"))
  .pipe(z.union([z.literal(""), z.email("contact.email")], "contact.email"));

const fields = z.object({
  department: line.pipe(z.string().min(1, "contact.department")),
  person: line,
  phone,
  email,
  note: typedText(500, "contact.note"),
  /** The version that the person saw; 0 where there was none. */
  baseVersion: z.coerce.number().int().min(0),
});

/**
 * Says who is to be asked about a PT in one's own organisation, as the next version; the earlier ones
 * stay. What is the same as before changes nothing. Throws `forbidden`, `not_found`, `invalid`, and
 * `conflict` when a colleague was faster.
 */
export async function saveContact(
  context: ServiceContext,
  codes: ContactCodes,
  input: Record<string, unknown>,
): Promise<void> {
  const { organisationId } = requireMembership(context, codes.organisation);
  authorize(context, "contact.save", { organisationId });
  await transaction(context, async (tx) => {
    const { plan, node, newest } = await findContact(tx, codes);
    const parsed = fields.safeParse(input);
    if (!parsed.success) throw new ServiceError("invalid", { errors: fieldErrors(parsed.error) });
    const { baseVersion, ...contact } = parsed.data;
    // Also a form that is sent twice: the second time it finds what the first one wrote.
    if (newest && isSame(newest, contact)) return;
    if ((newest?.version ?? 0) !== baseVersion) throw new ServiceError("conflict");
    const written = await tx
      .insert(ptContacts)
      .values({
        ...contact,
        nodeId: node.id,
        organisationId,
        version: baseVersion + 1,
        authorId: context.actor.id,
      })
      .onConflictDoNothing()
      .returning({ id: ptContacts.id });
    if (written.length === 0) throw new ServiceError("conflict");
    await record(tx, context, {
      action: "contact.save",
      organisationId,
      subject: `${plan.code}/${node.code}/${codes.organisation}`,
      // Names and addresses of people stay out of the log; the versions have them.
      detail: { version: baseVersion + 1, department: contact.department },
    });
  });
}

type Contact = Omit<z.infer<typeof fields>, "baseVersion">;

function isSame(kept: Contact, typed: Contact): boolean {
  return (Object.keys(typed) as (keyof Contact)[]).every((field) => kept[field] === typed[field]);
}
