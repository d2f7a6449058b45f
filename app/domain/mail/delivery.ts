const minute = 60_000;
const longestPause = 60 * minute;
const longestEffort = 3 * 24 * 60 * minute;

/**
 * When to try again after so many attempts: after 1, 2, 4 … minutes, then every hour; null once
 * the effort has lasted three days, long enough for a mail server that is away over a weekend.
 */
export function nextAttempt(attempts: number, createdAt: Date, now: Date): Date | null {
  if (now.getTime() - createdAt.getTime() >= longestEffort) return null;
  const pause = Math.min(minute * 2 ** Math.min(attempts - 1, 20), longestPause);
  return new Date(now.getTime() + pause);
}
