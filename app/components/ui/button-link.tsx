import type { ComponentProps } from "react";
import {
  type ButtonSize,
  type ButtonVariant,
  buttonStyle,
} from "#app/components/ui/button-style.ts";
import { useCarried } from "#app/site/carried-link.ts";

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
  const address = useCarried()(to);
  return <a href={address} className={buttonStyle(variant, size, className)} {...rest} />;
}
