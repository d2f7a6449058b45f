import { useEffect, useRef } from "react";

export type FormError = { /** id of the field */ fieldId: string; message: string };

/** All that must be put right in a form, each a way to its field. Takes focus when it appears. */
export function ErrorSummary({
  errors,
  title = "入力内容を確認してください",
}: {
  errors: readonly FormError[];
  title?: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const key = errors.map((error) => `${error.fieldId}${error.message}`).join();
  useEffect(() => {
    if (key) box.current?.focus();
  }, [key]);
  if (errors.length === 0) return null;
  return (
    <div
      ref={box}
      id="error-summary"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: after a failed submission the reader starts at what to put right
      autoFocus
      role="alert"
      aria-labelledby="error-summary-title"
      className="rounded-8 border-2 border-error-1 px-5 py-4"
    >
      <h2 id="error-summary-title" className="text-std-18B-160">
        {title}
        <span className="ml-2 text-std-16N-170">（{errors.length}件）</span>
      </h2>
      <ul className="mt-2 flex flex-col gap-1">
        {errors.map((error) => (
          <li key={`${error.fieldId}-${error.message}`} className="flex gap-2">
            <span aria-hidden="true" className="text-red-900">
              ＊
            </span>
            <a
              href={`#${error.fieldId}`}
              className="py-0.5 text-red-900 underline underline-offset-[3px] hover:decoration-[3px] focus-visible:bg-yellow-300"
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
