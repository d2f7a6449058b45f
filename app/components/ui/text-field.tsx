import type { ComponentProps, ReactNode } from "react";
import { describedBy, FieldFrame, type FieldTexts } from "#app/components/ui/field-frame.tsx";
import { type InputSize, inputStyle } from "#app/components/ui/input-style.ts";

export type TextFieldProps = FieldTexts &
  Omit<ComponentProps<"input">, "id" | "size" | "placeholder" | "required" | "ref"> & {
    name: string;
    inputSize?: InputSize;
    /** The unit behind the input. */
    unit?: ReactNode;
    /** Right-aligned digits, numeric keyboard. */
    numeric?: boolean;
    frameClassName?: string;
  };

/** One line of text or one figure. */
export function TextField({
  id,
  label,
  support,
  error,
  required,
  labelHidden,
  inputSize = "md",
  unit,
  numeric = false,
  className = "",
  frameClassName = "",
  ...rest
}: TextFieldProps) {
  const texts = { id, label, support, error, required, labelHidden };
  const figures = numeric ? "text-right tabular-nums" : "";
  const input = (
    <input
      type="text"
      inputMode={numeric ? "decimal" : undefined}
      autoComplete={numeric ? "off" : undefined}
      aria-required={required || undefined}
      className={inputStyle(inputSize, `${figures} ${className || (numeric ? "w-48" : "w-full")}`)}
      {...rest}
      {...describedBy(texts)}
    />
  );
  return (
    <FieldFrame {...texts} className={frameClassName}>
      {unit ? (
        <span className="flex items-center gap-2 text-dns-16N-130">
          {input}
          {unit}
        </span>
      ) : (
        input
      )}
    </FieldFrame>
  );
}
