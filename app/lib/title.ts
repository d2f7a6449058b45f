import type { MetaDescriptor } from "@remix-run/node";
import { productName } from "#app/site/name.ts";

/** The document's title, the most particular part first. */
export function pageTitle(...parts: (string | null | undefined)[]): MetaDescriptor[] {
  return [{ title: [...parts.filter(Boolean), productName].join("｜") }];
}
