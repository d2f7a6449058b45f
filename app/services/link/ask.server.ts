import { z } from "zod";
import { dateInJapan } from "#app/domain/fiscal-year/fiscal-year.ts";
import { type Recipient, readRecipients } from "#app/domain/link/recipients.ts";
import { endOfDay, linkDays } from "#app/domain/link/standing.ts";
import { parseDay } from "#app/domain/progress/day.ts";
import { linkMail } from "#app/i18n/link-mail.ts";
import { productName } from "#app/site/name.ts";
import type { Database, Transaction } from "#db/client.server.ts";
import { mails, reporterLinks } from "#db/schema/index.ts";
import { record } from "../audit/record.server.ts";
import {
  authorize,
  requireMembership,
  type ServiceContext,
  type SignedIn,
  transaction,
} from "../context.server.ts";
import { spend } from "../limit/spend.server.ts";
import { findTarget, type TargetCodes } from "../observation/find-target.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { ServiceError } from "../service-error.ts";
import { typedText } from "../typed-text.ts";
import { idOfAsked } from "./asked-id.server.ts";
import { revoke } from "./revoke.server.ts";

const fields = z.object({
  recipients: z.string().max(20_000, "link.too_many").default(""),
  message: typedText(1000, "link.message"),
  expiresOn: z.string().default("").transform(parseDay).pipe(z.string("link.expires")),
  requestKey: z.uuid(),
  /** The link that is asked by anew, and ends by it. */
  again: z.uuid().optional().or(z.literal("")),
});

/** Who was asked, or after how many seconds more may be asked. */
export type Asked =
  | { asked: { id: string; recipient: string }[] }
  | { waitSeconds: number; asked?: never };

/**
 * Asks firms or offices for one figure of one's own organisation, each by a link of its own that is
 * mailed to it. The same form sent twice asks once and answers the same links. One wrong line refuses
 * all. `identity` counts how many are asked. Throws `forbidden`, `not_found`, `invalid`.
 */
export async function askLink(
  context: ServiceContext,
  codes: TargetCodes,
  input: Record<string, unknown>,
  { identity, now }: { identity: Database; now: Date },
): Promise<Asked> {
  const { organisationId } = requireMembership(context, codes.organisation);
  authorize(context, "link.ask", { organisationId });
  const parsed = fields.safeParse(input);
  const read = readRecipients(String(input.recipients ?? ""));
  if (!parsed.success || !read.ok) {
    const recipients: Record<string, string> = read.ok ? {} : { recipients: problemOf(read) };
    throw new ServiceError("invalid", { errors: { ...recipients, ...fieldErrors(parsed.error) } });
  }
  const { message, expiresOn, requestKey, again } = parsed.data;
  const expiresAt = endOfDay(expiresOn);
  const longest = new Date(now.getTime() + linkDays.most * 86_400_000);
  if (expiresOn < dateInJapan(now) || expiresAt > longest)
    throw new ServiceError("invalid", { errors: { expiresOn: "link.expires" } });
  const counter = ["ask-reporter", organisationId] as const;
  const waitSeconds = await spend(identity, ...read.recipients.map(() => counter));
  if (waitSeconds > 0) return { waitSeconds };
  return transaction(context, async (tx) => {
    const target = await findTarget(tx, codes);
    if (again) await revoke(tx, context, { organisationId, slug: codes.organisation }, again);
    const figure = {
      organisationId,
      indicatorId: target.indicator.id,
      fy: target.fy,
      period: target.period,
    };
    const asked = read.recipients.map((recipient) => ({
      ...recipient,
      id: idOfAsked(requestKey, Object.values(figure), recipient),
    }));
    const written = await tx
      .insert(reporterLinks)
      .values(
        asked.map((each) => ({
          ...each,
          ...figure,
          message,
          expiresAt,
          authorId: context.actor.id,
        })),
      )
      .onConflictDoNothing()
      .returning({ id: reporterLinks.id });
    const fresh = asked.filter(({ id }) => written.some((row) => row.id === id));
    if (fresh.length > 0) await tell(tx, context, fresh, { target, message, expiresOn });
    return { asked: asked.map(({ id, recipient }) => ({ id, recipient })) };
  });
}

type Asking = {
  target: Awaited<ReturnType<typeof findTarget>>;
  message: string;
  expiresOn: string;
};

/** Writes the mail and the audit event of each link. Names and addresses stay out of the log. */
async function tell(
  tx: Transaction,
  context: SignedIn,
  links: readonly (Recipient & { id: string })[],
  { target, message, expiresOn }: Asking,
): Promise<void> {
  const { organisation, indicator, fy, period, plan } = target;
  await tx.insert(mails).values(
    links.map(({ id, recipient, email }) => ({
      address: email,
      linkId: id,
      kind: "reporter_link" as const,
      ...linkMail({
        recipient,
        organisation: organisation.name,
        indicator,
        fy,
        period,
        message,
        expiresOn,
        portal: productName,
      }),
      state: "ready" as const,
    })),
  );
  for (const { id } of links)
    await record(tx, context, {
      action: "link.ask",
      organisationId: organisation.id,
      subject: `${organisation.slug}/${id}`,
      detail: { plan: plan.code, indicator: indicator.code, fy, period, expiresOn },
    });
}

function problemOf(read: { problem: string; line?: number }): string {
  return read.line === undefined ? `link.${read.problem}` : `link.${read.problem} ${read.line}`;
}
