import type { ServiceContext } from "#app/services/context.server.ts";
import {
  endPackWithout,
  keepPackFiles,
  reportPackStep,
  TakenUp,
} from "#app/services/pack/go-on.server.ts";
import type { Making } from "#app/services/pack/make.server.ts";
import { readPack } from "#app/services/pack/read.server.ts";
import type { PackOf } from "#app/services/pack/read-content.server.ts";
import { readPackContent } from "#app/services/pack/read-content.server.ts";
import { ExportUnavailable } from "../export/export-unavailable.ts";
import { createQueue } from "../export/queue.ts";
import { renderWorkbook } from "../export/workbook.server.ts";
import { inJapanese } from "../locale.server.ts";
import { log } from "../log.server.ts";
import { type PackLook, printPack } from "./print.server.tsx";
import { packWorkbook } from "./workbook.ts";

/** One pack at a time fills no memory, and leaves the processor to those who read pages. */
const inTurn = createQueue({ atOnce: 1, waiting: 20 });
const signEveryMs = 10_000;

/**
 * Makes the files of a pack, printed by its `look`, and keeps them. Never throws: what went wrong is logged and said on the
 * pack, which can be taken up again; where somebody has done so already, this one stops.
 */
export async function makePackFiles(
  context: ServiceContext,
  making: Making,
  look: PackLook,
): Promise<void> {
  const life = signsOfLife(context, making);
  try {
    await inTurn(() => inJapanese(() => makeFiles(context, life, look)));
  } catch (error) {
    if (error instanceof TakenUp || life.signal.reason instanceof TakenUp) return;
    log.error({ err: error, pack: making.id }, "pack could not be made");
    const problem = error instanceof ExportUnavailable ? error.reason : "failed";
    await life
      .next((held) => endPackWithout(context, held, `pack.${problem}`))
      .catch((second: unknown) => log.error({ err: second, pack: making.id }, "nor said so"));
  } finally {
    life.stop();
  }
}

async function makeFiles(context: ServiceContext, life: Life, look: PackLook): Promise<void> {
  const { making, signal } = life;
  const done = (steps: number) => life.next((held) => reportPackStep(context, held, steps));
  const { pack } = await readPack(context, { plan: making.plan, pack: making.id }, new Date());
  const content = await readPackContent(context, making.plan, pack satisfies PackOf);
  await done(1);
  const xlsx = await renderWorkbook(packWorkbook(content));
  await done(2);
  const pdf = await printPack(look, content, signal, async () => void (await done(3)));
  await life.next(async (held) => {
    await keepPackFiles(context, held, { pdf, xlsx });
    return held.sign;
  });
}

type Life = ReturnType<typeof signsOfLife>;

/**
 * Says every few seconds that the making goes on, and passes the last sign of life to whatever step
 * comes next, one after the other. `signal` ends the work where the pack was taken up by another.
 */
function signsOfLife(context: ServiceContext, making: Making) {
  const ended = new AbortController();
  let sign = making.sign;
  let last: Promise<unknown> = Promise.resolve();
  const next = (step: (held: Making) => Promise<string>): Promise<string> => {
    const result = last.then(() => step({ ...making, sign }));
    last = result.then(
      (given) => {
        sign = given;
      },
      (error: unknown) => {
        if (error instanceof TakenUp) ended.abort(error);
      },
    );
    return result;
  };
  const timer = setInterval(() => {
    // A database that is away for a moment is met again at the next sign.
    next((held) => reportPackStep(context, held)).catch(() => {});
  }, signEveryMs);
  timer.unref();
  return { making, signal: ended.signal, next, stop: () => clearInterval(timer) };
}
