import { officialRecords } from "./columns.ts";

/** Personal data that the portal holds for one purpose. */
export type Holding = {
  what: string;
  /** As `table.column`. */
  columns: readonly string[];
  purpose: string;
  /** Who reads it in the portal. */
  seenBy: string;
  /** How long it is kept, and how it goes. */
  kept: string;
};

const leaves = "Until the person is erased";
const byNight = (period: string) => `${period} (nightly job)`;

/** All personal data of the portal. tests/architecture/privacy holds it against the tables. */
export const holdings: readonly Holding[] = [
  {
    what: "Name",
    columns: ["users.name", "users.image"],
    purpose: "Shows who reported, accepted, wrote; always beside the organisation",
    seenBy: "Members of any organisation; who keeps the portal",
    kept: `${leaves}; 「（氏名消去）」 afterwards. No pictures are taken`,
  },
  {
    what: "Address",
    columns: ["users.email"],
    purpose: "Sign-in, mails",
    seenBy: "The person; administrators see it of whom they invite",
    kept: `${leaves}; an address of nobody afterwards`,
  },
  {
    what: "Membership",
    columns: ["members.user_id", "platform_admins.user_id"],
    purpose: "What somebody may do, and where",
    seenBy: "Colleagues; who keeps the portal",
    kept: "Until it ends",
  },
  {
    what: "Password, keys and codes",
    columns: [
      "accounts.user_id",
      "accounts.account_id",
      "accounts.password",
      "accounts.access_token",
      "accounts.refresh_token",
      "accounts.id_token",
      "two_factors.user_id",
      "two_factors.secret",
      "two_factors.backup_codes",
      "passkeys.user_id",
      "passkeys.name",
      "passkeys.public_key",
      "passkeys.credential_id",
      "passkeys.aaguid",
    ],
    purpose: "Sign-in",
    seenBy: "Nobody: the connection of sign-in alone, hashed or encrypted where it can be",
    kept: `${leaves}, or they remove it`,
  },
  {
    what: "Sessions",
    columns: ["sessions.user_id", "sessions.token", "sessions.ip_address", "sessions.user_agent"],
    purpose: "Being signed in; the list in which one ends what one does not know",
    seenBy: "The person",
    kept: byNight("Until they end"),
  },
  {
    what: "Steps of a sign-in, password resets",
    columns: ["verifications.identifier", "verifications.value", "password_resets.user_id"],
    purpose: "Sign-in",
    seenBy: "Nobody",
    kept: byNight("Until they end; resets for 30 days more"),
  },
  {
    what: "Counters of limits",
    columns: ["rate_limits.key"],
    purpose: "Against guessing; hashes of addresses, accounts and network addresses",
    seenBy: "Nobody",
    kept: byNight("Up to an hour"),
  },
  {
    what: "Notices, and what somebody chose",
    columns: [
      "notifications.user_id",
      "notifications.actor_id",
      "notifications.detail",
      "notification_preferences.user_id",
      "comment_mentions.user_id",
      "workspace_visits.user_id",
    ],
    purpose: "Being told what concerns one",
    seenBy: "The person; who is addressed in a comment: its readers",
    kept: byNight("Read ones a year; all until the person is erased, mentions stay"),
  },
  {
    what: "Mails",
    columns: ["mails.user_id", "mails.address", "mails.subject", "mails.text", "mails.items"],
    purpose: "Being told by mail; the log of what was sent",
    seenBy: "The person; the council's office, without addresses",
    kept: byNight("A year"),
  },
  {
    what: "Invitations",
    columns: ["invitations.email", "invitations.author_id", "invitations.user_id"],
    purpose: "Becoming a member",
    seenBy: "Administrators of the organisation; who keeps the portal",
    kept: byNight("The address until 90 days after the end"),
  },
  {
    what: "Reporter links",
    columns: [
      "reporter_links.recipient",
      "reporter_links.email",
      "reporter_links.message",
      "reporter_links.author_id",
      "reporter_answers.answer",
    ],
    purpose: "Asking a member firm for one figure",
    seenBy: "Members of the organisation that asks",
    kept: byNight("Recipient, address and message until a year after the end; the answer stays"),
  },
  {
    what: "Contacts of PTs",
    columns: [
      "pt_contacts.person",
      "pt_contacts.phone",
      "pt_contacts.email",
      "pt_contacts.note",
      "pt_contacts.author_id",
    ],
    purpose: "Whom to ask about a PT in an organisation; an official telephone number",
    seenBy: "Members of any organisation",
    kept: byNight("Until a year after it was replaced; the organisation keeps it right"),
  },
  {
    what: "Keys of the API",
    columns: ["api_tokens.user_id", "api_tokens.author_id"],
    purpose: "Who issued it, and the technical user it acts as",
    seenBy: "Administrators of the organisation",
    kept: "Stays, by office",
  },
  {
    what: "Audit events",
    columns: ["audit_events.actor_id", "audit_events.subject", "audit_events.detail"],
    purpose: "Who did what, when; people by number, without names and addresses",
    seenBy: "Administrators of the organisation; who keeps the portal, of people and rights",
    kept: "Stays: it is the evidence. The name beside it goes with the person",
  },
  {
    what: "Leaders of PTs",
    columns: ["node_leaders.office"],
    purpose: "The plan as it was adopted: offices, not names",
    seenBy: "Everybody",
    kept: "Stays with the plan",
  },
  {
    what: "Files that were brought in",
    columns: ["import_files.content", "import_rows.cells"],
    purpose: "Evidence of what an organisation brought in; may name people",
    seenBy: "Members of the organisation",
    kept: byNight("Applied ones stay; all others 90 days"),
  },
  {
    what: "Official records: who wrote them, and names that somebody typed into them",
    columns: [
      "handovers.from_user_id",
      "handovers.to_user_id",
      "approval_deputies.user_id",
      ...officialRecords,
    ],
    purpose: "The work itself, with its history",
    seenBy: "Who sees the figure, text or file",
    kept: "Stays, by office; names in texts are the organisation's to correct in a new version",
  },
];
