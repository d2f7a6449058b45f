import type { Context } from "hono";
import postgres from "postgres";
import type { PortalEnv } from "#server/context.ts";
import { clientAddress } from "#server/pages.ts";

/** The channel on which the database tells of figures that moved, with the code of their plan. */
const channel = "portal_figures";
/** A proxy closes a connection on which nothing comes. */
const heartbeatMs = 20_000;
/** Then the browser connects anew, perhaps to another process. */
const longestStreamMs = 10 * 60_000;
/** More than a meeting's rooms; every stream holds a socket. */
const mostStreams = 500;
/** Of one address: a whole office behind it, and never all there are. */
const mostStreamsOfAddress = 200;
/** Of one session at one address: more tabs than somebody has open on figures. */
const mostStreamsEach = 6;

type Listener = {
  plan: string;
  address: string;
  whose: string;
  tell: (text: string) => void;
  end: () => void;
};

/**
 * Tells browsers that figures of a plan moved, whichever process accepted them: the database notifies
 * every process that listens, when the accepting transaction is committed. Only that something moved
 * is told; the page is then asked for as always. A line that was lost is made up for: after every new
 * connection, to the database or to a browser, everybody looks once.
 */
export class LiveFigures {
  readonly #url: string;
  readonly #trustProxy: boolean;
  readonly #listeners = new Set<Listener>();
  #listening: { pool: postgres.Sql; ready: Promise<unknown> } | null = null;

  constructor(appDatabaseUrl: string, trustProxy = false) {
    this.#url = appDatabaseUrl;
    this.#trustProxy = trustProxy;
  }

  /** The stream of a plan's events (`text/event-stream`). */
  readonly stream = (c: Context<PortalEnv, "/plans/:plan/live">): Response => {
    if (this.#listeners.size >= mostStreams) return c.text("Too many streams", 503);
    const [session] = /portal\.session_token=[^;]*/.exec(c.req.header("Cookie") ?? "") ?? [];
    const address = clientAddress(c, this.#trustProxy);
    const whose = `${address} ${session}`;
    // What a cookie says is not looked up here: who makes sessions up is held by the address.
    const near = [...this.#listeners].filter((each) => each.address === address);
    const own = near.filter((each) => each.whose === whose);
    if (own.length >= mostStreamsEach || near.length >= mostStreamsOfAddress)
      return c.text("Too many streams", 429, { "Retry-After": "60" });
    this.#listen();
    const plan = c.req.param("plan");
    const encoder = new TextEncoder();
    let leave = () => {};
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        const tell = (text: string) => controller.enqueue(encoder.encode(text));
        const beat = setInterval(() => tell(":\n\n"), heartbeatMs);
        const over = setTimeout(() => listener.end(), longestStreamMs);
        leave = () => {
          clearInterval(beat);
          clearTimeout(over);
          this.#listeners.delete(listener);
        };
        const listener: Listener = {
          plan,
          address,
          whose,
          tell,
          end: () => {
            leave();
            controller.close();
          },
        };
        this.#listeners.add(listener);
        tell("retry: 2000\n\n");
      },
      cancel: () => leave(),
    });
    return c.body(body, 200, {
      "Content-Type": "text/event-stream; charset=utf-8",
      // Nginx would otherwise wait until there is enough to send.
      "X-Accel-Buffering": "no",
    });
  };

  /** Ends all streams and the connection behind them; browsers come back to the next process. */
  async close(): Promise<void> {
    for (const listener of [...this.#listeners]) listener.end();
    const listening = this.#listening;
    this.#listening = null;
    await listening?.pool.end({ timeout: 2 });
  }

  /** Resolves once the database is listened to: what is accepted from then on is told. */
  async ready(): Promise<void> {
    this.#listen();
    await this.#listening?.ready;
  }

  #listen(): void {
    if (this.#listening) return;
    const pool = postgres(this.#url, {
      max: 1,
      onnotice: () => {},
      connection: { application_name: "portal live" },
    });
    const tellAll = (plan: string | null) => {
      for (const listener of this.#listeners)
        if (plan === null || listener.plan === plan) listener.tell("event: figures\ndata:\n\n");
    };
    const ready = pool.listen(channel, tellAll, () => tellAll(null));
    // The next browser tries again.
    ready.catch(() => {
      this.#listening = null;
    });
    this.#listening = { pool, ready };
  }
}
