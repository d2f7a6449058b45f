/** Runs every check and test in order, stops at the first failure, and counts the tests. */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { chdir } from "node:process";
import { fileURLToPath } from "node:url";
import { runNode } from "./run-command.mjs";

chdir(fileURLToPath(new URL("../..", import.meta.url)));

const RESULTS = "node_modules/.cache/portal-tests";
const UNIT = `${RESULTS}/unit.json`;
const BROWSER = `${RESULTS}/browser.json`;

/** Biome colours every letter of a log file otherwise. */
const COLOURS = process.stdout.isTTY ? "--colors=force" : "--colors=off";

const STEPS = [
  ["書式と静的検査 biome", ["@biomejs/biome/bin/biome", "ci", COLOURS, "."]],
  ["型 tsc", ["typescript/bin/tsc"]],
  [
    "依存の向き dependency-cruiser",
    ["dependency-cruiser/bin/dependency-cruise.mjs", "app", "db", "seeds", "server", "tests"],
  ],
  ["使われていないもの knip", ["knip/bin/knip.js"]],
  [
    "単体・結合テスト vitest",
    [
      "vitest/vitest.mjs",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${UNIT}`,
    ],
  ],
  [
    "ブラウザーテスト playwright",
    ["@playwright/test/cli.js", "test", "--reporter=list,json"],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: BROWSER },
  ],
];

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

let failed = false;
for (const [name, [program, ...args], extra] of STEPS) {
  console.log(`\n=== ${name}`);
  const started = Date.now();
  const status = runNode([`node_modules/${program}`, ...args], {
    env: { ...process.env, ...extra },
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`=== ${name}: ${status === 0 ? "合格 passed" : "不合格 failed"} (${seconds} s)`);
  if (status !== 0) {
    failed = true;
    break;
  }
}

const counts = [countUnit(), countBrowser()];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failures = counts.reduce((sum, count) => sum + count.failed, 0);
const flaky = counts.flatMap((count) => count.flaky);
if (passed + failures === 0) console.error("\nテストが一つも実行されませんでした。(no test ran)");
if (flaky.length > 0)
  console.log(`\n2回目に合格したもの (passed only the second time):\n  ${flaky.join("\n  ")}`);
console.log(`\n${passed} passed, ${failures} failed, ${flaky.length} flaky`);
process.exit(failed || failures > 0 || passed === 0 ? 1 : 0);

function countUnit() {
  const result = read(UNIT);
  const tests = (result?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
  return {
    passed: result?.numPassedTests ?? 0,
    failed: result?.numFailedTests ?? 0,
    // What went wrong the first time stays with a test that passed the second time.
    flaky: tests
      .filter(({ status, failureMessages }) => status === "passed" && failureMessages.length > 0)
      .map(({ fullName }) => fullName),
  };
}

function countBrowser() {
  const result = read(BROWSER);
  const { expected = 0, flaky = 0, unexpected = 0 } = result?.stats ?? {};
  return {
    passed: expected + flaky,
    failed: unexpected,
    flaky: (result?.suites ?? [])
      .flatMap(specsOf)
      .filter(isFlaky)
      .map(({ title }) => title),
  };
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function isFlaky({ tests }) {
  return tests.some(({ status }) => status === "flaky");
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}
