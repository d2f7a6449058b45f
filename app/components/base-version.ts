type Refused = { values: Readonly<Record<string, string>> } & (
  | { said: string }
  | { error: string }
);

/**
 * The version that a form says it was made from. A mistake that is put right does not change it: what
 * a colleague saved meanwhile is still to be met, as a conflict. Only where both contents were shown,
 * or nothing was refused, is it the newest.
 */
export function baseVersionOf(refused: Refused | null | undefined, newest: number): number {
  const why = refused && ("said" in refused ? refused.said : refused.error);
  const given = Number(refused?.values.baseVersion);
  return why === "invalid" && Number.isSafeInteger(given) ? given : newest;
}
