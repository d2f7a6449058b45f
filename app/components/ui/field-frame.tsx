import type { ReactNode } from "react";
import { t } from "#app/i18n/t.ts";

/** What every field of a form says about itself. */
export type FieldTexts = {
  /** Also the anchor of the error summary. */
  id: string;
  label: ReactNode;
  support?: ReactNode;
  /** What to do about a wrong entry. */
  error?: string | string[] | undefined;
  /** `true` shows 必須, `false` 任意, absent neither. */
  required?: boolean;
  /** Keeps the label for screen readers only, as in the cells of a grid. */
  labelHidden?: boolean;
};

/** The attributes that bind an input to its texts. */
export function describedBy({ id, support, error }: FieldTexts) {
  const ids = [support ? `${id}-support` : null, hasError(error) ? `${id}-error` : null];
  return {
    id,
    "aria-invalid": hasError(error) || undefined,
    "aria-describedby": ids.filter(Boolean).join(" ") || undefined,
  };
}

function hasError(error: FieldTexts["error"]): boolean {
  return Array.isArray(error) ? error.length > 0 : Boolean(error);
}

/** 必須 or 任意 beside a label. */
export function RequirementTag({ required }: { required: boolean }) {
  return (
    <span className={`text-dns-14N-130 ${required ? "text-red-900" : "text-solid-gray-600"}`}>
      {required ? t`※必須` : t`※任意`}
    </span>
  );
}

/** The words of a field's error, announced when they appear. */
export function FieldError({ id, error }: Pick<FieldTexts, "id" | "error">) {
  if (!hasError(error)) return null;
  return (
    <p id={`${id}-error`} role="alert" className="text-dns-16N-130 text-red-900">
      {t`＊${Array.isArray(error) ? error.join(" ") : (error ?? "")}`}
    </p>
  );
}

/** Label, support text, the input itself and its error, in this order. */
export function FieldFrame({
  children,
  className = "",
  ...texts
}: FieldTexts & { children: ReactNode; className?: string }) {
  const { id, label, support, error, required, labelHidden } = texts;
  return (
    <div className={`flex flex-col gap-2 ${className}`}>
      <label
        htmlFor={id}
        className={
          labelHidden ? "sr-only" : "flex flex-wrap items-baseline gap-x-2 text-std-16B-170"
        }
      >
        {label}
        {required !== undefined && !labelHidden && <RequirementTag required={required} />}
      </label>
      {support && (
        <div id={`${id}-support`} className="-mt-1 text-dns-16N-130 text-solid-gray-700">
          {support}
        </div>
      )}
      {children}
      <FieldError id={id} error={error} />
    </div>
  );
}
