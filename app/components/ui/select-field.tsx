import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { describedBy, FieldFrame, type FieldTexts } from "#app/components/ui/field-frame.tsx";
import { type InputSize, inputStyle } from "#app/components/ui/input-style.ts";

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectFieldProps = FieldTexts &
  Omit<ComponentProps<"select">, "id" | "size" | "required" | "ref"> & {
    name: string;
    options: readonly SelectOption[];
    inputSize?: InputSize;
    frameClassName?: string;
  };

/** One of a few values. Further `option` or `optgroup` elements may be given as children. */
export function SelectField({
  id,
  label,
  support,
  error,
  required,
  labelHidden,
  options,
  inputSize = "md",
  className = "w-full",
  frameClassName = "",
  children,
  ...rest
}: SelectFieldProps) {
  const texts = { id, label, support, error, required, labelHidden };
  return (
    <FieldFrame {...texts} className={frameClassName}>
      <span className={`relative inline-block max-w-full ${className}`}>
        <select
          aria-required={required || undefined}
          className={inputStyle(inputSize, "w-full appearance-none pr-10")}
          {...rest}
          {...describedBy(texts)}
        >
          {children}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2 text-solid-gray-700"
        />
      </span>
    </FieldFrame>
  );
}
