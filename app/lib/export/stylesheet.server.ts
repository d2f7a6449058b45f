import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../project-root.server.ts";

/** Enough to read a table by where nothing has been built yet: in development and in unit tests. */
const bare = `
body { margin: 0; font: 9.5pt/1.7 "BIZ UDPGothic", "Noto Sans JP", "Hiragino Kaku Gothic ProN", Meiryo, "Noto Sans CJK JP", sans-serif; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 0.5pt solid #767676; padding: 1mm 2mm; text-align: left; vertical-align: top; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
svg { print-color-adjust: exact; }
`;

let found: { address: string; css: string } | null = null;

/** The style sheet that pages link to, as the build made it; a bare one where there is no build. */
export function portalStyles(): string {
  return builtSheet()?.css ?? bare;
}

/** Where a browser finds the built style sheet; null where there is no build. */
export function portalStylesAddress(): string | null {
  return builtSheet()?.address ?? null;
}

function builtSheet(): { address: string; css: string } | null {
  if (found) return found;
  const assets = join(projectRoot(), "build", "client", "assets");
  try {
    const name = readdirSync(assets).find((candidate) => /^app-.*\.css$/.test(candidate));
    if (name === undefined) return null;
    found = { address: `/assets/${name}`, css: readFileSync(join(assets, name), "utf8") };
    return found;
  } catch {
    return null;
  }
}
