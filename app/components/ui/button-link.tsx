import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import {
  type ButtonSize,
  type ButtonVariant,
  buttonStyle,
} from "#app/components/ui/button-style.ts";

export type ButtonLinkProps = ComponentProps<typeof Link> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
};

/** A link that looks like a button. Files are fetched with `reloadDocument`. */
export function ButtonLink({
  variant = "outline",
  size = "md",
  className,
  ...rest
}: ButtonLinkProps) {
  return <Link className={buttonStyle(variant, size, className)} {...rest} />;
}
