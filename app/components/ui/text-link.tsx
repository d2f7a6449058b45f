import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";

export type TextLinkProps = ComponentProps<typeof Link> & {
  /** `quiet` underlines on hover only: for names in tables, where every row is a link. */
  quiet?: boolean;
};

/** A link in running text or in a table. */
export function TextLink({ quiet = false, className = "", ...rest }: TextLinkProps) {
  const line = quiet ? "decoration-blue-300 decoration-1" : "";
  return (
    <Link
      className={`text-blue-1000 underline underline-offset-[3px] ${line} hover:decoration-[3px] hover:decoration-current focus-visible:bg-yellow-300 active:text-orange-800 ${className}`}
      {...rest}
    />
  );
}
