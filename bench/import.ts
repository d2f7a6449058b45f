import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { utils, write } from "@e965/xlsx";
import postgres from "postgres";
import { prefectureSlugs } from "#seeds/organisations.ts";

/** A running portal: where it answers, whose cookie asks, its owner's database and its supervisor. */
type Portal = { address: string; cookie: string; ownerUrl: string; pid: number };

/** The least share of a raw COPY's rows a second that an import must reach. */
const budget = 0.1;
/** The most memory, in MB, that the importing process may take meanwhile. */
const mostMemory = 480;

const rows = 100_000;
const indicators = 200;
const years = [2019, 2020, 2021, 2022, 2023];
const code = "bench-import";
const page = "/workspaces/council/plan-import";

/**
 * How fast a workbook with 100,000 past figures is sent, read, previewed and written, held against a
 * raw COPY of the same rows into the same table with its indexes and triggers, in one run. Prints
 * both, their ratio and the peak memory of the web process; answers whether the budgets are kept.
 */
export async function benchImport(portal: Portal): Promise<boolean> {
  const file = workbook();
  const memory = watchMemory(portal.pid);
  const begun = performance.now();
  const address = await send(portal, file);
  await whileSays(portal, address, "読み取っています");
  const read = performance.now();
  await post(portal, address, new URLSearchParams({ intent: "apply", baseVersion: "0" }));
  await whileSays(portal, address, "取り込んでいます");
  const ended = performance.now();
  const peak = memory();
  const copied = await rawCopy(portal.ownerUrl);
  const perSecond = rows / ((ended - begun) / 1000);
  const ratio = perSecond / copied;
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  console.log(`
import of ${rows.toLocaleString("en")} past figures (${(file.byteLength / 2 ** 20).toFixed(1)} MB)
  read and previewed ${seconds(read - begun)} s, written ${seconds(ended - read)} s
  import   ${perSecond.toFixed(0).padStart(7)} rows/s
  raw COPY ${copied.toFixed(0).padStart(7)} rows/s
  import ÷ COPY: ${ratio.toFixed(2)} (at least ${budget})
  peak memory of the web process: ${peak === null ? "not known here" : `${peak.toFixed(0)} MB (at most ${mostMemory})`}`);
  return ratio >= budget && (peak ?? 0) <= mostMemory;
}

function workbook(): Uint8Array<ArrayBuffer> {
  const codes = Array.from({ length: indicators }, (_, index) => `B${index + 1}`);
  const months = Array.from({ length: 12 }, (_, index) => `${((index + 3) % 12) + 1}月`);
  const figures = codes
    .flatMap((indicator, index) =>
      years.flatMap((fy) =>
        prefectureSlugs.flatMap((organisation, place) =>
          months.map((month, part) => {
            const value = index * 1000 + place * 100 + part * 7.25;
            return [
              indicator,
              organisation,
              fy,
              month,
              "確定",
              value,
              "",
              "",
              "",
              "",
              `備考${part}`,
            ];
          }),
        ),
      ),
    )
    .slice(0, rows);
  const sheets: Record<string, (string | number)[][]> = {
    計画: [
      ["項目", "内容"],
      ["計画のコード", code],
      ["計画の名称", "取込の計測"],
      ["開始年度", "R1"],
      ["終了年度", "R10"],
    ],
    体系: [
      ["コード", "種別", "番号", "名称", "上位のコード"],
      ["BG", "基本目標", "1", "基本目標", ""],
      ["BP", "施策", "（1）", "施策", "BG"],
      ["BJ", "事業", "①", "事業", "BP"],
    ],
    指標: [
      [
        "コード",
        "所属のコード",
        "名称",
        "単位",
        "値の種類",
        "目指す方向",
        "数値の種類",
        "集計の方法",
        "報告団体",
        "報告の頻度",
        "目標値",
      ],
      ...codes.map((each) => [
        each,
        "BJ",
        `指標${each}`,
        "件",
        "単年度",
        "増加を目指す",
        "実数",
        "合計",
        prefectureSlugs.join("、"),
        "毎月",
        1000,
      ]),
    ],
    目標値: [["指標のコード", "R1"]],
    実績: [
      [
        "指標のコード",
        "団体",
        "年度",
        "期間",
        "区分",
        "実績値",
        "分子",
        "分母・重み",
        "到達した状況",
        "到達",
        "備考",
      ],
      ...figures,
    ],
  };
  const book = utils.book_new();
  for (const [name, content] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(content, { dense: true }), name);
  const options = { type: "array", bookType: "xlsx", bookSST: true, compression: true } as const;
  return new Uint8Array(write(book, options) as ArrayBuffer);
}

