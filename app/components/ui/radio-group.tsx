import type { ReactNode } from "react";
import {
  describedBy,
  FieldError,
  type FieldTexts,
  RequirementTag,
} from "#app/components/ui/field-frame.tsx";

export type RadioOption = { value: string; label: ReactNode; support?: ReactNode };

export type RadioGroupProps = FieldTexts & {
  name: string;
  options: readonly RadioOption[];
  defaultValue?: string;
  /** `row` for a few short words side by side. */
  layout?: "column" | "row";
  className?: string;
};

/** One of a few answers, all of them visible. The first radio carries the group's id. */
export function RadioGroup({
  name,
  options,
  defaultValue,
  layout = "column",
  className = "",
  ...texts
}: RadioGroupProps) {
  const { id, label, support, error, required, labelHidden } = texts;
  const { "aria-describedby": description, "aria-invalid": invalid } = describedBy(texts);
  return (
    <fieldset className={`min-w-0 ${className}`} aria-describedby={description}>
      <legend className={labelHidden ? "sr-only" : "mb-1 text-std-16B-170"}>
        {label}
        {required !== undefined && !labelHidden && (
          <span className="ml-2">
            <RequirementTag required={required} />
          </span>
        )}
      </legend>
      {support && (
        <div id={`${id}-support`} className="mb-1 text-dns-16N-130 text-solid-gray-700">
          {support}
        </div>
      )}
      <div className={layout === "row" ? "flex flex-wrap gap-x-6" : "flex flex-col"}>
        {options.map((option, index) => (
          <label
            key={option.value}
            className="flex w-fit min-h-11 items-start gap-2 py-2.5 text-dns-16N-130"
          >
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${option.value}`}
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              data-error={invalid}
              className="mt-px size-5 shrink-0 appearance-none rounded-full border-2 border-solid-gray-600 bg-white before:hidden before:size-full before:rounded-full before:bg-blue-900 before:[clip-path:circle(31%)] checked:border-blue-900 checked:before:block hover:border-black focus-visible:rounded-full data-error:border-error-1 forced-colors:checked:before:bg-[Highlight]"
            />
            <span>
              {option.label}
              {option.support && (
                <span className="mt-1 block text-dns-14N-130 text-solid-gray-600">
                  {option.support}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
