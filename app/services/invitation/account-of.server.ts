import { sql } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.server.ts";

/**
 * The account of an address, and whether it belongs anywhere: to an organisation, or to those who keep
 * the portal. Who belongs nowhere any more opens no session with it. Null where there is none.
 */
export async function accountOf(identity: Database | Transaction, address: string) {
  const [found] = await identity.execute<{ id: string; belongs: boolean }>(sql`
    select u.id, exists (select from members m where m.user_id = u.id)
      or exists (select from platform_admins p where p.user_id = u.id) as belongs
    from users u where lower(u.email) = ${address} and u.kind = 'person'`);
  return found ?? null;
}
