import type { MetaDescriptor } from "@remix-run/node";
import { productTitle } from "#app/i18n/product.ts";

/** The document's title, the most particular part first. */
export function pageTitle(...parts: (string | null | undefined)[]): MetaDescriptor[] {
  return [{ title: [...parts.filter(Boolean), productTitle()].join("｜") }];
}
