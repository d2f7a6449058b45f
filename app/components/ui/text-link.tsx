import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";

export type TextLinkProps = ComponentProps<typeof Link> & {
  /** `quiet` underlines on hover only: for names in tables, where every row is a link. */
  quiet?: boolean;
};

/** A link in running text or in a table. */
export function TextLink({ quiet = false, className = "", ...rest }: TextLinkProps) {
  return <Link className={`text-link ${quiet ? "text-link-quiet" : ""} ${className}`} {...rest} />;
}
