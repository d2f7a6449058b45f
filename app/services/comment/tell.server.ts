import { paths } from "#app/site/paths.ts";
import type { Transaction } from "#db/client.server.ts";
import type { SignedIn } from "../context.server.ts";
import { type Notice, notify } from "../notification/notify.server.ts";
import type { FoundSubject } from "./find-subject.server.ts";
import { listAddressees } from "./list-addressees.server.ts";

/** What a comment is about, as the audit log names it. */
export function placeOf({ plan, code, codes }: FoundSubject): string {
  const figure = codes.kind === "figure" ? [codes.fy, codes.organisation] : [];
  return [plan.code, code, ...figure].join("/");
}

/** A notice about a comment, without whom it is for: it leads to the comment itself. */
function noticeOf(
  subject: FoundSubject,
  { commentId, organisationId }: { commentId: string; organisationId: string },
): Pick<Notice, "path" | "detail" | "organisationId"> {
  const { plan, name, codes, reporter } = subject;
  return {
    organisationId,
    path: `${paths.discussion(plan.code, codes)}#comment-${commentId}`,
    detail: {
      name,
      ...(codes.kind === "figure" && reporter
        ? { organisation: reporter.shortName, fy: String(codes.fy) }
        : {}),
    },
  };
}

/** Tells whom a new comment addresses, and who spoke in its thread before. Nobody twice. */
export async function tellOfComment(
  tx: Transaction,
  context: SignedIn,
  given: {
    subject: FoundSubject;
    commentId: string;
    organisationId: string;
    addressed: readonly string[];
    spoke: readonly string[];
  },
): Promise<void> {
  const { subject, addressed, spoke } = given;
  const notice = noticeOf(subject, given);
  await notify(tx, context, { ...notice, kind: "mention", to: addressed });
  const others = spoke.filter((userId) => !addressed.includes(userId));
  const to = await stillReading(tx, subject, others);
  await notify(tx, context, { ...notice, kind: "reply", to });
}

/** Tells who spoke in a thread that it is resolved. */
export async function tellResolved(
  tx: Transaction,
  context: SignedIn,
  given: {
    subject: FoundSubject;
    commentId: string;
    organisationId: string;
    spoke: readonly string[];
  },
): Promise<void> {
  const to = await stillReading(tx, given.subject, given.spoke);
  await notify(tx, context, { ...noticeOf(given.subject, given), kind: "resolved", to });
}

/** Of those who once spoke of a figure, the ones who may still read what is said of it. */
async function stillReading(
  tx: Transaction,
  subject: FoundSubject,
  userIds: readonly string[],
): Promise<readonly string[]> {
  if (userIds.length === 0 || !subject.reporter) return userIds;
  const { people } = await listAddressees(tx, subject);
  const readers = new Set(people.flatMap((person) => person.userIds));
  return userIds.filter((userId) => readers.has(userId));
}
