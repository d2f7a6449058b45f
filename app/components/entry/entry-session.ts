import {
  answered,
  countDone,
  decided,
  type EntryState,
  isOpen,
  keptTexts,
  type LiveRow,
  misread,
  type RowResult,
  seen,
  typed,
} from "#app/domain/entry/live-row.ts";
import { entryField, goesOnUnchanged, type RowKey, sameAnswer } from "#app/domain/entry/rows.ts";
import { type AnswerField, answerFields, type RawAnswer } from "#app/domain/observation/answer.ts";
import { placeOf, readTexts, writeTexts } from "./entry-fields.ts";
import type { EntryStore } from "./entry-store.ts";

/** How long somebody must have stopped typing. */
const pause = 1_200;
/** How often colleagues' changes are asked for. */
const pollEvery = 15_000;
/** How long a request may take before the line counts as down. */
const patience = 20_000;
const longestWait = 30_000;

type Step = "save" | "submit";
type SentRow = { row: LiveRow; sent: RawAnswer; requestKey: string };
/** What was sent and is not answered yet: it is sent again as it was, under the same keys. */
type Batch = { step: Step; rows: SentRow[]; asked: boolean };
type Answer = { results: RowResult[]; states: EntryState[]; readAt: string };

/**
 * Keeps the grid and the server together: saves what was typed a moment after, again and again while
 * the line is down, and brings in what colleagues saved.
 */
export class EntrySession {
  readonly #store: EntryStore;
  readonly #address: string;
  #readAt: string;
  #unanswered: Batch | null = null;
  #busy = false;
  #wanted: Step | null = null;
  #failures = 0;
  #timer: number | undefined;
  #poll: number | undefined;

  constructor(store: EntryStore, address: string, readAt: string) {
    this.#store = store;
    this.#address = address;
    this.#readAt = readAt;
  }

