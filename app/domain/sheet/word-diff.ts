/** A stretch of words that two texts share, or that only one of them has. */
export type DiffPiece = { kind: "same" | "added" | "removed"; text: string };

const words = new Intl.Segmenter("ja", { granularity: "word" });

/** More comparisons than this are not worth their time: then all is removed and all is added. */
const most = 4_000_000;

/** What became of a text, word by word: the longest common run of words stays, the rest changed. */
export function wordDiff(before: string, after: string): DiffPiece[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  const head = commonStart(old, fresh);
  const tail = commonStart(old.slice(head).reverse(), fresh.slice(head).reverse());
  const [oldMiddle, freshMiddle] = [old, fresh].map((all) => all.slice(head, all.length - tail));
  return joined([
    ...pieces("same", old.slice(0, head)),
    ...changes(oldMiddle ?? [], freshMiddle ?? []),
    ...pieces("same", old.slice(old.length - tail)),
  ]);
}

function wordsOf(text: string): string[] {
  return [...words.segment(text)].map(({ segment }) => segment);
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

function changes(old: readonly string[], fresh: readonly string[]): DiffPiece[] {
  if (old.length * fresh.length > most)
    return [...pieces("removed", old), ...pieces("added", fresh)];
  // lengths[i, j]: the longest common run of old from i on and fresh from j on.
  const width = fresh.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        old[i] === fresh[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: DiffPiece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [was, is] = [old[i], fresh[j]];
    if (was !== undefined && was === is) {
      found.push({ kind: "same", text: was });
      i += 1;
      j += 1;
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ kind: "removed", text: was });
      i += 1;
    } else {
      found.push({ kind: "added", text: is ?? "" });
      j += 1;
    }
  }
  return found;
}

function pieces(kind: DiffPiece["kind"], texts: readonly string[]): DiffPiece[] {
  return texts.map((text) => ({ kind, text }));
}

/** Neighbours of one kind as one piece. */
function joined(all: readonly DiffPiece[]): DiffPiece[] {
  const result: DiffPiece[] = [];
  for (const piece of all) {
    const last = result.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else result.push({ ...piece });
  }
  return result;
}
