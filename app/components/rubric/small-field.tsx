import { ChevronDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { describedBy, FieldError } from "#app/components/ui/field-frame.tsx";
import { inputStyle } from "#app/components/ui/input-style.ts";
import type { SelectOption } from "#app/components/ui/select-field.tsx";

type Texts = {
  id: string;
  name: string;
  label: string;
  /** What the label belongs to, for those who hear it alone: 「条件2」. */
  of?: string;
  error?: string;
  /** The width of the whole field. */
  className?: string;
};

/** A line of text or a figure among others in a row. */
export function SmallText({
  label,
  of,
  error,
  unit,
  numeric = false,
  className = "",
  ...rest
}: Texts & Omit<ComponentProps<"input">, "ref"> & { unit?: ReactNode; numeric?: boolean }) {
  return (
    <Frame id={rest.id} label={label} of={of} error={error} className={className}>
      <span className="flex items-center gap-1.5 text-dns-16N-130">
        <input
          type="text"
          autoComplete="off"
          inputMode={numeric ? "decimal" : undefined}
          className={inputStyle("sm", numeric ? "w-24 text-right tabular-nums" : "w-full")}
          {...rest}
          {...describedBy({ id: rest.id, label, error })}
        />
        {unit}
      </span>
    </Frame>
  );
}

/** One of a few values among other fields in a row. */
export function SmallSelect({
  label,
  of,
  error,
  options,
  className = "",
  ...rest
}: Texts & Omit<ComponentProps<"select">, "ref" | "size"> & { options: readonly SelectOption[] }) {
  return (
    <Frame id={rest.id} label={label} of={of} error={error} className={className}>
      <span className="relative block">
        <select
          className={inputStyle("sm", "w-full appearance-none pr-9 text-ellipsis")}
          {...rest}
          {...describedBy({ id: rest.id, label, error })}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2.5 size-5 -translate-y-1/2 text-solid-gray-700"
        />
      </span>
    </Frame>
  );
}

function Frame({
  id,
  label,
  of,
  error,
  className,
  children,
}: Omit<Texts, "name"> & { children: ReactNode }) {
  return (
    <div className={`flex flex-col gap-1 ${className}`}>
      <label htmlFor={id} className="text-eyebrow text-solid-gray-700">
        {of && <span className="sr-only">{of}の</span>}
        {label}
      </label>
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}

/** Options out of a list of words. */
export function optionsOf(words: Record<string, string>): SelectOption[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
