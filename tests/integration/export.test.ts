import { createServer, type Server } from "node:net";
import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { closeBrowser } from "#app/lib/export/browser.server.ts";
import { renderPdf } from "#app/lib/export/pdf.server.ts";

const rows = Array.from(
  { length: 120 },
  (_, index) => `<tr><th scope="row">指標${index}</th><td>▲1,450</td><td>－</td></tr>`,
).join("");
const sheet = {
  title: "評価調書 令和5年度",
  html: `<h1>評価調書</h1><h2>しごとづくりPT</h2><p lang="ja">多様な働き方の推進</p>
    <table><thead><tr><th>指標</th><th>実績値</th><th>評価</th></tr></thead><tbody>${rows}</tbody></table>
    <h2>今後の展開</h2><p>県と経済団体の連携を強める。</p>`,
};

afterAll(closeBrowser);

/** The parts of a PDF: its plain text, and what its compressed streams hold. */
function parts(pdf: Uint8Array): { plain: string; streams: string } {
  const bytes = Buffer.from(pdf);
  const plain = bytes.toString("latin1");
  const streams = [
    ...plain.matchAll(/\/Filter \/FlateDecode[^>]*?\/Length (\d+)[^>]*>>\s*stream\r?\n/g),
  ].map((match) => {
    const from = match.index + match[0].length;
    return inflateSync(bytes.subarray(from, from + Number(match[1]))).toString("latin1");
  });
  return { plain, streams: streams.join("\n") };
}

/** The characters that can be read out of a PDF: those its fonts say are meant by their shapes. */
function readable(pdf: Uint8Array): Set<string> {
  const tables = parts(pdf).streams.matchAll(/beginbf(char|range)([\s\S]*?)endbf/g);
  const found = new Set<string>();
  for (const [, kind, table = ""] of tables) {
    const entry = kind === "char" ? /<\w+> <(\w{4})>/g : /<(\w+)> <(\w+)> <(\w{4})>/g;
    for (const [, first = "", last = "", start] of table.matchAll(entry)) {
      const code = Number.parseInt(start ?? first, 16);
      const more = start === undefined ? 0 : Number.parseInt(last, 16) - Number.parseInt(first, 16);
      for (let step = 0; step <= more; step += 1) found.add(String.fromCharCode(code + step));
    }
  }
  return found;
}

function pagesOf(pdf: Uint8Array): string[] {
  return parts(pdf).plain.match(/\/Type \/Page\b[\s\S]*?endobj/g) ?? [];
}

/** The sheet that the outline says a heading stands on. */
function sheetWith(pdf: Uint8Array, heading: string): string | undefined {
  return new RegExp(`/Title <${hex(heading)}>\\s+/Dest \\[(\\d+) `).exec(parts(pdf).plain)?.[1];
}

/** Text as a PDF writes it outside its pages: UTF-16 in hexadecimal, or plain. */
function hex(text: string): string {
  return `FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}`;
}

