import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { every } from "hono/combine";
import { attachmentLimits } from "#app/domain/attachment/limits.ts";
import { createQueue } from "#app/lib/export/queue.ts";
import type { PortalEnv } from "#server/context.ts";
import { deadline } from "#server/deadline.ts";
import { messagePage } from "#server/message-page.ts";

const LARGEST_BODY = 1024 * 1024;
const LONGEST_REQUEST_MS = 20_000;
/** What a form with files takes over a line of 2 Mbit/s. */
const LONGEST_UPLOAD_MS = 110_000;
/** A request with files is held in memory while it is read and proven. */
const UPLOADS_AT_ONCE = 6;
/** Of people who are not signed in: their session ended, or they keep others from their turn. */
const STRANGERS_AT_ONCE = 2;

/**
 * Bounds what one request may send and how long it may take. Forms with files are larger and slower
 * than all others, so only a few are taken at once; the next ones wait for their turn, strangers
 * among themselves. `isSignedIn` tells them apart by their cookies, before anything is read.
 */
export function requestLimits(
  isSignedIn: (cookies: string) => boolean,
  deadlineMs = LONGEST_REQUEST_MS,
): MiddlewareHandler<PortalEnv> {
  const tooLarge = (c: Context) => messagePage(c, "too_large");
  const queueOf = (atOnce: number) => createQueue({ atOnce, waiting: Number.POSITIVE_INFINITY });
  const members = queueOf(UPLOADS_AT_ONCE);
  const strangers = queueOf(STRANGERS_AT_ONCE);
  const forms = [bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge }), deadline(deadlineMs)];
  const uploads = [
    bodyLimit({ maxSize: attachmentLimits.requestBytes, onError: tooLarge }),
    deadline(Math.max(deadlineMs, LONGEST_UPLOAD_MS)),
    (c: Context, next: () => Promise<void>) =>
      (isSignedIn(c.req.header("Cookie") ?? "") ? members : strangers)(next),
  ];
  return (c, next) => {
    const type = c.req.header("Content-Type")?.toLowerCase();
    return every(...(type?.startsWith("multipart/form-data") ? uploads : forms))(c, next);
  };
}
