import pino from "pino";

/**
 * The process's logger: JSON lines on standard output. What would identify a person or open a door
 * is removed wherever it is put by mistake.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: { process: process.env.PORTAL_PROCESS ?? "supervisor" },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ["password", "token", "secret", "email", "cookie", "authorization"].flatMap((name) => [
      name,
      `*.${name}`,
    ]),
    remove: true,
  },
});
