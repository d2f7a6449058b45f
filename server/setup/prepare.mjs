/**
 * Makes the working copy ready for what follows: `start` (packages and a build), `dev` (packages) or
 * `test` (packages, a build and a browser). Does nothing that has been done already. After `start`,
 * a browser for PDF files is installed while the portal runs already.
 */
import { chdir } from "node:process";
import { fileURLToPath } from "node:url";
import { runNode, runNpm } from "./run-command.mjs";
import { isBuilt, isInstalled, stampInstall } from "./stamps.mjs";

const OLDEST_NODE = [20, 19];

chdir(fileURLToPath(new URL("../..", import.meta.url)));
const purpose = process.argv[2] ?? "start";

checkNode();
if (!isInstalled()) {
  console.log("パッケージをインストールしています… (installing packages)");
  // The build needs the development packages, also where NODE_ENV is production.
  const status = runNpm(["ci", "--include=dev", "--no-audit", "--no-fund"]);
  if (status !== 0) stop("パッケージをインストールできませんでした。(npm ci failed)");
  stampInstall();
}
if (purpose !== "dev" && !isBuilt()) {
  console.log("ビルドしています… (building)");
  if (runNode(["server/setup/build.mjs"]) !== 0) stop("ビルドに失敗しました。(the build failed)");
}
if (purpose === "test") {
  const { ensureBrowser } = await import("./browser.mjs");
  await ensureBrowser();
}
if (purpose === "start") {
  const { installBrowserLater } = await import("./browser.mjs");
  await installBrowserLater();
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  stop(
    `Node.js ${OLDEST_NODE.join(".")} 以降が必要です（現在 ${process.versions.node}）。` +
      `(Node.js ${OLDEST_NODE.join(".")} or newer is required)`,
  );
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
