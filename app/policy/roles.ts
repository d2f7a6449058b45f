/** What a member is inside an organisation; several organisations of one person have a role each. */
export const roles = ["viewer", "editor", "approver", "admin"] as const;
export type Role = (typeof roles)[number];
