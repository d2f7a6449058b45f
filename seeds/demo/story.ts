import type { AnswerContent } from "#app/domain/observation/answer.ts";
import type { ObservationState, Quality } from "#app/domain/observation/states.ts";
import type { OrganisationSlug } from "#seeds/organisations.ts";
import { demoLastFy, type YearAnswer } from "./answers.ts";
import { randomOf } from "./random.ts";

/** How far an answer has come; `due` is not begun. */
export type Progress = ObservationState | "due";

export type Scene = { progress: Progress; reason: string | null; answer: AnswerContent };

type Cast = Partial<
  Record<OrganisationSlug, { progress: Progress; reason?: string; note?: string }>
>;

/** FY2023 as the story tells it. What stands nowhere here follows from `openIndicators`. */
const cast: Readonly<Record<string, Cast>> = {
  "SHG-2-2-a": {
    saga: { progress: "submitted" },
    okinawa: { progress: "submitted" },
    yamaguchi: { progress: "submitted", note: "オンライン研修の参加者を含む。" },
  },
  "SHG-2-3-a": {
    saga: {
      progress: "returned",
      reason: "宿泊旅行統計調査の速報値と思われます。確定値をご確認のうえ、再度ご提出ください。",
    },
    nagasaki: { progress: "submitted" },
    miyazaki: { progress: "submitted" },
  },
  "SHG-3-1-a": {
    saga: { progress: "submitted", note: "事業承継・引継ぎ支援センターの実績を含む。" },
    kumamoto: { progress: "submitted" },
  },
  "SHG-4-1-a": {
    saga: { progress: "due" },
    nagasaki: { progress: "due" },
    kagoshima: { progress: "submitted" },
  },
  "SHG-6-1-b": {
    kyukeiren: { progress: "due" },
    kyushoren: { progress: "submitted" },
  },
  "SGT-1-2-a": { saga: { progress: "due" }, nagasaki: { progress: "due" } },
  "JNZ-1-1-a-2": { saga: { progress: "submitted" } },
  "JNZ-6-2-a": { saga: { progress: "due" }, nagasaki: { progress: "draft" } },
  "JSD-2-1-b-1": { nagasaki: { progress: "submitted" } },
  "JSD-o1": { saga: { progress: "due" } },
  "CKR-1-1-a": {
    saga: { progress: "draft", note: "市町の集計を確認中。" },
    nagasaki: { progress: "accepted" },
  },
  "CKR-8-2-a": { saga: { progress: "due" } },
  "ANS-2-2-a": { saga: { progress: "accepted" }, nagasaki: { progress: "due" } },
  "ANS-2-3-a": { kyukeiren: { progress: "due" } },
  "ANS-3-3-a": { saga: { progress: "due" } },
};

/** Indicators whose FY2023 is not closed yet; for all others everybody's answer was accepted. */
const openIndicators = new Set([
  "SHG-2-2-a",
  "SHG-2-3-a",
  "SHG-3-1-a",
  "SHG-4-1-a",
  "SGT-1-2-a",
  "SGT-2-1-b",
  "JNZ-1-1-a-2",
  "JNZ-6-2-a",
  "JSD-2-1-b-1",
  "JSD-2-1-b-2",
  "CKR-1-1-a",
  "CKR-7-1-b",
  "CKR-8-2-a",
  "ANS-2-2-a",
  "ANS-3-2-a",
  "ANS-3-3-a",
  "ANS-5-1-a",
]);

/** Figures that are published late, so that the newest year is often not final. */
const late: Readonly<Record<string, { quality: Quality; chance: number; note: string }[]>> = {
  "SHG-2-3-a": [{ quality: "provisional", chance: 0.4, note: "宿泊旅行統計調査の速報値。" }],
  "JSD-2-1-b-1": [
    { quality: "under_survey", chance: 0.2, note: "市町村からの報告を集計しているため。" },
    { quality: "provisional", chance: 0.3, note: "一部市町村を除く集計中の値。" },
  ],
  "JSD-2-1-b-2": [
    { quality: "under_survey", chance: 0.2, note: "市町村からの報告を集計しているため。" },
    { quality: "provisional", chance: 0.3, note: "一部市町村を除く集計中の値。" },
  ],
  "JSD-o1": [{ quality: "provisional", chance: 1, note: "人口動態統計の概数による。" }],
  "CKR-1-1-a": [{ quality: "provisional", chance: 0.25, note: "一部市町村の集計中の値。" }],
  "ANS-2-1-a": [{ quality: "provisional", chance: 1, note: "一部事業者の報告を集計中。" }],
};

const reasons = [
  "前年度からの変動が大きいため、要因を備考に記載のうえ、再度ご提出ください。",
  "基準日が報告の対象年度と異なるようです。ご確認のうえ、再度ご提出ください。",
  "算定の対象に変更がないか、備考に記載のうえ、再度ご提出ください。",
];

/** How far the answer to `code` has come, and as what it was given. */
export function sceneOf(code: string, { fy, organisation, answer }: YearAnswer): Scene {
  const chance = randomOf("progress", code, organisation, fy);
  const share = chance();
  if (fy < demoLastFy) {
    const progress = share < 0.012 ? "due" : "accepted";
    return { progress, reason: null, answer };
  }
  const part = cast[code]?.[organisation];
  const given = asGiven(code, organisation, answer, part?.note);
  if (part) return { progress: part.progress, reason: part.reason ?? null, answer: given };
  const progress = openIndicators.has(code) ? progressOf(share) : "accepted";
  const reason = reasons[Math.floor(chance() * reasons.length)] ?? null;
  return { progress, reason: progress === "returned" ? reason : null, answer: given };
}

function progressOf(share: number): Progress {
  if (share < 0.11) return "due";
  if (share < 0.25) return "submitted";
  if (share < 0.28) return "returned";
  return share < 0.31 ? "draft" : "accepted";
}

function asGiven(
  code: string,
  organisation: OrganisationSlug,
  answer: AnswerContent,
  note: string | undefined,
): AnswerContent {
  if (answer.quality !== "final") return answer;
  const noted = note === undefined ? answer : { ...answer, note };
  let share = randomOf("quality", code, organisation)();
  for (const { quality, chance, note: why } of late[code] ?? []) {
    if (share < chance) {
      const figure = quality === "under_survey" ? withoutFigure : {};
      return { ...noted, ...figure, quality, note: noted.note || why };
    }
    share -= chance;
  }
  return noted;
}

const withoutFigure = { value: null, numerator: null, denominator: null };
