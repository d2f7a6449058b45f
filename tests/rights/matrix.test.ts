import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { can } from "#app/policy/can.ts";
import { type Permission, permissions } from "#app/policy/permissions.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { beWebProcess } from "#tests/factories/web.ts";
import { type Call, type Ids, subjectOf } from "./call.ts";
import { calls } from "./calls.ts";
import { type Cast, createCast } from "./cast.ts";
import { type Outcome, openRehearsal } from "./rehearsal.ts";
import { type Scene, setScene } from "./scene.ts";

// Every verb, tried by everybody: what comes of it is what the one table of rights says, and who is
// refused has written nothing.

let portal: Portal;
let endWeb: () => Promise<void>;
let cast: Cast;
let scene: Scene;
let ids: Ids;
let rehearsal: ReturnType<typeof openRehearsal>;

beforeAll(async () => {
  portal = await openPortal();
  endWeb = beWebProcess(portal);
  cast = await createCast(portal.owner);
  scene = await setScene(portal, cast);
  const idOf = (post: Parameters<Cast["of"]>[0]) => cast.of(post).memberships[0]?.organisationId;
  ids = {
    oita: idOf("oita editor") ?? "",
    fukuoka: idOf("fukuoka editor") ?? "",
    council: idOf("council editor") ?? "",
    kurume: idOf("kurume editor") ?? "",
  };
  rehearsal = openRehearsal(portal.urls.ownerUrl);
});
afterAll(async () => {
  await Promise.all([rehearsal.close(), endWeb()]);
  await portal.close();
});

/** What writes no event: reading, and a taste. */
const isReading = (permission: Permission) =>
  /\.(read|list|read_\w+)$/.test(permission) || permission === "language.choose";

/** What comes of a verb for each of everybody. */
async function tried({ run, given, on }: Call): Promise<[string, Outcome][]> {
  const role = on === "identity" ? "portal_auth" : "portal_app";
  return Promise.all(
    [...cast.everybody].map(async ([who, actor]): Promise<[string, Outcome]> => {
      const outcome = await rehearsal.rehearse(role, actor, given, (database) =>
        run({ database, actor, requestId: `matrix ${who}` }, scene),
      );
      return [who, outcome];
    }),
  );
}

describe.each(Object.keys(permissions) as Permission[])("%s", (permission) => {
  const call = calls[permission];
  it("is done by those who may, and by nobody else", async () => {
    const outcomes = await tried(call);
    const came = outcomes.map(([who, outcome]) => [who, outcome.came]);
    const due = outcomes.map(([who, { came: code }]) => {
      const actor = cast.everybody.get(who) ?? null;
      if (can(actor, permission, subjectOf(call.whose, ids, actor)))
        return [who, call.comesTo && code !== "forbidden" ? code : "done"];
      // Members are told that they may not; of what is hidden from them, and to others, that it is not there.
      const isHidden = call.hidden || !actor?.memberships.length;
      return [who, isHidden && code === "not_found" ? code : "forbidden"];
    });
    expect(Object.fromEntries(came)).toEqual(Object.fromEntries(due));
    for (const [who, { rows, actions }] of outcomes) {
      const actor = cast.everybody.get(who) ?? null;
      if (!can(actor, permission, subjectOf(call.whose, ids, actor)))
        expect([who, rows, actions]).toEqual([who, 0, []]);
      else if (!call.comesTo && !isReading(permission)) expect(actions, who).toContain(permission);
    }
  });
});
