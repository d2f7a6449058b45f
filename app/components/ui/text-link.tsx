import type { ComponentProps } from "react";
import { languageOf } from "#app/i18n/language-of.ts";
import { useCarried } from "#app/site/carried-link.ts";

export type TextLinkProps = Omit<ComponentProps<"a">, "href"> & {
  to: string;
  /** Underlines lightly: for names in tables, where every row is a link. */
  quiet?: boolean;
};

/**
 * A link in running text or in a table. A plain anchor: pages are documents, and resolving a
 * hundred router links costs the server more than everything else in a table.
 */
export function TextLink({ to, quiet = false, className = "", ...rest }: TextLinkProps) {
  const address = useCarried()(to);
  return (
    <a
      href={address}
      lang={languageOf(rest.children)}
      className={`text-link ${quiet ? "text-link-quiet" : ""} ${className}`}
      {...rest}
    />
  );
}
