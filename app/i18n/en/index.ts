import { changes } from "./changes.ts";
import { charts } from "./charts.ts";
import { frame } from "./frame.ts";
import { pack } from "./pack.ts";
import { pages } from "./pages.ts";
import { region } from "./region.ts";
import { words } from "./words.ts";

/** What each Japanese text of the interface reads in English; a test in tests/architecture holds the two together. */
export const english: Readonly<Record<string, string>> = {
  ...frame,
  ...words,
  ...pages,
  ...region,
  ...charts,
  ...changes,
  ...pack,
};
