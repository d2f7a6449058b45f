import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { can } from "#app/policy/can.ts";
import { type Permission, permissions } from "#app/policy/permissions.ts";
import { openPortal, type Portal } from "#tests/factories/portal.ts";
import { type Call, type Ids, subjectOf } from "./call.ts";
import { calls } from "./calls.ts";
import { type Cast, createCast } from "./cast.ts";
import { type Outcome, openRehearsal } from "./rehearsal.ts";
import { type Scene, setScene } from "./scene.ts";

// Every verb, tried by everybody: what comes of it is what the one table of rights says, and who is
// refused has written nothing.

let portal: Portal;
let cast: Cast;
let scene: Scene;
let ids: Ids;
let rehearsal: ReturnType<typeof openRehearsal>;

beforeAll(async () => {
  portal = await openPortal();
  cast = await createCast(portal.owner);
  scene = await setScene(portal, cast);
  const idOf = (post: Parameters<Cast["of"]>[0]) => cast.of(post).memberships[0]?.organisationId;
  ids = {
    oita: idOf("oita editor") ?? "",
    fukuoka: idOf("fukuoka editor") ?? "",
    council: idOf("council editor") ?? "",
    kurume: idOf("kurume editor") ?? "",
    self: cast.self.id,
  };
  rehearsal = openRehearsal(portal.urls.ownerUrl);
});
afterAll(async () => {
  await rehearsal.close();
  await portal.close();
});

const root = new URL("../..", import.meta.url).pathname;
const fileOf = (permission: Permission) => {
  const [subject, verb = ""] = permission.split(".");
  return `app/services/${subject}/${verb.replaceAll("_", "-")}.server.ts`;
};
const isReading = (permission: Permission) => /\.(read|list|read_\w+)$/.test(permission);

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
  if ("later" in call) {
    it("has no verb yet", () => expect(existsSync(root + fileOf(permission))).toBe(false));
    return;
  }
  it("is done by those who may, and by nobody else", async () => {
    const subject = subjectOf(call.whose, ids);
    const outcomes = await tried(call);
    const came = outcomes.map(([who, outcome]) => [who, outcome.came]);
    const due = outcomes.map(([who, { came: code }]) => {
      if (can(cast.everybody.get(who) ?? null, permission, subject))
        return [who, call.comesTo ?? "done"];
      return [who, code === "not_found" ? code : "forbidden"];
    });
    expect(Object.fromEntries(came)).toEqual(Object.fromEntries(due));
    for (const [who, { came: code, rows, actions }] of outcomes) {
      if (code !== "done") expect([who, rows, actions]).toEqual([who, 0, []]);
      else if (!isReading(permission)) expect(actions, who).toContain(permission);
    }
  });
});
