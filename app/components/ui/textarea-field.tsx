import type { ComponentProps } from "react";
import { describedBy, FieldFrame, type FieldTexts } from "#app/components/ui/field-frame.tsx";
import { areaStyle } from "#app/components/ui/input-style.ts";

export type TextareaFieldProps = FieldTexts &
  Omit<ComponentProps<"textarea">, "id" | "placeholder" | "required" | "ref"> & {
    name: string;
    frameClassName?: string;
  };

// `field-sizing` overrides `rows`; the field still opens at about that height.
function leastHeight(rows: number): string {
  if (rows <= 2) return "min-h-[3lh]";
  return rows <= 4 ? "min-h-[5lh]" : "min-h-[9lh]";
}

/** Several lines of text; grows with what is written where the browser can. */
export function TextareaField({
  id,
  label,
  support,
  error,
  required,
  labelHidden,
  rows = 4,
  className = "w-full",
  frameClassName = "",
  ...rest
}: TextareaFieldProps) {
  const texts = { id, label, support, error, required, labelHidden };
  return (
    <FieldFrame {...texts} className={frameClassName}>
      <textarea
        rows={rows}
        aria-required={required || undefined}
        className={areaStyle(`[field-sizing:content] ${leastHeight(rows)} ${className}`)}
        {...rest}
        {...describedBy(texts)}
      />
    </FieldFrame>
  );
}
