import type { CSSProperties } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { portalStyles } from "./stylesheet.server.ts";

/** The margins of `@page` in app.css, which knows upright sheets only. */
const margins = { block: "14mm 13mm 15mm", inline: "13mm" };

/** Once more: Chromium lets the sheets of a later style win, whatever name the earlier ones have. */
const namedSheets = `@page across { size: A4 landscape; }
@page cover { margin: 0; }`;

/** Chromium leaves a table's head alone at the foot of a sheet otherwise. */
const headStaysWithRows = "thead + tbody > tr:first-child { break-before: avoid; }";

/** The markup as a whole document that carries its own styles and may load nothing. */
export function printedDocument(given: {
  html: string;
  title: string;
  landscape?: boolean;
}): string {
  const sheet = `${headStaysWithRows}
@page { size: A4 ${given.landscape ? "landscape" : "portrait"}; margin: ${margins.block}; }
${namedSheets}`;
  const document = (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <meta
          httpEquiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        />
        <title>{given.title}</title>
        <Style css={portalStyles()} />
        <Style css={sheet} />
      </head>
      <body className="text-std-16N-170">
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: React has rendered it before */}
        <main dangerouslySetInnerHTML={{ __html: given.html }} />
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(document)}`;
}

const footer: CSSProperties = {
  boxSizing: "border-box",
  width: "100%",
  padding: `0 ${margins.inline} 2mm`,
  display: "flex",
  gap: "8mm",
  justifyContent: "space-between",
  color: "#4d4d4d",
  fontSize: "9px",
  fontFamily:
    "'BIZ UDPGothic', 'Noto Sans JP', 'Hiragino Kaku Gothic ProN', Meiryo, 'Noto Sans CJK JP', sans-serif",
};
const cut: CSSProperties = { overflow: "hidden", whiteSpace: "nowrap", textOverflow: "ellipsis" };

/**
 * The foot of every sheet: title, page, pages. A document of its own in Chromium, which none of the
 * page's styles reach; the classes are where it puts the numbers.
 */
export function printedFooter(title: string): string {
  return renderToStaticMarkup(
    <div lang="ja" style={footer}>
      <span style={cut}>{title}</span>
      <span style={{ flex: "none" }}>
        <span className="pageNumber" /> / <span className="totalPages" />
      </span>
    </div>,
  );
}

function Style({ css }: { css: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a style sheet is not escaped like text
  return <style dangerouslySetInnerHTML={{ __html: css }} />;
}
