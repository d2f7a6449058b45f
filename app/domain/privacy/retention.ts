/** How long something is kept, and what becomes of it then. The database does it (`portal.prune`). */
export type Retention = {
  /** What `portal.prune` counts it as: its table. */
  table: string;
  what: string;
  /** From when on. */
  since: string;
  days: number;
  becomes: string;
};

/** Everything that goes by itself. The nightly job's test holds these days against the database's. */
export const retention: readonly Retention[] = [
  { table: "sessions", what: "Sessions", since: "their end", days: 0, becomes: "deleted" },
  {
    table: "verifications",
    what: "Steps of a sign-in that are under way",
    since: "their end",
    days: 0,
    becomes: "deleted",
  },
  {
    table: "password_resets",
    what: "Password resets, used or not",
    since: "their expiry",
    days: 30,
    becomes: "deleted",
  },
  {
    table: "rate_limits",
    what: "Counters of limits",
    since: "their end",
    days: 0,
    becomes: "deleted",
  },
  {
    table: "members",
    what: "The membership by which a key of the API acts",
    since: "the key's expiry",
    days: 0,
    becomes: "deleted; the key stays in the list",
  },
  {
    table: "mails",
    what: "Mails, with their addresses and texts",
    since: "they were written",
    days: 365,
    becomes: "deleted",
  },
  {
    table: "notifications",
    what: "Notices that were read",
    since: "they were read",
    days: 365,
    becomes: "deleted",
  },
  {
    table: "invitations",
    what: "The address of an invitation",
    since: "it was accepted or revoked, or expired",
    days: 90,
    becomes: "taken out; that somebody was invited stays",
  },
  {
    table: "reporter_links",
    what: "Recipient, address and message of a reporter link",
    since: "it was revoked, used up or expired",
    days: 365,
    becomes: "taken out; what was answered stays",
  },
  {
    table: "pt_contacts",
    what: "Person, telephone and address of a PT contact that a newer one replaced",
    since: "it was replaced",
    days: 365,
    becomes: "taken out; the department stays",
  },
  {
    table: "import_files",
    what: "Files that were brought in and refused, discarded or never taken over",
    since: "they last moved",
    days: 90,
    becomes: "deleted; that they were brought in stays",
  },
];

/** Whether the night's work is due by now: from half past three in Japan, when nobody works. */
export function isRetentionTime(now: Date): boolean {
  const minutes = ((now.getUTCHours() + 9) % 24) * 60 + now.getUTCMinutes();
  return minutes >= 3 * 60 + 30;
}