async function send(portal: Portal, file: Uint8Array<ArrayBuffer>): Promise<string> {
  const form = new FormData();
  form.set("requestKey", randomUUID());
  form.set("files", new Blob([file]), "計測.xlsx");
  return post(portal, page, form);
}

async function post({ address, cookie }: Portal, path: string, body: BodyInit): Promise<string> {
  const answer = await fetch(address + path, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin: address },
    body,
  });
  const location = answer.headers.get("location");
  if (location === null) throw new Error(`${path} answered ${answer.status}`);
  return location;
}

/** Waits while a page says that something is under way, as the page itself does. */
async function whileSays({ address, cookie }: Portal, path: string, words: string): Promise<void> {
  const deadline = Date.now() + 300_000;
  while (Date.now() < deadline) {
    const html = await (await fetch(address + path, { headers: { cookie } })).text();
    if (/取り込めませんでした|読み取れませんでした|中断されました|直すところ　/.test(html))
      throw new Error("The file was not taken over.");
    if (!html.includes(words)) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("The import took too long.");
}

/** The same figures once more, a century earlier: their heads beforehand, then one COPY. In rows a second. */
async function rawCopy(ownerUrl: string): Promise<number> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return await sql.begin(async (tx) => {
      const found = await tx`
        select o.* from observations o join indicators i on i.id = o.indicator_id
        join plans p on p.id = i.plan_id where p.code = ${code}`;
      if (found.length !== rows) throw new Error(`Only ${found.length} rows were imported.`);
      await tx`
        insert into observations (indicator_id, organisation_id, fy, period, version, state)
        select o.indicator_id, o.organisation_id, o.fy - 100, o.period, 1, 'accepted'
        from observations o join indicators i on i.id = o.indicator_id
        join plans p on p.id = i.plan_id where p.code = ${code}`;
      const lines = await tx`
        select h.id, h.indicator_id, h.organisation_id, h.fy, h.period, v.quality, v.value, v.note,
          v.author_organisation_id, v.import_id
        from observations h join observation_versions v on v.indicator_id = h.indicator_id
          and v.organisation_id = h.organisation_id and v.period = h.period and v.fy = h.fy + 100
        join indicators i on i.id = h.indicator_id join plans p on p.id = i.plan_id
        where p.code = ${code} and h.fy < 2000`;
      const text = lines.map(
        (v) =>
          `${v.id}\t${v.indicator_id}\t${v.organisation_id}\t${v.fy}\t${v.period}\t1\taccepted\t${v.quality}\t${v.value}\t${v.note}\t${v.author_organisation_id}\t${v.import_id}\n`,
      );
      const begun = performance.now();
      const copy = await tx`
        copy observation_versions (observation_id, indicator_id, organisation_id, fy, period, version,
          state, quality, value, note, author_organisation_id, import_id) from stdin`.writable();
      await pipeline(text, copy);
      return rows / ((performance.now() - begun) / 1000);
    });
  } finally {
    await sql.end();
  }
}

/** Looks at the memory of the web process until it is asked; null where the system does not tell. */
function watchMemory(supervisor: number): () => number | null {
  const web = childrenOf(supervisor).find((pid) =>
    readFileSync(`/proc/${pid}/environ`, "utf8").includes("PORTAL_PROCESS=web"),
  );
  let peak = 0;
  const look = () => {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(statusOf(web)) ?? [];
    peak = Math.max(peak, Number(kilobytes ?? 0) / 1024);
  };
  const timer = web === undefined ? undefined : setInterval(look, 20);
  return () => {
    clearInterval(timer);
    return web === undefined ? null : peak;
  };
}

/** Nothing once the process has gone. */
function statusOf(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}

function childrenOf(parent: number): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => statusOf(pid).includes(`\nPPid:\t${parent}\n`));
}
