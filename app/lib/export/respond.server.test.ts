import pino from "pino";
import { describe, expect, it } from "vitest";
import { ExportUnavailable } from "./export-unavailable.ts";
import { answerFile, contentDisposition, fileResponse } from "./respond.server.ts";

const context = {
  requestId: "request-1",
  nonce: "",
  clientAddress: "192.0.2.1",
  log: pino({ level: "silent" }),
};

function asking(accept: string) {
  return { request: new Request("http://localhost/a.pdf", { headers: { accept } }), context };
}

describe("a download", () => {
  it("keeps its Japanese name and is kept by nobody", async () => {
    const bytes = new TextEncoder().encode("%PDF");
    const response = fileResponse({ bytes, fileName: "評価調書 R5", type: "pdf" });
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "private, no-store",
      "content-disposition":
        "attachment; filename=\"____ R5.pdf\"; filename*=UTF-8''%E8%A9%95%E4%BE%A1%E8%AA%BF%E6%9B%B8%20R5.pdf",
      "content-length": "4",
      "content-type": "application/pdf",
      "x-content-type-options": "nosniff",
    });
    expect(await response.text()).toBe("%PDF");
  });

  it.each([
    ['a"; filename="b.exe', "a__ filename__b.exe"],
    ["a\r\nSet-Cookie: b", "aSet-Cookie_ b"],
    ["../../etc/passwd", ".._.._etc_passwd"],
    ["\u202Efdp.exe", "fdp.exe"],
  ])("writes %j as a header that says nothing else", (name, plain) => {
    const header = contentDisposition(name);
    expect(header).toMatch(/^attachment; filename="[^"\r\n]*"; filename\*=UTF-8''[\w.%!~-]*$/);
    expect(header).toContain(`filename="${plain}"`);
    expect(() => new Headers({ "Content-Disposition": header })).not.toThrow();
  });
});

describe("a PDF that cannot be made", () => {
  const unavailable = () => Promise.reject(new ExportUnavailable("no_browser"));

  it("is a page that says how to make one, and what the operator does", async () => {
    const response = await answerFile(
      asking("text/html,*/*"),
      "/plans/jewels?fy=2023&a=b",
      unavailable,
    );
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("3600");
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
    const page = await response.text();
    expect(page).toContain('<html lang="ja">');
    expect(page).toContain('href="/plans/jewels?fy=2023&amp;a=b"');
    expect(page).toContain("「印刷」");
    expect(page).toContain("「PDFに保存」");
    expect(page).toContain("npx playwright-core install chromium");
    expect(page).toContain("request-1");
    expect(page).not.toMatch(/<script|style=/);
  });

  it("is a problem for programs", async () => {
    const response = await answerFile(asking("application/pdf"), "/", unavailable);
    expect(response.status).toBe(503);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ status: 503, title: "Service unavailable" });
  });

  it("hides no other failure", async () => {
    const broken = () => Promise.reject(new Error("boom"));
    await expect(answerFile(asking("text/html"), "/", broken)).rejects.toThrow("boom");
  });
});
