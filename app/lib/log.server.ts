import pino from "pino";

/**
 * An error for the log: its kind, its first words, where it happened. What a driver adds (the values
 * of a statement, the row in its way) holds figures, addresses and tokens, and stays out.
 */
export function loggedError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  const code: unknown = Object(error).code;
  return {
    type: name,
    code: typeof code === "string" ? code : undefined,
    message: message.split("\nparams:")[0],
    stack: stack?.split("\n").filter((line) => line.startsWith("    at ")),
    cause: cause === undefined ? undefined : loggedError(cause),
  };
}

/**
 * The process's logger: JSON lines on standard output. What would identify a person or open a door
 * is removed wherever it is put by mistake.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: { process: process.env.PORTAL_PROCESS ?? "supervisor" },
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: loggedError },
  redact: {
    paths: ["password", "token", "secret", "email", "cookie", "authorization"].flatMap((name) => [
      name,
      `*.${name}`,
    ]),
    remove: true,
  },
});
