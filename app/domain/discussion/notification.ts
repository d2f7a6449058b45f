/** What people are told of in the portal; each may be switched off. */
export const notificationKinds = [
  "mention",
  "reply",
  "resolved",
  "submitted",
  "returned",
  "accepted",
  "approval",
  "round",
  "revision",
  "practice",
  "handover",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** What happens to a comment after it was written. */
export const commentSteps = ["resolve", "reopen", "withdraw"] as const;
export type CommentStep = (typeof commentSteps)[number];
