import { z } from "zod";
import {
  longestUpdateText,
  progressStatuses,
  statusNeedsIssues,
} from "#app/domain/progress/status.ts";
import { typedText } from "../typed-text.ts";

const text = typedText(longestUpdateText, "progress.too_long");

/** What the form of a status update says. */
export const updateFields = z
  .object({
    status: z.enum(progressStatuses, "progress.status"),
    done: text.pipe(z.string().min(1, "progress.done")),
    issues: text,
    next: text,
  })
  .refine(({ status, issues }) => issues !== "" || !statusNeedsIssues[status], {
    path: ["issues"],
    error: "progress.issues",
    // Also where another field is wrong, so that nobody is sent back twice.
    when: ({ value }) => fieldsOf(value).issues !== undefined,
  });

function fieldsOf(value: unknown): { issues?: unknown } {
  return Object(value);
}
