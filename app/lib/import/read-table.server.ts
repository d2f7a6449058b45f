import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { TableLimits, TableProblem, TableRead, TableRow } from "#app/domain/import/table.ts";
import { createQueue } from "#app/lib/export/queue.ts";
import { projectRoot } from "#app/lib/project-root.server.ts";
import type { WorkerNews, WorkerTask } from "./table-worker.server.ts";

/** What a thread may hold on its heap. What is unpacked goes through it piece by piece. */
const resourceLimits = { maxOldGenerationSizeMb: 224, maxYoungGenerationSizeMb: 32 };
const usualMilliseconds = 30_000;
const usualColumns = 256;

const inTurn = createQueue({ atOnce: 2, waiting: Number.POSITIVE_INFINITY });

/**
 * Reads a spreadsheet (xlsx, xls, ods) or a text with delimiters (UTF-8, UTF-16 with a mark,
 * Shift_JIS) as rows of texts, handed to `onRows` in batches, in order; the next batch is read when
 * the one before has been dealt with. Rows without anything in them are left out. What was handed
 * on before a problem showed is not to be relied on. Two files are read at once, the others wait.
 * Throws what `onRows` throws, and the signal's reason when it is aborted.
 */
export async function readTable(
  file: { name: string; bytes: Uint8Array },
  limits: TableLimits,
  onRows: (rows: TableRow[]) => Promise<void> | void,
  signal?: AbortSignal,
): Promise<TableRead> {
  return inTurn(() => {
    signal?.throwIfAborted();
    return readInThread(file.bytes, limits, onRows, signal);
  });
}

async function readInThread(
  bytes: Uint8Array,
  { rows, columns = usualColumns, milliseconds = usualMilliseconds, sheets }: TableLimits,
  onRows: (rows: TableRow[]) => Promise<void> | void,
  signal?: AbortSignal,
): Promise<TableRead> {
  const worker = startWorker({ bytes, limits: { rows, columns, sheets } });
  let timer: NodeJS.Timeout | undefined;
  const over = new AbortController();
  let left = milliseconds;
  try {
    return await new Promise<TableRead>((resolve, reject) => {
      const refuse = (problem: TableProblem) => resolve({ ok: false, problem });
      const read = () => {
        const begun = performance.now();
        timer = setTimeout(refuse, left, "too_slow");
        return () => {
          clearTimeout(timer);
          left -= performance.now() - begun;
        };
      };
      let pause = read();
      worker.on("message", async (news: WorkerNews) => {
        pause();
        if ("problem" in news) return refuse(news.problem);
        if ("read" in news) return resolve({ ok: true, rows: news.read });
        try {
          await onRows(news.rows);
        } catch (error) {
          return reject(error);
        }
        if (over.signal.aborted) return;
        pause = read();
        worker.postMessage("next");
      });
      worker.on("error", ({ code }: NodeJS.ErrnoException) =>
        refuse(code === "ERR_WORKER_OUT_OF_MEMORY" ? "too_large" : "unreadable"),
      );
      worker.on("exit", () => refuse("unreadable"));
      signal?.addEventListener("abort", () => reject(signal.reason), { signal: over.signal });
    });
  } finally {
    over.abort();
    clearTimeout(timer);
    await worker.terminate();
  }
}

/**
 * The thread knows nothing of the process: no addresses of databases, no secrets. In production it
 * is the bundle itself, which server/main.ts turns into a reader; from the sources it is their file,
 * by way of the translator that development and tests run on.
 */
function startWorker(workerData: WorkerTask): Worker {
  const options = { workerData, resourceLimits, env: { PORTAL_PROCESS: "table-reader" } };
  if (!import.meta.url.endsWith(".ts"))
    return new Worker(join(projectRoot(), "build", "server", "index.js"), options);
  const source = new URL("table-worker.server.ts", import.meta.url).href;
  const script = `import("tsx/esm/api").then(({ register }) => {
    register();
    return import(${JSON.stringify(source)});
  });`;
  return new Worker(script, { ...options, eval: true, execArgv: [] });
}
