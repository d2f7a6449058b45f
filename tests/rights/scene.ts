import { randomUUID } from "node:crypto";
import { writeProjectForm } from "#app/domain/plan/project-form.ts";
import { formWords } from "#app/i18n/import.ts";
import { chooseApproval } from "#app/services/approval/choose.server.ts";
import { writeComment } from "#app/services/comment/write.server.ts";
import { dismissFinding } from "#app/services/finding/dismiss.server.ts";
import { listFindings } from "#app/services/finding/list.server.ts";
import { prepareImport } from "#app/services/import/prepare.server.ts";
import { saveMilestone } from "#app/services/milestone/save.server.ts";
import { savePractice } from "#app/services/practice/save.server.ts";
import { sharePractice } from "#app/services/practice/share.server.ts";
import { reportProgress } from "#app/services/progress/report.server.ts";
import { advanceRevision } from "#app/services/revision/advance.server.ts";
import { openRevision } from "#app/services/revision/open.server.ts";
import { proposeChange } from "#app/services/revision/propose.server.ts";
import { seedId } from "#seeds/seed-id.ts";
import { contentOf } from "#tests/factories/definition.ts";
import { publishYear } from "#tests/factories/editions.ts";
import { pdf } from "#tests/factories/files.ts";
import type { Post } from "#tests/factories/people.ts";
import type { Portal } from "#tests/factories/portal.ts";
import { roundForm, roundsOf } from "#tests/factories/round-steps.ts";
import { actingAs, deskOf, type Fields, figure, form, question } from "#tests/factories/steps.ts";
import type { Cast } from "./cast.ts";
import { secrets } from "./secrets.ts";

export const plan = "jewels";
export const now = new Date("2026-11-20T12:00:00+09:00");
export const project = { plan, node: "SHG-4-1" };

/** 大分県's figures of 2023, one in each state of its life. */
export const figures = {
  draft: question("SHG-2-2-a", "oita"),
  proposed: question("SHG-2-3-a", "oita"),
  submitted: question("SHG-4-1-a", "oita"),
  accepted: question("SHG-4-1-a", "oita", 2022),
};

export const practiceForm: Fields = {
  title: "出張スマホ相談会",
  problem: "教室に来ない人がいる。",
  done: "商業施設に窓口を置いた。",
  cost: "年180万円",
  effect: "540人が相談した。",
  contact: "デジタル推進担当課",
  "node.CKR-8-2": "on",
};

export const updateForm: Fields = {
  status: "on_track",
  done: "会議を開いた。",
  issues: "",
  next: "",
};

export type Scene = Awaited<ReturnType<typeof setScene>>;

/** One of everything that something can be done to: 大分県's, led by 福岡県, in the council's plan. */
export async function setScene(portal: Portal, cast: Cast) {
  const { of } = cast;
  const at = (post: Post) => actingAs(portal, of(post));
  const rounds = roundsOf(portal, of);
  const desk = deskOf(portal, (post) => of(post));

  await desk.save(figures.draft, 0, figure("1", { note: secrets.draft.text }));
  await desk.submit(figures.submitted, 0, figure("2", { note: secrets.submitted.text }));
  await desk.report(figures.accepted, figure("2", { note: secrets.accepted.text }));
  await chooseApproval(at("oita approver"), "oita", { requiresApproval: "yes" });
  await desk.submit(figures.proposed, 0, figure("3", { note: secrets.proposed.text }));
  await chooseApproval(at("oita approver"), "oita", { requiresApproval: "no" });

  const planned = await rounds.prepare(
    "council editor",
    roundForm(2020, { title: secrets.round.text }),
  );
  const open = await rounds.prepare("council editor", roundForm(2023));
  await rounds.open("council editor", open, 1);
  const closed = await rounds.prepare("council editor", roundForm(2021));
  await rounds.open("council editor", closed, 1);
  await rounds.close("council editor", closed, 2);
  await publishYear(portal.owner, plan, 2021);

  const milestone = await saveMilestone(
    at("fukuoka editor"),
    { ...project, milestone: null },
    form(0, { name: "協定を締結", dueKind: "year", dueFy: "2026", organisation: "oita" }),
  );
  const ownPart = { ...project, organisation: "oita", scope: "own" } as const;
  const paper = { name: "根拠資料.pdf", bytes: pdf() };
  await reportProgress(
    at("oita editor"),
    ownPart,
    form(0, { ...updateForm, done: secrets.update.text }),
    [paper],
  );
  const [attachment] = await portal.owner<{ id: string }[]>`select id from attachments`;

  const draftPractice = await savePractice(
    at("oita editor"),
    { plan, practice: null, organisation: "oita" },
    form(0, { title: secrets.practice.text }),
  );
  const practiceOf = (organisation: "oita" | "okinawa") =>
    sharePractice(
      at(`${organisation} editor`),
      { plan, practice: null, organisation },
      form(0, practiceForm),
    );
  const shared = { oita: await practiceOf("oita"), okinawa: await practiceOf("okinawa") };

  const collecting = await openRevision(at("council editor"), plan, {
    title: "見直し",
    requestKey: randomUUID(),
  });
  const revisionOf = async (title: string, node: string) => {
    const number = await openRevision(at("council editor"), plan, {
      title,
      requestKey: randomUUID(),
    });
    await propose(number, node);
    return number;
  };
  const proposal = async (node: string): Promise<Fields> => {
    const { nodes } = await contentOf(portal.owner, plan);
    const found = nodes.find(({ code }) => code === node) ?? null;
    const typed = writeProjectForm(found, found?.parent ?? "");
    return { ...typed, name: `${typed.name}（改）`, reason: "実績を踏まえて見直す。" };
  };
  const propose = async (number: number, node: string) =>
    proposeChange(
      at("fukuoka editor"),
      { plan, number },
      { kind: "node", code: node },
      form(0, await proposal(node)),
    );
  const proposed = await revisionOf("提案のある見直し", "SHG-4-1");
  const assembled = await revisionOf("取りまとめた見直し", "SHG-3-1");
  await advanceRevision(
    at("council editor"),
    { plan, number: assembled },
    { step: "assemble", reason: "", baseStep: 1 },
  );

  const comment = await writeComment(
    at("oita editor"),
    { plan, kind: "project", code: project.node },
    { body: "資料を御確認ください。", requestKey: randomUUID() },
  );
  await writeComment(
    at("oita editor"),
    { plan, kind: "figure", code: "SHG-4-1-a", organisation: "oita", fy: 2023 },
    { body: secrets.thread.text, requestKey: randomUUID() },
  );
  const table = {
    name: `${secrets.file.text}.csv`,
    bytes: new Uint8Array(Buffer.from("番号,実績\n")),
    rows: [
      { sheet: "", row: 1, cells: ["番号", "実績"] },
      { sheet: "", row: 2, cells: ["SHG-2-2-a", "5"] },
    ],
  };
  const entry = { plan, round: open, organisation: "oita" };
  const imported = await prepareImport(at("oita editor"), entry, table, {
    requestKey: randomUUID(),
    words: formWords,
  });

  const { findings } = await listFindings(at("council editor"), plan);
  const [toDismiss, dismissed] = findings.map(({ key }) => key);
  if (!toDismiss || !dismissed || !attachment) throw new RangeError("The scene is not whole");
  await dismissFinding(at("council editor"), { plan, key: dismissed }, { reason: "確認済み" });

  const { content } = await rubricOf(portal);
  const activity = seedId("activity", plan, "SHG-3-2", 1);
  return {
    rounds: { planned, open, closed },
    milestone,
    attachment: attachment.id,
    practices: { draft: draftPractice, ...shared },
    revisions: { collecting, proposed, assembled },
    proposal: await proposal("SHG-2-2"),
    editing: await proposal("SHG-1-1"),
    comment,
    entry,
    table,
    imported,
    findings: { toDismiss, dismissed },
    rubric: content,
    planVersion: await planVersionOf(portal),
    activity: { plan, node: "SHG-3-2", activity },
    deputy: of("oita editor").id,
    viewer: of("oita viewer").id,
    opening: await openingsOf(portal, cast),
    pack: await packOf(portal, cast),
  };
}

