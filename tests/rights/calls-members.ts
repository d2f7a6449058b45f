import { sql } from "drizzle-orm";
import { noPracticeFilter } from "#app/domain/practice/filter.ts";
import { readDiscussion } from "#app/services/comment/read.server.ts";
import { resolveComment } from "#app/services/comment/resolve.server.ts";
import { withdrawComment } from "#app/services/comment/withdraw.server.ts";
import { writeComment } from "#app/services/comment/write.server.ts";
import { saveContact } from "#app/services/contact/save.server.ts";
import { listMails } from "#app/services/mail/list.server.ts";
import { chooseNotifications } from "#app/services/notification/choose.server.ts";
import { listNotifications } from "#app/services/notification/list.server.ts";
import { markNotification } from "#app/services/notification/mark.server.ts";
import { listPractices } from "#app/services/practice/list.server.ts";
import { savePractice } from "#app/services/practice/save.server.ts";
import { sharePractice } from "#app/services/practice/share.server.ts";
import { withdrawPractice } from "#app/services/practice/withdraw.server.ts";
import { saveRollout } from "#app/services/rollout/save.server.ts";
import { lookThrough } from "#app/services/workspace/look-through.server.ts";
import { form } from "#tests/factories/steps.ts";
import type { Call } from "./call.ts";
import { now, plan, practiceForm, project } from "./scene.ts";

const thread = { plan, kind: "project", code: project.node } as const;

/** What members say to each other, keep together and are told. */
export const memberCalls = {
  "comment.read": { whose: "nobody's", run: (at) => readDiscussion(at, thread) },
  "comment.write": {
    whose: "nobody's",
    run: (at) =>
      writeComment(at, thread, { body: "承知しました。", requestKey: crypto.randomUUID() }),
  },
  "comment.resolve": {
    whose: "all",
    run: (at, { comment }) => resolveComment(at, thread, { comment, step: "resolve" }),
  },
  "comment.withdraw": {
    whose: "oita's",
    // Nobody takes back what somebody else said: here everybody is its author.
    given: (tx, actor) => actor && tx.execute(sql`update comments set author_id = ${actor.id}`),
    run: (at, { comment }) => withdrawComment(at, thread, { comment }),
  },
  "notification.read": { whose: "nobody's", run: (at) => listNotifications(at, 1) },
  "notification.mark": {
    whose: "nobody's",
    given: (tx, actor) =>
      actor &&
      tx.execute(sql`
        insert into notifications (user_id, kind, path, actor_id, actor_organisation_id)
        select ${actor.id}, 'reply', '/', m.user_id, m.organisation_id from members m where m.user_id <> ${actor.id} limit 1`),
    run: (at) => markNotification(at, {}),
  },
  "notification.choose": { whose: "nobody's", run: (at) => chooseNotifications(at, {}) },
  "mail.read": {
    whose: "nobody's",
    run: (at) => listMails(at, { organisation: "", kind: "", state: "" }, 1),
  },
  "contact.save": {
    whose: "oita's",
    run: (at) =>
      saveContact(
        at,
        { organisation: "oita", plan, pt: "SHG" },
        {
          department: "企画課",
          person: "",
          phone: "097-536-1111",
          email: "",
          note: "",
          baseVersion: "0",
        },
      ),
  },
  "workspace.look_through": {
    whose: "oita's",
    run: (at) =>
      lookThrough(
        at,
        { organisation: "oita", plan, pt: "SHG" },
        { until: "2026-11-20T00:00:00.000000Z" },
      ),
  },
  "practice.read": { whose: "nobody's", run: (at) => listPractices(at, plan, noPracticeFilter) },
  "practice.save": {
    whose: "oita's",
    hidden: true,
    run: (at, { practices }) =>
      savePractice(
        at,
        { plan, practice: practices.draft, organisation: "oita" },
        form(1, { title: "相談会" }),
      ),
  },
  "practice.share": {
    whose: "oita's",
    hidden: true,
    run: (at, { practices }) =>
      sharePractice(
        at,
        { plan, practice: practices.draft, organisation: "oita" },
        form(1, practiceForm),
      ),
  },
  "practice.withdraw": {
    whose: "oita's",
    run: (at, { practices }) =>
      withdrawPractice(at, { plan, practice: practices.oita }, form(1, { reason: "誤りのため" })),
  },
  "rollout.save": {
    whose: "oita's",
    run: (at, { practices }) =>
      saveRollout(
        at,
        { plan, practice: practices.okinawa, organisation: "oita" },
        form(0, { state: "done", startedFy: "2024", effect: "410人", note: "" }),
        now,
      ),
  },
} satisfies Record<string, Call>;
