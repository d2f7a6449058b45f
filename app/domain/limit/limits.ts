/**
 * What somebody may do how often: `points` within `seconds`, counted for all processes together. Each
 * is counted by what would be harmed: an address and account for guessing, a person or organisation
 * for what costs much.
 */
export const limits = {
  "sign-in": { points: 6, seconds: 15 * 60 },
  "sign-in-client": { points: 60, seconds: 15 * 60 },
  "second-factor": { points: 6, seconds: 15 * 60 },
  "second-factor-account": { points: 30, seconds: 60 * 60 },
  confirm: { points: 6, seconds: 15 * 60 },
  "password-ask": { points: 3, seconds: 60 * 60 },
  "password-ask-client": { points: 20, seconds: 60 * 60 },
  invite: { points: 50, seconds: 60 * 60 },
  "check-provider": { points: 30, seconds: 10 * 60 },
  "ask-reporter": { points: 200, seconds: 60 * 60 },
  "secret-link": { points: 60, seconds: 15 * 60 },
  import: { points: 30, seconds: 10 * 60 },
  export: { points: 300, seconds: 10 * 60 },
  picture: { points: 300, seconds: 10 * 60 },
  pack: { points: 20, seconds: 60 * 60 },
  api: { points: 600, seconds: 60 },
  "api-refused": { points: 60, seconds: 15 * 60 },
} as const satisfies Record<string, { points: number; seconds: number }>;

/** What a file costs that is made when it is asked for, by the ending of its address; null for all else. */
export function limitOfFile(pathname: string): "export" | "picture" | null {
  const last = pathname.split("/").findLast((part) => part !== "") ?? "";
  // The router reads capitals, signs in code and a slash at the end as it reads the plain address.
  const plain = decoded(last).toLowerCase();
  const file = plain.endsWith(".data") ? plain.slice(0, -".data".length) : plain;
  if (file.endsWith(".png")) return "picture";
  return /\.(?:pdf|xlsx|csv)$/.test(file) ? "export" : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export type LimitName = keyof typeof limits;
