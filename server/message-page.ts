import type { Context } from "hono";
import { RETRY_AFTER_SECONDS } from "#app/lib/unavailable.ts";
import type { PortalEnv } from "#server/context.ts";

/** What the server itself may have to say, without the application and without a database. */
const MESSAGES = {
  unavailable: {
    status: 503,
    title: "ただいま一時的に利用できません",
    text: "データベースに接続できません。自動で復旧しますので、数秒おいてから、もう一度お試しください。保存が完了した内容は失われません。",
    english:
      "The portal cannot reach its database at the moment. Please try again in a few seconds.",
  },
  too_slow: {
    status: 503,
    title: "処理に時間がかかっています",
    text: "時間内に処理が終わりませんでした。保存されたかどうかを画面で確かめてから、もう一度お試しください。",
    english: "This took too long. Please check whether it was saved before trying again.",
  },
  foreign_origin: {
    status: 403,
    title: "この操作は受け付けられません",
    text: "ほかのサイトから送られた操作のため、安全のために中止しました。ポータルの画面を開き直してから、もう一度操作してください。",
    english: "The request came from another site and was refused. Nothing has been changed.",
  },
  not_found: {
    status: 404,
    title: "ファイルが見つかりません",
    text: "アドレスが変わったか、ファイルが取り下げられたか、閲覧できる範囲にありません。",
    english: "The file cannot be found. It may have been withdrawn.",
  },
  too_large: {
    status: 413,
    title: "送信された内容が大きすぎます",
    text: "一度に送信できる大きさを超えています。内容やファイルを分けて、もう一度送信してください。保存はされていません。",
    english: "The content is too large to be sent at once.",
  },
  too_many: {
    status: 429,
    title: "短い時間に操作が集中しています",
    text: "同じ操作が短い時間に多く行われたため、いったん受付を止めています。しばらく待ってから、もう一度お試しください。",
    english: "Too many requests in a short time. Please wait a moment and try again.",
  },
  failed: {
    status: 500,
    title: "エラーが発生しました",
    text: "予期しないエラーが発生しました。お手数ですが、下の番号を添えて事務局へご連絡ください。",
    english: "Something went wrong. Please give the number below to the secretariat.",
  },
} as const;

export type MessageCode = keyof typeof MESSAGES;

/** A form's fields, to be offered for sending again. */
export type Resend = {
  action: string;
  fields: [string, string][];
  /** Files were sent too; no page can hold them. */
  hadFiles: boolean;
};

let stylesheet: string | null = null;

/** Tells where the built style sheet is, so that these pages look like the others. */
export function linkStylesheet(href: string | null): void {
  stylesheet = href;
}

/**
 * A complete answer in the portal's words: a page for people, `{ "error": code }` for programs.
 * With `resend`, the page carries what was typed and a button that sends it again; `waitSeconds` says
 * when that makes sense.
 */
export function messagePage(
  c: Context<PortalEnv>,
  code: MessageCode,
  resend?: Resend,
  waitSeconds?: number,
): Response {
  const { status } = MESSAGES[code];
  const headers: Record<string, string> = { "Cache-Control": "private, no-store" };
  if (status === 503) headers["Retry-After"] = RETRY_AFTER_SECONDS;
  if (waitSeconds !== undefined) headers["Retry-After"] = String(waitSeconds);
  const requestId = c.get("requestId");
  if (!(c.req.header("Accept") ?? "").includes("text/html")) {
    return Response.json({ error: code, requestId }, { status, headers });
  }
  headers["Content-Type"] = "text/html; charset=utf-8";
  return new Response(render(code, requestId, resend), { status, headers });
}

function render(code: MessageCode, requestId: string, resend: Resend | undefined): string {
  const { title, text, english } = MESSAGES[code];
  const link =
    stylesheet === null ? "" : `<link rel="stylesheet" href="${escapeHtml(stylesheet)}">`;
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
${link}
</head>
<body>
<main class="mx-auto max-w-3xl px-6 py-16">
<h1 class="text-std-28B-150">${title}</h1>
<p class="mt-6 text-std-17N-170">${text}</p>
<p class="mt-4 text-std-16N-170" lang="en">${english}</p>
${resend === undefined ? "" : resendForm(resend)}
<p class="mt-8"><a class="text-blue-1000 underline" href="/">トップページへ</a></p>
<p class="mt-8 text-oln-14N-100">受付番号: ${escapeHtml(requestId)}</p>
</main>
</body>
</html>
`;
}

function resendForm({ action, fields, hadFiles }: Resend): string {
  const inputs = fields
    .map(
      ([name, value]) =>
        `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
    )
    .join("\n");
  return `<form class="mt-8" method="post" action="${escapeHtml(action)}">
${inputs}
<p>入力された内容はこの画面に残っています。${hadFiles ? "添付ファイルは残っていません。必要であれば、送信したあとに改めて添付してください。" : ""}</p>
<button class="mt-4 rounded-8 bg-blue-900 px-4 py-3 text-white" type="submit">もう一度送信する</button>
</form>`;
}

function escapeHtml(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\r", "&#13;");
}
