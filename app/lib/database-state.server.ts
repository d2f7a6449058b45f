let available = true;

/** Thrown instead of sending a statement to a database that is known to be away. */
class DatabaseAwayError extends Error {
  readonly code = "CONNECTION_CLOSED";
}

/** Records what the supervisor says about the database. True until it says otherwise. */
export function setDatabaseAvailable(value: boolean): void {
  available = value;
}

/** Whether the database is believed to be there. */
export function databaseAvailable(): boolean {
  return available;
}

/**
 * Throws an error that `isUnavailable` recognises while the database is known to be away, so that
 * the answer is a quick 503 and not a wait for a connection that cannot be made.
 */
export function assertDatabaseAvailable(): void {
  if (!available) throw new DatabaseAwayError("The database is not running.");
}
