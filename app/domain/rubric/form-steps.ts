import { type Fields, type List, lists, rowCount } from "./form.ts";

/** What a button of the rubric's form does to a list of it. */
export type ListStep =
  | { act: "add"; list: List }
  | { act: "remove" | "up" | "down"; list: List; row: number };

/** The value of the button of a step: `add:rules`, `up:rules:2`. */
export function stepName(step: ListStep): string {
  return step.act === "add" ? `add:${step.list}` : `${step.act}:${step.list}:${step.row}`;
}

/** The step that a button's value stands for; null for every other button. */
export function findStep(name: string): ListStep | null {
  const [act, given, row] = name.split(":");
  const list = lists.find((candidate) => candidate === given);
  if (!list) return null;
  if (act === "add") return { act, list };
  if (act !== "remove" && act !== "up" && act !== "down") return null;
  return /^\d{1,3}$/.test(row ?? "") ? { act, list, row: Number(row) } : null;
}

const blank: Record<List, Fields> = {
  marks: { symbol: "", label: "", tone: "none", counted: "on" },
  rules: { test: "achievement_rate", mark: "", "rate.is": ">=", "rate.bound": "" },
  outlook: { symbol: "", label: "", tone: "none" },
};

/**
 * Adds, removes or moves a row. Whatever refers to a mark follows it; what referred to a removed one
 * is left empty, to be chosen anew. Everything else that was typed stays as it is.
 */
export function takeStep(fields: Fields, step: ListStep): Fields {
  const count = rowCount(fields, step.list);
  const order = Array.from({ length: count }, (_, index) => index);
  if (step.act === "add") {
    return { ...fields, ...rowFields(step.list, count, blank[step.list]) };
  }
  const { list, row } = step;
  if (row >= count) return fields;
  if (step.act === "remove") order.splice(row, 1);
  else {
    const other = step.act === "up" ? row - 1 : row + 1;
    if (other < 0 || other >= count) return fields;
    order.splice(row, 1);
    order.splice(other, 0, row);
  }
  return arranged(fields, list, order);
}

/** The fields with the rows of a list in a new order, given by their old places. */
function arranged(fields: Fields, list: List, order: readonly number[]): Fields {
  const inList = new RegExp(`^${list}\\.(\\d+)\\.(.+)$`);
  const others = Object.entries(fields).filter(([name]) => !inList.test(name));
  const result = Object.fromEntries(others);
  order.forEach((from, to) => {
    const prefix = `${list}.${from}.`;
    const own = Object.entries(fields).filter(([name]) => name.startsWith(prefix));
    const named = Object.fromEntries(
      own.map(([name, value]) => [name.slice(prefix.length), value]),
    );
    Object.assign(result, rowFields(list, to, named));
  });
  return list === "marks" ? followed(result, order) : result;
}

function rowFields(list: List, row: number, fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`${list}.${row}.${name}`, value]),
  );
}

function followed(fields: Fields, order: readonly number[]): Fields {
  const refers = (name: string) => name === "notJudgeable" || /^rules\.\d+\.mark$/.test(name);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (!refers(name) || value === "") return [name, value];
      const now = order.indexOf(Number(value));
      return [name, now < 0 ? "" : String(now)];
    }),
  );
}

/** The field or button that the reader stands at after a step. */
export function focusAfter(step: ListStep, fields: Fields): string {
  const count = rowCount(fields, step.list);
  if (step.act === "add") {
    return `${step.list}.${count - 1}.${step.list === "rules" ? "test" : "symbol"}`;
  }
  if (step.act === "remove") return stepName({ act: "add", list: step.list });
  const row = step.act === "up" ? Math.max(step.row - 1, 0) : Math.min(step.row + 1, count - 1);
  // At the end of the list the button that was pressed is out of use.
  const act = row === 0 ? "down" : row === count - 1 ? "up" : step.act;
  return stepName({ act, list: step.list, row });
}
