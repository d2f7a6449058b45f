/**
 * Installs a browser for PDF files while the portal runs; `npm start` begins it. Waits until the
 * portal answers, so that it delays nothing, says one line before and one after, and lets go of
 * the terminal when the portal has stopped meanwhile.
 */
import { closeSync } from "node:fs";
import { setPriority } from "node:os";
import { chdir } from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { hasJapaneseFont, installQuietly } from "./browser.mjs";

const HEALTH = `http://127.0.0.1:${process.env.PORT || 3000}/healthz`;
const LONGEST_WAIT_MS = 15 * 60_000;
const LOOK_EVERY_MS = 1_000;
/** Unanswered looks after which the portal has stopped; a restart takes fewer. */
const STOPPED_AFTER = 15;

chdir(fileURLToPath(new URL("../..", import.meta.url)));
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

const deadline = Date.now() + LONGEST_WAIT_MS;
while (!(await portalAnswers())) {
  if (Date.now() > deadline) process.exit(0);
  await sleep(LOOK_EVERY_MS);
}
let heard = true;
say(
  "PDF を作るブラウザーを裏で用意しています。ポータルはこのままお使いになれます。(installing a browser for PDF files in the background; PORTAL_PDF=off leaves it out)",
);
setPriority(10);
void letGoWhenStopped();
const installed = await installQuietly();
if (!installed) {
  say(
    "PDF を作るブラウザーを用意できませんでした。PDF の代わりに印刷の案内を表示します。docs/operating.md をご覧ください。(no browser for PDF files)",
  );
} else if (!hasJapaneseFont()) {
  say(
    "PDF を作るブラウザーを用意しましたが、日本語のフォントがありません。docs/operating.md をご覧ください。(no Japanese font for PDF files)",
  );
} else {
  say("PDF を作れるようになりました。(PDF files can be made now)");
}
process.exit(0);

async function letGoWhenStopped() {
  for (let unanswered = 0; unanswered < STOPPED_AFTER; ) {
    await sleep(LOOK_EVERY_MS);
    unanswered = (await portalAnswers()) ? 0 : unanswered + 1;
  }
  heard = false;
  closeSync(1);
  closeSync(2);
}

async function portalAnswers() {
  try {
    const response = await fetch(HEALTH, { signal: AbortSignal.timeout(LOOK_EVERY_MS) });
    return response.ok;
  } catch {
    return false;
  }
}

function say(line) {
  if (heard) console.log(line);
}
