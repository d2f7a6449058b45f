import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "#db/schema/index.ts";
import { giveBack, spend } from "../limit/spend.server.ts";
import { tellOwner } from "../mail/tell-owner.server.ts";
import { ServiceError } from "../service-error.ts";
import { beginSession } from "../session/begin.server.ts";
import { proveCredential } from "../session/credential.server.ts";
import { authorizeOwn, type OwnContext, recordOwn } from "../session/own-context.server.ts";
import { problemOfPassword, setPassword } from "./set.server.ts";

const typed = z.string().max(1024).catch("");
const fields = z.object({ current: typed, password: typed, repeat: typed });

/**
 * Changes one's password, which ends every other session of theirs, and goes on in one that takes this
 * one's place. Throws `invalid`, `forbidden`.
 */
export async function changePassword(
  context: OwnContext,
  input: Record<string, unknown>,
): Promise<{ setCookie: string }> {
  authorizeOwn(context, "password.change");
  const { database: identity, actor, session, clientAddress, requestHeaders, requestId } = context;
  const { current, password, repeat } = fields.parse(input);
  const limit = ["confirm", `${actor.id} ${clientAddress}`] as const;
  if ((await spend(identity, limit)) > 0)
    throw new ServiceError("invalid", { errors: { current: "factor.slow_down" } });
  const { right } = await proveCredential(identity, { userId: actor.id }, current);
  if (right) await giveBack(identity, "all", limit);
  const errors = {
    ...(right ? {} : { current: "password.current" }),
    ...named("password", await problemOfPassword(identity, actor.id, password)),
    ...(repeat === password ? {} : { repeat: "password.repeat" }),
  };
  if (Object.keys(errors).length > 0) throw new ServiceError("invalid", { errors });
  const setCookie = await identity.transaction(async (tx) => {
    await setPassword(tx, actor.id, password);
    await tx
      .delete(sessions)
      .where(and(eq(sessions.userId, actor.id), ne(sessions.id, session.id)));
    await recordOwn(tx, context, "password.change");
    await tellOwner(tx, actor.id, "password.change");
    const { secondFactor } = session;
    const opening = { secondFactor, requestHeaders, requestId, replaces: session.id };
    return beginSession(tx, actor.id, opening);
  });
  return { setCookie };
}

function named(field: string, problem: string | null): Record<string, string> {
  return problem === null ? {} : { [field]: problem };
}