async function rubricOf({ owner }: Portal): Promise<{ content: unknown }> {
  const [row] = await owner<{ content: unknown }[]>`
    select r.content from rubrics r join plans p on p.id = r.plan_id
    where p.code = ${plan} order by r.version desc limit 1`;
  if (!row) throw new RangeError("No rubric");
  return row;
}

async function planVersionOf({ owner }: Portal): Promise<number> {
  const [row] = await owner<{ version: number }[]>`
    select max(v.version) as version from plan_versions v join plans p on p.id = v.plan_id
    where p.code = ${plan}`;
  return row?.version ?? 0;
}

/** A pack of which the files are there. */
async function packOf({ owner }: Portal, { of }: Cast): Promise<string> {
  const [pack] = await owner<{ id: string }[]>`
    insert into council_packs (plan_id, fy, edition, meeting, meeting_on, pts, parts, state, steps_total,
      author_id, author_organisation_id)
    select p.id, 2021, 1, '第43回九州地域戦略会議', '2025-11-20', '{SHG}', '{cover}', 'making', 3,
      ${of("council editor").id}, p.owner_id
    from plans p where p.code = ${plan} returning id`;
  if (!pack) throw new RangeError("No pack");
  return pack.id;
}

/** What opens something for 大分県: an invitation, a reporter's link and a key of the API. */
async function openingsOf({ owner }: Portal, { of }: Cast) {
  const author = of("oita admin");
  const organisation = author.memberships[0]?.organisationId ?? "";
  const later = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const [invitation] = await owner<{ id: string }[]>`
    insert into invitations (organisation_id, email, role, expires_at, author_id)
    values (${organisation}, ${secrets.invitation.text}, 'viewer', ${later}, ${author.id})
    returning id`;
  const [link] = await owner<{ id: string }[]>`
    insert into reporter_links (organisation_id, indicator_id, fy, recipient, email, expires_at, author_id)
    select ${organisation}, i.id, 2023, ${secrets.link.text}, 'firm@example.jp', ${later}, ${author.id}
    from indicators i join plans p on p.id = i.plan_id
    where p.code = ${plan} and i.code = 'SHG-4-1-a' returning id`;
  const [token] = await owner<{ id: string }[]>`
    with technical as (
      insert into users (name, email, kind) values ('鍵', 'key@example.jp', 'token') returning id)
    insert into api_tokens (organisation_id, user_id, name, scope, hash, ending, expires_at, author_id)
    select ${organisation}, id, ${secrets.token.text}, 'read', sha256('x'), 'abcd', ${later}, ${author.id}
    from technical returning id`;
  return { invitation: invitation?.id ?? "", link: link?.id ?? "", token: token?.id ?? "" };
}