  /** Begins, with what was typed before the script came; answers how to end. */
  start(): () => void {
    for (const row of this.#store.rows())
      if (row.standing === "still" && isTyped(row))
        this.#store.set({ ...row, standing: "unsaved" });
    this.#schedule(pause);
    this.#poll = window.setInterval(() => void this.#ask(), pollEvery);
    const again = () => {
      this.#failures = 0;
      void this.#ask();
      void this.#send();
    };
    const ask = (event: BeforeUnloadEvent) => {
      if (this.#store.rows().some(isTyped)) event.preventDefault();
    };
    window.addEventListener("online", again);
    window.addEventListener("focus", again);
    window.addEventListener("beforeunload", ask);
    return () => {
      window.clearTimeout(this.#timer);
      window.clearInterval(this.#poll);
      window.removeEventListener("online", again);
      window.removeEventListener("focus", again);
      window.removeEventListener("beforeunload", ask);
    };
  }

  /** Something was typed or chosen in an input. */
  noteInput(element: EventTarget | null): void {
    const place = placeOf(element);
    if (!place) return;
    this.touch(place.key, place.field);
  }

  /** A field was changed; with `error`, to something that cannot be read. */
  touch(key: RowKey, field: AnswerField, error: string | null = null): void {
    const row = typed(this.#store.row(key), field, textsOf(this.#store.row(key)));
    this.#store.set(error === null ? row : misread(row, field, error));
    this.#schedule(pause);
  }

  /** The button: everything now, and the page says what came of it. */
  press(step: Step): void {
    this.#wanted = step;
    this.#failures = 0;
    void this.#send();
  }

  /** A person decided between their own and a colleague's. */
  decide(key: RowKey, choice: "mine" | "theirs"): void {
    const row = decided(this.#store.row(key), choice);
    if (choice === "theirs") writeTexts(key, keptTexts(row));
    this.#store.set(row);
    this.#schedule(0);
  }

  #schedule(wait: number): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#send(), wait);
  }

  #gather(): Batch | null {
    const step = this.#wanted;
    const rows = this.#store.rows().filter((row) => {
      if (!isOpen(row) || row.standing === "conflict") return false;
      // A word that a list does not offer stands in no field: the row would lose it.
      if (Object.values(row.errors).some((error) => error.startsWith("entry."))) return false;
      if (step === "submit" && row.known && goesOnUnchanged(row.known)) return true;
      // What could not be read waits to be typed anew, or for somebody to press the button.
      return isTyped(row) && (step !== null || row.standing !== "refused");
    });
    this.#wanted = null;
    if (rows.length === 0 && step === null) return null;
    const sent = rows.map((row) => ({ row, sent: textsOf(row), requestKey: crypto.randomUUID() }));
    return { step: step ?? "save", rows: sent, asked: step !== null };
  }

  async #send(): Promise<void> {
    if (this.#busy) return;
    const batch = this.#unanswered ?? this.#gather();
    if (!batch) return;
    this.#busy = true;
    this.#unanswered = batch;
    this.#mark(batch, "saving");
    const answer = await this.#request<Answer>({ method: "POST", body: this.#bodyOf(batch) });
    this.#busy = false;
    if (!answer) {
      this.#mark(batch, "unreached");
      if (this.#store.connection() === "broken") return;
      this.#failures += 1;
      this.#schedule(Math.min(longestWait, 1_500 * 2 ** this.#failures));
      return;
    }
    this.#unanswered = null;
    this.#failures = 0;
    this.#take(batch, answer);
    if (batch.asked) this.#store.setNews(batch.step, countDone(batch.step, answer.results));
    if (this.#wanted) void this.#send();
    else if (this.#store.rows().some(({ standing }) => standing === "unsaved"))
      this.#schedule(pause);
  }

  #mark({ rows }: Batch, standing: "saving" | "unreached"): void {
    for (const { row } of rows) this.#store.set({ ...this.#store.row(row.key), standing });
  }

  #bodyOf({ step, rows }: Batch): URLSearchParams {
    const body = new URLSearchParams({ intent: step, since: this.#readAt });
    for (const { row, sent, requestKey } of rows) {
      body.set(entryField("baseVersion", row.key), String(row.known?.version ?? 0));
      body.set(entryField("requestKey", row.key), requestKey);
      for (const field of answerFields) body.set(entryField(field, row.key), sent[field]);
    }
    return body;
  }

  #take({ rows }: Batch, { results, states, readAt }: Answer): void {
    this.#readAt = readAt;
    const newest = new Map(states.map((state) => [state.key, state]));
    const outcomes = new Map(results.map((result) => [result.key, result]));
    for (const { row, sent } of rows) {
      const result = outcomes.get(row.key);
      if (!result) continue;
      const now = this.#store.row(row.key);
      const after = answered(now, result, newest.get(row.key) ?? now.known, {
        sent,
        texts: textsOf(now),
      });
      this.#store.set(after);
      // What was saved is shown as it was understood.
      if (!isOneOf(after.standing, "unsaved", "refused", "conflict"))
        writeTexts(row.key, keptTexts(after), document.activeElement);
    }
    this.#see(states.filter(({ key }) => !outcomes.has(key)));
  }

  async #ask(): Promise<void> {
    if (document.visibilityState !== "visible" || this.#busy) return;
    const answer = await this.#request<Omit<Answer, "results">>({ method: "GET" });
    if (!answer || this.#busy) return;
    this.#readAt = answer.readAt;
    this.#see(answer.states);
  }

  #see(states: readonly EntryState[]): void {
    for (const state of states) {
      const row = this.#store.row(state.key);
      const after = seen(row, state, textsOf(row));
      if (after.standing === "updated") writeTexts(row.key, keptTexts(after));
      this.#store.set(after);
    }
  }

  /** The answer; null when there was none, and the page says why. */
  async #request<Answered>(init: RequestInit): Promise<Answered | null> {
    const query = init.method === "GET" ? `?since=${encodeURIComponent(this.#readAt)}` : "";
    try {
      const signal = AbortSignal.timeout(patience);
      const response = await fetch(`${this.#address}${query}`, { ...init, signal });
      if (response.ok) {
        const answer = (await response.json()) as Answered;
        this.#store.setConnection("up");
        return answer;
      }
      const lasting = response.status >= 400 && response.status < 500 && response.status !== 429;
      const state = response.status === 401 ? "signed_out" : lasting ? "broken" : "down";
      this.#store.setConnection(state);
    } catch {
      this.#store.setConnection("down");
    }
    return null;
  }
}

function textsOf(row: LiveRow): RawAnswer {
  return readTexts(row.key, keptTexts(row));
}

function isTyped(row: LiveRow): boolean {
  return isOpen(row) && !sameAnswer(textsOf(row), keptTexts(row));
}

function isOneOf<Value>(value: Value, ...values: readonly Value[]): boolean {
  return values.includes(value);
}
