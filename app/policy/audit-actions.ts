import type { Permission } from "./permissions.ts";

/** Permissions by which something is only looked at; taking audit events or a person's data away is more. */
type Reading =
  | Exclude<Extract<Permission, `${string}.read` | `${string}.read_${string}`>, "audit.read">
  | "organisation.list";

/**
 * What an audit event may say was done: what somebody was allowed to do, and what was refused to
 * somebody who had shown no right.
 */
export type AuditAction = Exclude<Permission, Reading> | "session.refuse";
