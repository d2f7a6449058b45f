import { notificationKinds } from "../discussion/notification.ts";

/** What somebody may choose to be told of: in the portal, by mail, or both. Reminders come by mail alone. */
export const choiceKinds = [...notificationKinds, "reminder"] as const;
export type ChoiceKind = (typeof choiceKinds)[number];

/** Mails that open something by a secret address; they go to who was asked, whatever they chose. */
export const linkKinds = ["invitation", "password_reset", "reporter_link"] as const;
export type LinkKind = (typeof linkKinds)[number];

/**
 * What a mail is about; a digest holds several notices for one person, and `security` tells somebody
 * what happened to their own sign-in.
 */
export const mailKinds = [...choiceKinds, "digest", "security", ...linkKinds] as const;
export type MailKind = (typeof mailKinds)[number];

/**
 * What is mailed to people who have chosen nothing: what asks them for an answer. The database says
 * the same (`portal.wants_mail`).
 */
export const mailedByDefault: readonly ChoiceKind[] = [
  "mention",
  "returned",
  "approval",
  "round",
  "handover",
  "reminder",
];

/**
 * `gathering` — waits for more of the same person, to go out together; `ready` — goes out as it is;
 * `sent` — the mail server took it; `digested` — went out as a part of another one; `withheld` — the
 * portal sends no mail; `failed` — given up.
 */
export const mailStates = ["gathering", "ready", "sent", "digested", "withheld", "failed"] as const;
export type MailState = (typeof mailStates)[number];

/** One thing that a mail tells, and where in the portal it is. */
export type MailItem = { text: string; path: string };

/**
 * A text as one line of a header: what breaks lines or steers a terminal is a space, and it ends
 * after `longest` characters. Names are typed by people.
 */
export function oneLine(text: string, longest: number): string {
  // C0 and C1 controls, the line separators of Unicode, and marks that turn the direction of writing.
  const plain = text
    .replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .trim();
  const characters = [...plain];
  return characters.length <= longest ? plain : `${characters.slice(0, longest - 1).join("")}…`;
}

/** The fields of the form in which somebody chooses, ticked for what they want. */
export const inAppField = (kind: ChoiceKind) => kind;
export const byMailField = (kind: ChoiceKind) => `${kind}-by-mail`;
