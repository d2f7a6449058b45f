import { join } from "node:path";
import { StartupError } from "#app/lib/startup-error.server.ts";

/** The lock is held by a living process. */
export function alreadyRunning(directory: string): StartupError {
  return new StartupError(
    `同じデータフォルダー（${directory}）で別のポータルが動いています。それを終了するか、DATA_DIR で別の場所を指定してください。`,
    `Another portal is running on the same data folder (${directory}). Stop it, or set DATA_DIR.`,
  );
}

/** The server is ours, but the password file is of another time. */
export function wrongPassword(directory: string): StartupError {
  return new StartupError(
    `データベースのパスワードが ${join(directory, "postgres-password")} と一致しません。データと同じ時点のファイルに戻してください。データには触れていません。`,
    `The database password does not match ${join(directory, "postgres-password")}. Restore the file that belongs to the data. Nothing was changed.`,
  );
}

/** The server ended or did not answer; the end of its log says why. */
export function couldNotStart(directory: string, log: string): StartupError {
  return new StartupError(
    `データベースを起動できませんでした。記録: ${join(directory, "postgres.log")}\n${log}`,
    "The database could not be started; its log is shown above.",
  );
}
