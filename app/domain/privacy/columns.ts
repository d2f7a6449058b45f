/** Where people stand in tables of what they wrote, whose texts are the organisation's official record. */
const records: Record<string, string> = {
  activity_reports: "note",
  approval_deputies: "reason",
  assessments: "reason",
  attachments: "name withdrawn_reason",
  comment_history: "",
  comments: "body",
  council_packs: "meeting",
  handovers: "note items",
  health_dismissals: "reason",
  imports: "file_name",
  milestone_versions: "name reason evidence",
  narratives: "text",
  observation_versions: "words note reason",
  plan_revisions: "title purpose state_reason",
  plan_versions: "title reason content notes",
  practice_rollouts: "effect note",
  practice_versions: "title problem done cost effect contact reason",
  project_updates: "done issues next",
  revision_items: "content basis reason",
  round_extensions: "reason",
  round_records: "reason",
  rubrics: "reason content",
};

const columnsOf = (table: string, names: string) =>
  names.split(" ").flatMap((name) => (name === "" ? [] : [`${table}.${name}`]));

/** Columns that name who wrote something official, and the texts of it. */
export const officialRecords: readonly string[] = Object.entries(records).flatMap(
  ([table, texts]) => [`${table}.author_id`, ...columnsOf(table, texts)],
);

/** Columns beside personal data that say nothing about anybody. */
export const impersonal: readonly string[] = Object.entries({
  accounts: "provider_id scope",
  api_tokens: "name hash ending",
  assessments: "value",
  attachments: "media_type sha256",
  audit_events: "action request_id",
  council_packs: "pts parts problem",
  health_dismissals: "finding_key",
  import_rows: "sheet",
  imports: "problem sha256 result",
  invitations: "node_ids",
  mails: "last_error dedupe_key",
  notifications: "path",
  observation_versions: "value numerator denominator",
  passkeys: "device_type transports",
  practice_versions: "themes node_ids indicator_ids",
  pt_contacts: "department",
  revision_items: "subject_code",
}).flatMap(([table, names]) => columnsOf(table, names));
