const minute = 60;

/**
 * How long what somebody proved holds, in seconds. `absolute` — a working day, whatever was done
 * meanwhile; `idle` — long enough for a form that is filled beside telephone calls, short enough for a
 * desk left in the evening; `seen` — so often the use of a session is written down.
 */
export const sessionSeconds = {
  absolute: 12 * 60 * minute,
  idle: 2 * 60 * minute,
  seen: 5 * minute,
} as const;

/**
 * Dangerous pages are opened when somebody proved within a quarter of an hour who they are, and what was
 * opened may be sent for as long again: a form that is being filled is not lost.
 */
export const proofSeconds = { toOpen: 15 * minute, toSend: 30 * minute } as const;

/** Whether what was proven at `confirmedAt` is recent enough at `now`. */
export function isRecentProof(confirmedAt: Date, now: Date, step: keyof typeof proofSeconds) {
  return now.getTime() - confirmedAt.getTime() <= proofSeconds[step] * 1000;
}

/** What was begun at sign-in and is finished with something else: the second step, a passkey. */
export const stepSeconds = { "second-factor": 10 * minute, passkey: 5 * minute } as const;
export type StepKind = keyof typeof stepSeconds;
