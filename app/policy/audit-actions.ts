import type { Permission } from "./permissions.ts";

/**
 * Permissions by which something is only looked at, and a matter of taste; taking audit events away is more.
 */
type Unrecorded =
  | Exclude<Extract<Permission, `${string}.read` | `${string}.read_${string}`>, "audit.read">
  | "organisation.list"
  | "language.choose";

/**
 * What an audit event may say was done: what somebody was allowed to do, and what was refused to
 * somebody who had shown no right.
 */
export type AuditAction = Exclude<Permission, Unrecorded> | "session.refuse";
