/** What a member is inside an organisation; several organisations of one person have a role each. */
export const roles = ["viewer", "editor", "approver", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who writes in an organisation's name. */
export const writers: readonly Role[] = ["editor", "approver", "admin"];

/** Who decides in it. */
export const deciders: readonly Role[] = ["approver", "admin"];
