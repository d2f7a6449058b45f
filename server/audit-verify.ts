import { createHash } from "node:crypto";
import postgres from "postgres";
import { getConfig } from "#app/lib/config.server.ts";
import { EmbeddedDatabase } from "#db/embedded.server.ts";
import { say } from "#server/announce.ts";

/** What was found of the audit events: how far the chain goes, and what is not as it was sealed. */
export type AuditFindings = {
  events: number;
  /** The end of the chain; null where nothing was ever written. Kept elsewhere it proves the rest. */
  head: { position: bigint; hash: string } | null;
  problems: string[];
};

type Row = {
  position: bigint | null;
  event_id: bigint | null;
  hash: Uint8Array | null;
  id: bigint | null;
  line: string | null;
};

/**
 * Reads the chain over the audit events from its beginning and computes every hash anew, here and not
 * in the database, whose functions whoever altered its rows could have altered, too. Names every event that was
 * altered, taken out or put in. What is missing at the end shows against `expected`, a head that was
 * written down before. In a transaction of its own, so that what is written meanwhile does not matter.
 */
export async function verifyAudit(
  ownerUrl: string,
  expected: { position: bigint; hash: string } | null = null,
): Promise<AuditFindings> {
  const sql = postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    types: { bigint: postgres.BigInt },
    connection: { application_name: "portal-audit-verify", search_path: "public" },
  });
  try {
    return await sql.begin("isolation level repeatable read read only", async (tx) => {
      const findings: AuditFindings = { events: 0, head: null, problems: [] };
      let next = 1n;
      let hash = Buffer.alloc(0);
      let expectedSeen = expected === null;
      const rows = tx<Row[]>`
        select s.position, s.event_id, s.hash, e.id,
          jsonb_build_array(e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            e.actor_id, e.organisation_id, e.action, e.subject, e.detail, e.request_id)::text as line
        from audit_seals s full join audit_events e on e.id = s.event_id
        order by s.position nulls last, e.id`.cursor(1000);
      for await (const batch of rows) {
        for (const row of batch) {
          if (row.id !== null) findings.events++;
          if (row.position === null || row.hash === null) {
            findings.problems.push(`event ${row.id} stands outside the chain: it was put in`);
            continue;
          }
          if (row.position !== next)
            findings.problems.push(`seals ${next} to ${row.position - 1n} were taken out`);
          const sealed = Buffer.from(row.hash);
          const computed = createHash("sha256")
            .update(hash)
            .update(row.line ?? "")
            .digest();
          if (row.id === null) findings.problems.push(`event ${row.event_id} was taken out`);
          else if (row.position === next && !computed.equals(sealed))
            findings.problems.push(`event ${row.id} was altered`);
          hash = sealed;
          next = row.position + 1n;
          findings.head = { position: row.position, hash: sealed.toString("hex") };
          if (expected?.position === row.position)
            expectedSeen = expected.hash === findings.head.hash;
        }
      }
      if (!expectedSeen)
        findings.problems.push(`seal ${expected?.position} is not the one that was written down`);
      return findings;
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * `npm run audit:verify`: says what was found and ends with 1 where something is not as it was sealed.
 * `written` is a head that it printed before, as `position:hash`.
 */
export async function runAuditVerify(written: string | undefined): Promise<void> {
  const expected = written === undefined ? null : headOf(written);
  const config = getConfig(process.env);
  const database =
    config.databaseUrl === null
      ? await EmbeddedDatabase.visit(config.dataDirectory)
      : { url: config.databaseUrl, leave: async () => {} };
  try {
    const { events, head, problems } = await verifyAudit(database.url, expected);
    for (const problem of problems) say(problem);
    say(`${events} audit events, ${problems.length} problems`);
    if (head) say(`head ${head.position}:${head.hash}`);
    if (problems.length > 0) process.exitCode = 1;
  } finally {
    await database.leave();
  }
}

function headOf(written: string): { position: bigint; hash: string } {
  const match = /^(\d+):([0-9a-f]{64})$/.exec(written);
  if (!match?.[1] || !match[2]) throw new RangeError("A head is written as position:hash");
  return { position: BigInt(match[1]), hash: match[2] };
}
