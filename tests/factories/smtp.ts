import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail as a mail server gets it, decoded as a mail program would. */
export type CaughtMail = {
  to: string[];
  headers: Map<string, string>;
  subject: string;
  text: string;
  raw: string;
};

/** A mail server that keeps what it is given. */
export type SmtpCatcher = {
  url: string;
  mails: CaughtMail[];
  /** The next mails are answered with this code instead of being taken. */
  refuseWith: (code: number | null) => void;
  close: () => Promise<void>;
};

/** Starts a mail server on a free port, or on a given one. */
export async function catchMail(port = 0): Promise<SmtpCatcher> {
  const mails: CaughtMail[] = [];
  let refusal: number | null = null;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onRcptTo(_address, _session, done) {
      if (refusal === null) return done();
      done(Object.assign(new Error("refused"), { responseCode: refusal }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mails.push(decoded(Buffer.concat(chunks).toString("utf8"), to));
        done();
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    refuseWith: (code) => {
      refusal = code;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function decoded(raw: string, to: string[]): CaughtMail {
  const [head = "", ...body] = raw.split("\r\n\r\n");
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, " ")
      .split("\r\n")
      .map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
      }),
  );
  const content = body.join("\r\n\r\n");
  const isBase64 = headers.get("content-transfer-encoding") === "base64";
  const text = isBase64 ? Buffer.from(content, "base64").toString("utf8") : content;
  return {
    to,
    headers,
    subject: words(headers.get("subject") ?? ""),
    text: text.replaceAll("\r\n", "\n"),
    raw,
  };
}

/** A header with encoded words (RFC 2047), read. */
function words(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === "B"
        ? Buffer.from(text, "base64").toString("utf8")
        : decodeURIComponent(text.replaceAll("_", "%20").replaceAll("=", "%")),
    );
}
