import { countDone, type LiveRow, liveRow } from "#app/domain/entry/live-row.ts";
import { entryField, postedRows, type RowKey } from "#app/domain/entry/rows.ts";
import type { RawAnswer } from "#app/domain/observation/answer.ts";
import { message } from "#app/i18n/messages.ts";
import { type Entry, type EntryResult, rowsOf } from "./entry-data.ts";

/** What the whole page says about the last thing that was asked of it. */
export type EntryNews = {
  step: "save" | "submit";
  done: number;
  /** The rows that wait for somebody, each with the input to go to. */
  open: readonly { fieldId: string; message: string }[];
  /** Tells one answer from the next. */
  turn: number;
};

/** How the page stands to the server: `signed_out` and `broken` need a person. */
export type Connection = "up" | "down" | "signed_out" | "broken";

/**
 * The rows of the grid as they stand. Every row is drawn by itself when it changes, so that hundreds
 * of them cost nothing while one is typed in; what is typed stays in the inputs.
 */
export class EntryStore {
  readonly questions;
  /** What becomes of what is handed in. */
  readonly handsIn: Entry["handsIn"];
  readonly #rows = new Map<RowKey, LiveRow>();
  readonly #texts = new Map<RowKey, RawAnswer>();
  readonly #listeners = new Map<string, Set<() => void>>();
  #news: EntryNews | null = null;
  #connection: Connection = "up";

  constructor(entry: Entry, result: EntryResult | undefined) {
    this.questions = rowsOf(entry.groups);
    this.handsIn = entry.handsIn;
    const states = new Map(entry.states.map((state) => [state.key, state]));
    for (const { key } of this.questions)
      this.#rows.set(key, liveRow(key, states.get(key) ?? null));
    if (result) this.#takeResult(result);
    else if (entry.done)
      this.#news = { step: entry.done.step, done: entry.done.count, open: [], turn: 0 };
  }

  /** What a form that was sent without scripts came to stands at its rows, with what was typed. */
  #takeResult({ step, values, results }: EntryResult): void {
    const posted = new Map(postedRows(values).map((row) => [row.key, row.raw]));
    for (const { key, outcome, errors = {} } of results) {
      const row = this.row(key);
      const raw = posted.get(key) ?? null;
      if (outcome === "refused" || outcome === "conflict") {
        if (raw) this.#texts.set(key, raw);
        const theirs = outcome === "conflict" ? row.known : null;
        this.#rows.set(key, { ...row, standing: outcome, errors, theirs });
      } else if (outcome === "held" || outcome === "locked") {
        const stranded = outcome === "locked" ? raw : null;
        this.#rows.set(key, { ...row, standing: outcome, stranded });
      }
    }
    this.#news = { step, done: countDone(step, results), open: this.openRows(), turn: 0 };
  }

  row(key: RowKey): LiveRow {
    return this.#rows.get(key) ?? liveRow(key, null);
  }

  rows(): LiveRow[] {
    return [...this.#rows.values()];
  }

  /** What a row's inputs begin with. */
  firstTexts(key: RowKey): RawAnswer | undefined {
    return this.#texts.get(key);
  }

  set(row: LiveRow): void {
    if (this.#rows.get(row.key) === row) return;
    this.#rows.set(row.key, row);
    this.#tell(row.key);
  }

  news = (): EntryNews | null => this.#news;

  connection = (): Connection => this.#connection;

  setNews(step: "save" | "submit", done: number): void {
    this.#news = { step, done, open: this.openRows(), turn: (this.#news?.turn ?? 0) + 1 };
    this.#tell("news");
  }

  setConnection(connection: Connection): void {
    if (connection === this.#connection) return;
    this.#connection = connection;
    this.#tell("connection");
  }

  /** Calls back whenever a row, `news` or `connection` changes; answers how to end that. */
  subscribe(what: RowKey | "news" | "connection", listener: () => void): () => void {
    const listeners = this.#listeners.get(what) ?? new Set();
    this.#listeners.set(what, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** The rows that wait for somebody, in printed order. */
  openRows(): EntryNews["open"] {
    return this.questions.flatMap(({ key, name }) => {
      const { standing, errors } = this.row(key);
      const at = (field: Parameters<typeof entryField>[0], words: string) => [
        { fieldId: entryField(field, key), message: `${name}：${words}` },
      ];
      if (standing === "refused")
        return Object.entries(errors).flatMap(([field, error]) =>
          at(field as keyof typeof errors, message(error)),
        );
      if (standing === "held") return at("note", message("entry.explain"));
      if (standing === "conflict" || standing === "locked")
        return [{ fieldId: `row:${key}`, message: `${name}：${message(`entry.${standing}`)}` }];
      return [];
    });
  }

  #tell(what: string): void {
    for (const listener of this.#listeners.get(what) ?? []) listener();
  }
}
