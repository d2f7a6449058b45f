import { parentPort, workerData } from "node:worker_threads";
import type { TableLimits, TableProblem, TableRow } from "#app/domain/import/table.ts";
import { UnreadableTable } from "./problem.ts";
import { RowSink } from "./row-sink.ts";
import { readTableFile } from "./table-file.server.ts";

/** What the thread is given, and what it tells; to each batch it waits for an answer. */
export type WorkerTask = {
  bytes: Uint8Array;
  limits: { rows: number; columns: number; sheets?: TableLimits["sheets"] };
};
export type WorkerNews = { rows: TableRow[] } | { read: number } | { problem: TableProblem };

/** Reads a file in a thread of its own: one that hangs or eats memory takes nobody with it. */
async function run({ bytes, limits }: WorkerTask): Promise<void> {
  const tell = (news: WorkerNews) => parentPort?.postMessage(news);
  const sink = new RowSink(limits, (rows) => {
    tell({ rows });
    return new Promise((resolve) => parentPort?.once("message", () => resolve()));
  });
  try {
    await readTableFile(bytes, sink);
    tell({ read: sink.rows });
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    tell({ problem: error.problem });
  }
}

await run(workerData as WorkerTask);
