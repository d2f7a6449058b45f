import { type ComponentProps, forwardRef } from "react";
import {
  type ButtonSize,
  type ButtonVariant,
  buttonStyle,
} from "#app/components/ui/button-style.ts";

export type ButtonProps = Omit<ComponentProps<"button">, "ref"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
};

/** A button; submits its form unless told otherwise. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant = "solid-fill", size = "md", type = "submit", className, ...rest },
  ref,
) {
  return (
    <button ref={ref} type={type} className={buttonStyle(variant, size, className)} {...rest} />
  );
});
