import { expect, it } from "vitest";
import { formValues } from "./form-values.ts";

function form(...entries: [string, string | File][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

it("keeps texts as they were typed and leaves files out", () => {
  const file = new File(["1,450"], "figures.csv");
  expect(
    formValues(form(["value", "１，４５０ "], ["note", "一行目\n二行目"], ["value2", file])),
  ).toEqual({ value: "１，４５０ ", note: "一行目\n二行目" });
});

it("drops what no database keeps", () => {
  expect(formValues(form(["note", "集計\0中"]))).toEqual({ note: "集計中" });
});

it("gives nothing to an object's prototype", () => {
  const values = formValues(form(["__proto__", "evil"], ["constructor", "evil"]));
  expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  expect(Object.keys(values)).toEqual(["__proto__", "constructor"]);
});
