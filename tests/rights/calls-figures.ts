import { sql } from "drizzle-orm";
import { entryField, rowKey } from "#app/domain/entry/rows.ts";
import { importField } from "#app/domain/import/decide.ts";
import { formWords } from "#app/i18n/import.ts";
import { chooseApproval } from "#app/services/approval/choose.server.ts";
import { deputise } from "#app/services/approval/deputise.server.ts";
import { readAttachment } from "#app/services/attachment/read.server.ts";
import { withdrawAttachment } from "#app/services/attachment/withdraw.server.ts";
import { readDiscussion } from "#app/services/comment/read.server.ts";
import { readCompleteness } from "#app/services/completeness/read.server.ts";
import { applyImport } from "#app/services/import/apply.server.ts";
import { discardImport } from "#app/services/import/discard.server.ts";
import { prepareImport } from "#app/services/import/prepare.server.ts";
import { readImport } from "#app/services/import/read.server.ts";
import { acceptObservation } from "#app/services/observation/accept.server.ts";
import { proposeObservation } from "#app/services/observation/propose.server.ts";
import { readObservation, readReport } from "#app/services/observation/read.server.ts";
import { returnObservation } from "#app/services/observation/return.server.ts";
import { saveObservation } from "#app/services/observation/save.server.ts";
import { sendBackObservation } from "#app/services/observation/send-back.server.ts";
import { submitObservation } from "#app/services/observation/submit.server.ts";
import { withdrawObservation } from "#app/services/observation/withdraw.server.ts";
import { beginPlanImport } from "#app/services/plan-import/begin.server.ts";
import { readWorkspaceHome } from "#app/services/workspace/read-home.server.ts";
import { pdf } from "#tests/factories/files.ts";
import { approveOne, figure, form } from "#tests/factories/steps.ts";
import type { Call } from "./call.ts";
import { figures, now, plan } from "./scene.ts";

const behalf = { behalf: "決裁者が出張中のため" };
const reason = { reason: "根拠を御確認ください。" };

/** Figures, what decides on them, and the files that they come with. */
export const figureCalls = {
  "workspace.read": { whose: "oita's", run: (at) => readWorkspaceHome(at, "oita") },
  "observation.read_draft": { whose: "oita's", run: (at) => readReport(at, figures.draft) },
  "observation.save": {
    whose: "oita's",
    run: (at) => saveObservation(at, figures.draft, form(1, figure("4"))),
  },
  "observation.submit": {
    whose: "oita's",
    run: (at) => submitObservation(at, figures.draft, form(1, figure("4"))),
  },
  "observation.propose": {
    whose: "oita's",
    run: (at) => proposeObservation(at, figures.draft, form(1, figure("4"))),
    given: (tx) =>
      tx.execute(sql`update organisations set requires_approval = true
      where slug = 'oita'`),
  },
  "observation.approve": {
    whose: "oita's",
    run: (at) => approveOne(at, figures.proposed, 1, behalf),
  },
  "observation.send_back": {
    whose: "oita's",
    run: (at) => sendBackObservation(at, figures.proposed, form(1, { ...reason, ...behalf })),
  },
  "observation.withdraw": {
    whose: "oita's",
    run: (at) => withdrawObservation(at, figures.submitted, form(1)),
  },
  "observation.accept": {
    whose: "led",
    run: (at) =>
      acceptObservation(
        at,
        at.actor?.memberships[0]?.slug ?? "fukuoka",
        figures.submitted,
        form(1),
      ),
  },
  "observation.return": {
    whose: "led",
    run: (at) =>
      returnObservation(
        at,
        at.actor?.memberships[0]?.slug ?? "fukuoka",
        figures.submitted,
        form(1, reason),
      ),
  },
  "observation.read_submitted": {
    whose: "all",
    run: (at) =>
      readDiscussion(at, {
        plan,
        kind: "figure",
        code: "SHG-4-1-a",
        organisation: "oita",
        fy: 2023,
      }),
  },
  "observation.read_accepted": {
    whose: "nobody's",
    run: (at) => readObservation(at, figures.accepted),
  },
  "approval.choose": {
    whose: "oita's",
    run: (at) => chooseApproval(at, "oita", { requiresApproval: "yes" }),
  },
  "approval.deputise": {
    whose: "oita's",
    run: (at, { deputy }) =>
      deputise(
        at,
        "oita",
        form(0, {
          person: deputy,
          fromOn: "2026-12-01",
          untilOn: "2026-12-05",
          reason: "出張のため",
        }),
        now,
      ),
  },
  "import.read": {
    whose: "oita's",
    run: (at, { entry, imported }) => readImport(at, entry, imported, formWords),
  },
  "import.prepare": {
    whose: "oita's",
    run: (at, { entry, table }) =>
      prepareImport(at, entry, table, { requestKey: crypto.randomUUID(), words: formWords }),
  },
  "import.apply": {
    whose: "oita's",
    run: (at, { entry, imported }) => {
      const key = rowKey("SHG-2-2-a", 0);
      const ticked = {
        [entryField("baseVersion", key)]: "1",
        [importField("take", key)]: "on",
        [importField("choice-first", key)]: "file",
        requestKey: crypto.randomUUID(),
      };
      return applyImport(at, entry, imported, { step: "save", words: formWords, fields: ticked });
    },
  },
  "import.discard": {
    whose: "oita's",
    run: (at, { entry, imported }) => discardImport(at, entry, imported),
  },
  "plan.import": {
    whose: "oita's",
    run: (at) =>
      beginPlanImport(at, "oita", { name: "計画.xlsx", bytes: pdf() }, crypto.randomUUID()),
  },
  "attachment.read": {
    whose: "nobody's",
    run: (at, { attachment }) => readAttachment(at, attachment),
  },
  "attachment.add": {
    whose: "oita's",
    run: (at) =>
      saveObservation(at, figures.draft, form(1, figure("4")), [
        { name: "根拠.pdf", bytes: pdf() },
      ]),
  },
  "attachment.withdraw": {
    whose: "oita's",
    run: (at, { attachment }) => withdrawAttachment(at, attachment, { reason: "誤って付けたため" }),
  },
  "completeness.read": {
    whose: "both",
    run: (at) => readCompleteness(at, plan, { round: null, fy: 2023 }, null, now),
  },
} satisfies Record<string, Call>;
