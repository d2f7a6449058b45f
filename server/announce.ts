import { momentText } from "#app/i18n/labels.ts";
import type { Config } from "#app/lib/config.server.ts";
import type { StartupError } from "#app/lib/startup-error.server.ts";
import type { SignIn } from "#seeds/run.ts";

/** Writes a line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Writes why the portal cannot start: what is wrong and what to do, and no stack trace. */
export function sayWhyNot(error: StartupError): void {
  process.stderr.write(`\n起動できません: ${error.japanese}\n\nCannot start: ${error.english}\n\n`);
}

/**
 * The words printed when the portal can be used: where it is, whether it sends mail, in a demo who can
 * sign in, and while nobody keeps the portal the link by which somebody comes to.
 */
export function welcome(
  { appUrl, smtp }: Pick<Config, "appUrl" | "smtp">,
  signIns: SignIn[],
  firstAdmin: { link: string; expiresAt: Date } | null = null,
): string {
  const lines = [
    "",
    `  九州・山口 広域連携ポータルを起動しました: ${appUrl}`,
    `  The regional collaboration portal is running: ${appUrl}`,
  ];
  if (smtp === null) {
    lines.push(
      "",
      "  メールは送信しません（SMTP_URL が未設定）。お知らせはポータルの中で確認できます。",
      "  No mail is sent (SMTP_URL is not set); notices stand in the portal.",
    );
  }
  if (signIns.length > 0) {
    lines.push("", "  ログインできる利用者（デモ）/ Demo sign-ins:", "", ...table(signIns));
  }
  if (firstAdmin !== null) {
    lines.push(
      "",
      `  最初のポータル管理者を登録してください（${momentText(firstAdmin.expiresAt)}まで、一度だけ使えます）。`,
      "  Register the first administrator of the portal (once, within seven days):",
      `  ${firstAdmin.link}`,
    );
  }
  lines.push("", "  終了するには Ctrl+C を押してください。(Ctrl+C to stop)", "");
  return lines.join("\n");
}

function table(signIns: SignIn[]): string[] {
  const rows = [
    ["役割 / Role", "団体 / Organisation", "メール / E-mail", "パスワード / Password"],
    ...signIns.map(({ role, organisation, email, password }) => [
      role,
      organisation,
      email,
      password,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => width(row[column] ?? ""))),
  );
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - width(cell))).join("  ")}`.trimEnd(),
  );
}

/** The number of terminal columns a text takes: East Asian characters take two. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[ᄀ-￯]/.test(character) ? 2 : 1), 0);
}
