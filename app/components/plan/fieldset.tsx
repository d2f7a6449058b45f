import type { ReactNode } from "react";

/** A group of fields of a long form, with its heading. */
export function Fieldset({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 border-t border-solid-gray-420 pt-3">
      <legend className="pr-4 text-std-18B-160">{legend}</legend>
      <div className="space-y-6">{children}</div>
    </fieldset>
  );
}
