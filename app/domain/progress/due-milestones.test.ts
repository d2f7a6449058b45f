import { expect, it } from "vitest";
import { dueMilestones } from "./due-milestones.ts";

it("counts what is due by the end of March, and what of it is reached", () => {
  const onDay = (dueOn: string) => ({ dueOn, dueFy: null });
  const inYear = (dueFy: number) => ({ dueOn: null, dueFy });
  const milestones = [
    { ...onDay("2025-04-01"), state: "reached" },
    { ...onDay("2026-03-31"), state: "late" },
    { ...onDay("2026-04-01"), state: "planned" },
    { ...inYear(2025), state: "planned" },
    { ...inYear(2025), state: "cancelled" },
    { ...inYear(2024), state: "reached" },
  ] as const;
  expect(dueMilestones(milestones, 2025)).toEqual({ due: 3, reached: 1 });
  expect(dueMilestones(milestones, 2024)).toEqual({ due: 1, reached: 1 });
  expect(dueMilestones(milestones, 2023)).toEqual({ due: 0, reached: 0 });
});
