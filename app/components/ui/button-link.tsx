import type { ComponentProps } from "react";
import {
  type ButtonSize,
  type ButtonVariant,
  buttonStyle,
} from "#app/components/ui/button-style.ts";

export type ButtonLinkProps = Omit<ComponentProps<"a">, "href"> & {
  to: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
};

/** A link that looks like a button. */
export function ButtonLink({
  to,
  variant = "outline",
  size = "md",
  className,
  ...rest
}: ButtonLinkProps) {
  return <a href={to} className={buttonStyle(variant, size, className)} {...rest} />;
}
