import { z } from "zod";
import { type PackPart, packParts } from "#app/domain/pack/pack.ts";
import { parseDay } from "#app/domain/progress/day.ts";
import { tickedCodes } from "#app/domain/ticked.ts";
import type { Transaction } from "#db/client.server.ts";
import type { ServiceContext } from "../context.server.ts";
import { fieldErrors } from "../observation/write.server.ts";
import { readDefinition } from "../plan/read-definition.server.ts";
import { stepBack } from "../rollup/step-back.server.ts";
import { ServiceError } from "../service-error.ts";

const meeting = "pack.meeting";
/** Signs that nobody sees: two papers would look alike and be two, and a title would read backwards. */
const invisible = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu;

/** What a form says of a pack: `edition` is a year and an edition of it, `2024-1`. */
const fields = z.object({
  edition: z
    .string("pack.edition")
    .regex(/^\d{4}-[1-9]\d{0,4}$/, "pack.edition")
    .transform((text) => text.split("-").map(Number) as [fy: number, edition: number]),
  meeting: z
    .string(meeting)
    .transform((text) => text.normalize("NFC").replace(invisible, "").trim())
    .pipe(
      z
        .string()
        .min(1, meeting)
        .max(100, meeting)
        .regex(/^\P{Cc}*$/u, meeting),
    ),
  meetingOn: z.string("pack.meeting_on").transform(parseDay).pipe(z.string("pack.meeting_on")),
});

/** Of what a pack is made: one that is asked for again by the same is the same pack. */
export type TypedChoice = {
  fy: number;
  edition: number;
  meeting: string;
  meetingOn: string;
  pts: string[];
  parts: PackPart[];
};

/**
 * A choice as a form sends it, proven against the plan that the edition was made of, in its order: a
 * transaction of its own, which from here on reads what was there then. Throws `invalid`.
 */
export async function proveChoice(
  tx: Transaction,
  context: ServiceContext,
  plan: string,
  input: Record<string, string>,
): Promise<TypedChoice> {
  const parsed = fields.safeParse(input);
  const parts = packParts.filter((part) => tickedCodes(input, "part").includes(part));
  const codes = tickedCodes(input, "pt");
  const errors = {
    ...fieldErrors(parsed.error),
    ...(codes.length === 0 && { pts: "pack.pts" }),
    ...(parts.length === 0 && { parts: "pack.parts" }),
  };
  if (!parsed.success || Object.keys(errors).length > 0)
    throw new ServiceError("invalid", { errors });
  const { edition: asked, ...typed } = parsed.data;
  const [fy, edition] = asked;
  try {
    await stepBack(tx, { ...context, asOf: { kind: "edition", edition } }, plan, fy);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw new ServiceError("invalid", { errors: { edition: "pack.edition" } });
  }
  const { nodes } = await readDefinition(tx, plan, () => fy);
  const goals = nodes.filter(({ kind, code }) => kind === "goal" && codes.includes(code));
  if (goals.length !== codes.length)
    throw new ServiceError("invalid", { errors: { pts: "pack.pts" } });
  return { fy, edition, ...typed, parts, pts: goals.map(({ code }) => code) };
}
