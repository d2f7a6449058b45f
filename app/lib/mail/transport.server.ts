import { createTransport } from "nodemailer";
import type { Delivery, Letter } from "#app/services/mail/send.server.ts";
import { productName } from "#app/site/name.ts";

/** The codes with which a mail server refuses one mail for good; others are about the server. */
const aboutThisMail = new Set(["EENVELOPE", "EMESSAGE"]);

/**
 * How letters reach the mail server of SMTP_URL: smtps:// is encrypted from the start, smtp:// by
 * STARTTLS, and a password never goes over a line that is not encrypted.
 * @param from the address that stands in From, whose domain also makes the Message-ID
 */
export function openMailTransport(smtp: {
  url: string;
  from: string;
}): (letter: Letter) => Promise<Delivery> {
  const url = new URL(smtp.url);
  const secure = url.protocol === "smtps:";
  const user = decodeURIComponent(url.username);
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    ...(user === ""
      ? {}
      : { auth: { user, pass: decodeURIComponent(url.password) }, requireTLS: !secure }),
    // All together shorter than the claim on a mail.
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    dnsTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = smtp.from.slice(smtp.from.indexOf("@") + 1);
  return async ({ id, to, subject, text }) => {
    try {
      await transport.sendMail({
        from: { name: productName, address: smtp.from },
        to: { name: to.name ?? "", address: to.address },
        subject,
        text,
        textEncoding: "base64",
        messageId: `<${id}@${domain}>`,
        // Answering machines stay silent (RFC 3834).
        headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
      });
      return { result: "sent" };
    } catch (error) {
      return failureOf(error);
    }
  };
}

/** What a failure comes to. Its words may hold addresses, so only codes are kept. */
function failureOf(error: unknown): Delivery {
  const { code, responseCode } = Object(error) as { code?: unknown; responseCode?: unknown };
  const kind = typeof code === "string" ? code : "unknown";
  const status = typeof responseCode === "number" ? responseCode : 0;
  const forGood = aboutThisMail.has(kind) && status >= 500;
  return {
    result: forGood ? "refused" : "failed",
    error: status === 0 ? kind : `${kind} ${status}`,
  };
}
