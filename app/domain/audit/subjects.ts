/** What an event is about, before the point of its action: `observation` of `observation.submit`. */
export function subjectOf(action: string): string {
  return action.split(".", 1)[0] ?? "";
}

/** Events of people's sign-in; an organisation's administrators read those of its members. */
export const signInSubjects = ["session", "password", "factor", "passkey"] as const;

/**
 * What is done about people and rights, as who keeps the portal reads it of all organisations: nothing
 * about figures or texts. The database says the same (policy `keep` of audit_events).
 */
export const keptSubjects = [
  ...signInSubjects,
  "person",
  "member",
  "invitation",
  "organisation",
  "keeper",
  "provider",
  "token",
  "link",
  "limit",
  "audit",
] as const;
