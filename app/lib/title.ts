import type { MetaDescriptor } from "@remix-run/node";
import { productTitle } from "#app/i18n/product.ts";
import { t } from "#app/i18n/t.ts";

/** The document's title, the most particular part first. */
export function pageTitle(...parts: (string | null | undefined)[]): MetaDescriptor[] {
  return [{ title: [...parts.filter(Boolean), productTitle()].join(t`｜`) }];
}
