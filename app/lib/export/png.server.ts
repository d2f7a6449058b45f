import { deadlineMs, inBrowser } from "./in-browser.server.ts";
import { keepLately } from "./keep-lately.ts";

export type PngInput = {
  /** A drawing with its own styles and a viewBox, which loads nothing. */
  svg: string;
  width: number;
  height: number;
  signal?: AbortSignal;
};

/** As large as screens of twice the points need it. */
const scale = 2;
const kept = keepLately<Uint8Array>(100);

/**
 * A drawing as a picture, at twice its size; the one that was made of the same drawing lately, where
 * there is one. Nothing in it can run or fetch anything. Throws ExportUnavailable as `inBrowser` does.
 */
export function renderPng({ svg, width, height, signal }: PngInput): Promise<Uint8Array> {
  return kept(svg, () =>
    inBrowser(signal, async (page) => {
      const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
      await page.setViewportSize(size);
      await page.setContent(
        `<!doctype html><html lang="ja"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body { margin: 0 } body > svg { display: block; width: 100vw; height: auto }</style>
<body>${svg}</body></html>`,
        { timeout: deadlineMs, waitUntil: "load" },
      );
      return page.screenshot({ type: "png", clip: { x: 0, y: 0, ...size } });
    }),
  );
}
