import { z } from "zod";

const schema = z.object({
  APP_URL: z.string(),
  MAIL_DATABASE_URL: z.string(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  LINK_SECRET: z.string(),
  MAIL_DIGEST_MINUTES: z.coerce.number(),
});

/** What the mail process knows: `smtp` is null where the portal sends no mail. */
export type MailConfig = {
  appUrl: string;
  databaseUrl: string;
  smtp: { url: string; from: string } | null;
  digestMinutes: number;
  /** Signs the secret addresses in mails. */
  linkSecret: string;
};

/**
 * Reads the mail process's configuration. The supervisor has validated the person's settings and
 * hands over exactly these variables, so anything missing here is a defect of ours and throws.
 */
export function readMailConfig(env: Record<string, string | undefined>): MailConfig {
  const values = schema.parse(env);
  const { SMTP_URL: url, MAIL_FROM: from } = values;
  return {
    appUrl: values.APP_URL,
    databaseUrl: values.MAIL_DATABASE_URL,
    smtp: url !== undefined && from !== undefined ? { url, from } : null,
    digestMinutes: values.MAIL_DIGEST_MINUTES,
    linkSecret: values.LINK_SECRET,
  };
}
