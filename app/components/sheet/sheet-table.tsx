import { type ReactNode, useId } from "react";
import { t } from "#app/i18n/t.ts";

const minWidths = {
  none: "",
  md: "min-w-[40rem] print:min-w-0",
  lg: "min-w-[56rem] print:min-w-0",
  xl: "min-w-[72rem] print:min-w-0",
};

/**
 * A table as evaluation sheets print it: ruled between columns too, one `tbody` for each thing that
 * must stay together. On a phone it scrolls in its own frame; on paper it fits.
 */
export function SheetTable({
  caption,
  minWidth = "md",
  stickyHead = false,
  children,
  note,
}: {
  caption: string;
  minWidth?: keyof typeof minWidths;
  /** Keeps the head in view while a long table scrolls, on a screen that the table fits. */
  stickyHead?: boolean;
  children: ReactNode;
  /** What stands under the table: a legend, notes. */
  note?: ReactNode;
}) {
  const captionId = useId();
  return (
    <div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-labelledby={captionId}
        className={`relative overflow-x-auto print:overflow-visible ${stickyHead ? "xl:overflow-visible" : ""}`}
      >
        <table
          className={`sheet-table ${minWidths[minWidth]}`}
          data-sticky={stickyHead || undefined}
        >
          <caption id={captionId} className="sr-only">
            {caption}
          </caption>
          {children}
        </table>
      </div>
      {note && (
        <div className="sheet-note mt-2 space-y-1 text-note text-solid-gray-700">{note}</div>
      )}
    </div>
  );
}

/** The column of the sheet's own year is marked in its head; so is, where it is said, this year's. */
export function YearHead({
  fy,
  current,
  now,
  label,
}: {
  fy: number;
  current: number;
  now?: number;
  label: string;
}) {
  return (
    <th scope="col" data-current={fy === current || undefined} data-now={fy === now || undefined}>
      {label}
      {fy === now && <span className="block text-tag">{t`今年度`}</span>}
    </th>
  );
}
