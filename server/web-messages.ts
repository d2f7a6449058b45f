/** What the web process tells the supervisor. */
export type FromWeb =
  | { type: "listening" }
  /** It cannot run at all, and starting it again would not help. */
  | { type: "refused"; japanese: string; english: string };

/** What the supervisor tells the web process. */
export type ToWeb = { type: "database"; available: boolean };

/** Sends a message to the supervisor; does nothing when there is none. */
export function tellSupervisor(message: FromWeb): void {
  if (process.connected) process.send?.(message);
}
