import type { Actor } from "#app/policy/can.ts";
import { closeRound } from "#app/services/round/close.server.ts";
import { extendRound } from "#app/services/round/extend.server.ts";
import { openRound } from "#app/services/round/open.server.ts";
import { prepareRound } from "#app/services/round/prepare.server.ts";
import { publishRound } from "#app/services/round/publish.server.ts";
import { reopenRound } from "#app/services/round/reopen.server.ts";
import type { Post } from "./people.ts";
import type { Portal } from "./portal.ts";
import { actingAs, type Fields, form } from "./steps.ts";

export const plan = "jewels";

/** Three KPIs that every prefecture reports, of four of them: twelve figures. */
export const indicators = ["SHG-2-2-a", "SHG-2-3-a", "SHG-4-1-a"] as const;
export const asked = ["saga", "nagasaki", "oita", "miyazaki"] as const;

/** What the form of a round sends: the twelve figures of a year, unless said otherwise. */
export function roundForm(fy: number, more: Fields = {}, of: readonly string[] = asked): Fields {
  return {
    title: `${fy}年度の照会`,
    fy: String(fy),
    dueOn: "2027-01-31",
    instructions: "確定値を入力してください。\n不明な点は事務局へ。",
    ...Object.fromEntries(indicators.map((code) => [`indicator.${code}`, "on"])),
    ...Object.fromEntries(of.map((slug) => [`organisation.${slug}`, "on"])),
    ...more,
  };
}

/** The verbs of rounds over a portal, by whoever holds the post. */
export function roundsOf(portal: Pick<Portal, "database">, person: (post: Post) => Actor) {
  const at = (post: Post) => actingAs(portal, person(post));
  const step = (
    verb: typeof openRound,
    post: Post,
    round: number,
    baseVersion: number,
    fields: Fields = {},
  ) => verb(at(post), { plan, round }, form(baseVersion, fields));
  return {
    prepare: (post: Post, fields: Fields, round: number | null = null, baseVersion = 0) =>
      prepareRound(at(post), { plan, round }, form(baseVersion, fields)),
    open: (post: Post, round: number, baseVersion: number) =>
      step(openRound, post, round, baseVersion),
    extend: (post: Post, round: number, fields: Fields, baseVersion = 0) =>
      step(extendRound, post, round, baseVersion, fields),
    close: (post: Post, round: number, baseVersion: number, fields: Fields = {}) =>
      step(closeRound, post, round, baseVersion, { confirmed: "on", ...fields }),
    reopen: (post: Post, round: number, baseVersion: number, now: Date, fields: Fields = {}) =>
      reopenRound(
        at(post),
        { plan, round },
        form(baseVersion, { dueOn: "2027-03-31", reason: "集計の誤り", ...fields }),
        now,
      ),
    publish: (post: Post, round: number, baseVersion: number) =>
      step(publishRound, post, round, baseVersion),
  };
}