describe("a PDF", () => {
  let pdf: Uint8Array;
  beforeAll(async () => {
    pdf = await renderPdf(sheet);
  });

  it("has its text as text, in fonts of its own", () => {
    const characters = readable(pdf);
    for (const character of "評価調書しごとづくり多様な働き方県経済団体連携▲1450－令和")
      expect(characters, character).toContain(character);
    const { plain } = parts(pdf);
    // TrueType is embedded as a file, OpenType with cubic outlines as drawings of its letters.
    const fonts = plain.match(/\/Type \/Font\b[\s\S]*?endobj/g) ?? [];
    const whole = fonts.filter((font) => /\/Subtype \/(CIDFontType2|TrueType)/.test(font));
    const drawn = fonts.filter((font) => font.includes("/Subtype /Type3"));
    expect(whole.length + drawn.length).toBeGreaterThan(0);
    expect(plain.match(/\/FontFile[23]? \d+ 0 R/g)?.length ?? 0).toBe(whole.length);
  });

  it("is made for those who listen: tagged, in Japanese, with an outline of its headings", () => {
    const { plain } = parts(pdf);
    expect(plain).toMatch(/\/MarkInfo <<\/Type \/MarkInfo\s+\/Marked true/);
    expect(plain).toContain("/StructTreeRoot");
    expect(plain).toContain("/Lang (ja)");
    for (const tag of ["/H1", "/H2", "/Table", "/TH", "/TD"]) expect(plain).toContain(`/S ${tag}`);
    for (const heading of ["評価調書", "しごとづくりPT", "今後の展開"])
      expect(plain).toContain(`/Title <${hex(heading)}>`);
  });

  it("stands on A4, upright or across, on as many sheets as it takes", async () => {
    const [first, ...more] = pagesOf(pdf);
    expect(first).toMatch(/\/MediaBox \[0 0 59[45]\.\d* 84[12]\.\d*\]/);
    expect(more.length).toBeGreaterThanOrEqual(1);
    const across = await renderPdf({ ...sheet, landscape: true });
    expect(pagesOf(across)[0]).toMatch(/\/MediaBox \[0 0 84[12]\.\d* 59[45]\.\d*\]/);
    expect(pagesOf(across).length).toBeGreaterThan(pagesOf(pdf).length);
    const brief = await renderPdf({ title: "短い", html: "<p>一枚</p>" });
    expect(pagesOf(brief)).toHaveLength(1);
  });

  it("keeps a table's head with its first row, wherever a sheet ends", async () => {
    const sheets = [];
    for (const above of [150, 216, 226, 236, 246]) {
      const pdf = await renderPdf({
        title: "表",
        html: `<div style="height:${above}mm"></div><table>
          <caption style="position:absolute">名</caption><thead><tr><th><h3>頭</h3></th></tr></thead>
          <tbody><tr style="break-after:avoid"><th>群</th></tr><tr><td><h3>行</h3>行<br>行</td></tr></tbody></table>`,
      });
      expect(sheetWith(pdf, "頭"), `${above} mm`).toBe(sheetWith(pdf, "行"));
      sheets.push(pagesOf(pdf).length);
    }
    expect([...new Set(sheets)]).toEqual([1, 2]);
  });

  it("is the same file for the same contents, also from another browser", async () => {
    expect(Buffer.compare(await renderPdf(sheet), pdf)).toBe(0);
    await closeBrowser();
    expect(Buffer.compare(await renderPdf(sheet), pdf)).toBe(0);
    expect(parts(pdf).plain).not.toMatch(/CreationDate|ModDate|Chrome/);
  });

  it("comes quickly once the browser runs", async () => {
    const started = performance.now();
    await renderPdf(sheet);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it("is refused to those who find a full line, at once", async () => {
    const leaving = new AbortController();
    const asked = Array.from({ length: 24 }, () =>
      renderPdf({ ...sheet, signal: leaving.signal }).catch((error: { reason: string }) => {
        if (error.reason === "busy") leaving.abort();
        return error.reason;
      }),
    );
    const reasons = await Promise.all(asked);
    expect(reasons.slice(22)).toEqual(["busy", "busy"]);
    expect(new Set(reasons.slice(0, 22))).toEqual(new Set(["too_slow"]));
  });

  it("is given up when nobody waits for it any more", async () => {
    const leaving = new AbortController();
    const work = renderPdf({ ...sheet, signal: leaving.signal });
    leaving.abort();
    await expect(work).rejects.toMatchObject({ reason: "too_slow" });
    expect(pagesOf(await renderPdf(sheet)).length).toBe(pagesOf(pdf).length);
  });
});

describe("markup that means harm", () => {
  let listener: Server;
  let connections = 0;
  let address: string;
  beforeAll(async () => {
    listener = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    const { port } = listener.address() as { port: number };
    address = `http://127.0.0.1:${port}`;
  });
  afterAll(() => new Promise((resolve) => listener.close(resolve)));

  it("runs nothing, fetches nothing and leads nowhere", async () => {
    const pdf = await renderPdf({
      title: "</title><script>1</script>表題",
      html: `<p>本文</p><script>document.body.textContent = "壊";</script>
        <img src="x" onerror="document.body.textContent='壊'"><img src="${address}/img">
        <link rel="stylesheet" href="${address}/css"><link rel="preconnect" href="${address}">
        <link rel="dns-prefetch" href="${address.replace("127.0.0.1", "localhost")}">
        <link rel="prefetch" href="${address}/prefetch"><link rel="preload" as="image" href="${address}/preload">
        <style>@import url(${address}/import); body { background: url(${address}/bg) }
        @font-face { font-family: x; src: url(${address}/font) } p { font-family: x, sans-serif }</style>
        <iframe src="${address}/frame"></iframe><iframe srcdoc="<script>1</script>"></iframe>
        <object data="${address}/object"></object><embed src="file:///etc/hostname">
        <iframe src="file:///etc/hostname"></iframe><video src="${address}/video" autoplay></video>
        <svg><image href="${address}/svg"/><use href="${address}/use#a"/></svg>
        <meta http-equiv="refresh" content="0;url=${address}/refresh"><base href="${address}/">`,
    });
    expect(connections).toBe(0);
    const characters = readable(pdf);
    expect(characters).toContain("本");
    expect(characters).not.toContain("壊");
    expect(parts(pdf).plain).toContain(`/Title <${hex("</title><script>1</script>表題")}>`);
  });
});

describe("a server without a browser", () => {
  afterAll(() => void vi.unstubAllEnvs());

  it.each([
    ["PLAYWRIGHT_CHROMIUM", "/nowhere/chromium"],
    ["PORTAL_PDF", "off"],
  ])("says so (%s=%s)", async (name, value) => {
    await closeBrowser();
    vi.stubEnv(name, value);
    await expect(renderPdf(sheet)).rejects.toMatchObject({ reason: "no_browser" });
    vi.unstubAllEnvs();
    expect((await renderPdf(sheet)).byteLength).toBeGreaterThan(0);
  });

  it("says so when what stands there is none", async () => {
    await closeBrowser();
    vi.stubEnv("PLAYWRIGHT_CHROMIUM", "/bin/false");
    await expect(renderPdf(sheet)).rejects.toMatchObject({ reason: "failed" });
  });
});
