import { type ComponentProps, type ReactNode, useId } from "react";
import { languageOf } from "#app/i18n/language-of.ts";

export type TableProps = {
  caption: ReactNode;
  captionHidden?: boolean;
  /** Keeps the head in view while a long table scrolls (from 1024 px; below, the table itself scrolls). */
  stickyHead?: boolean;
  /** Below this width (rem) the table scrolls sideways instead of squeezing its columns. */
  minWidth?: "none" | "md" | "lg" | "xl";
  /** Tighter rows. */
  dense?: boolean;
  /** Column widths come from the head cells alone, so that tables of one kind line up on a page. */
  fixed?: boolean;
  /**
   * On a phone every row becomes a block, its name over label and figure, so that nothing has to be
   * scrolled sideways to be seen. The cells need a `label`.
   */
  stacks?: boolean;
  /** What stands under the table: notes, sources. */
  note?: ReactNode;
  children: ReactNode;
  className?: string;
};

const minWidths = {
  none: "",
  md: "min-w-[36rem] print:min-w-0",
  lg: "min-w-[48rem] print:min-w-0",
  // As wide as a window of 1024 pixels leaves room for, where the frame no longer scrolls.
  xl: "min-w-[60rem] print:min-w-0",
};

/** A table as reports set it: a strong rule above, hairlines between rows, figures to the right. */
export function Table({
  caption,
  captionHidden = false,
  stickyHead = false,
  minWidth = "none",
  dense = false,
  fixed = false,
  stacks = false,
  note,
  children,
  className = "",
}: TableProps) {
  const captionId = useId();
  const overflow = stickyHead ? "overflow-x-auto lg:overflow-visible" : "overflow-x-auto";
  return (
    <div className={className}>
      {/* A group and no landmark: a page with a table in every section would consist of landmarks. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-labelledby={captionId}
        className={`group/table relative ${overflow} print:overflow-visible`}
        data-sticky={stickyHead || undefined}
        data-dense={dense || undefined}
        data-stacks={stacks || undefined}
      >
        <table
          className={`w-full border-separate border-spacing-0 border-t-2 border-b border-solid-gray-900 border-b-solid-gray-420 text-dns-14N-130 ${fixed ? "table-fixed" : ""} ${minWidths[minWidth]}`}
        >
          <caption
            id={captionId}
            className={captionHidden ? "sr-only" : "pb-2 text-left text-std-16B-170"}
          >
            {caption}
          </caption>
          {children}
        </table>
      </div>
      {note && <div className="mt-2 text-note text-solid-gray-600">{note}</div>}
    </div>
  );
}

/** The head of a table; repeated on every printed page. */
export function THead(props: ComponentProps<"thead">) {
  return (
    <thead
      {...props}
      className={`group/head lg:group-data-sticky/table:sticky lg:group-data-sticky/table:top-0 lg:group-data-sticky/table:z-10 print:static! ${props.className ?? ""}`}
    />
  );
}

/** The rows of a table, or one group of them. */
export function TBody(props: ComponentProps<"tbody">) {
  return <tbody {...props} className={`group/body ${props.className ?? ""}`} />;
}

/** A row. `emphasis` is for totals; `current` for the row the page speaks of. */
export function Tr({
  emphasis = false,
  current = false,
  className = "",
  ...rest
}: ComponentProps<"tr"> & { emphasis?: boolean; current?: boolean }) {
  return (
    <tr
      {...rest}
      aria-current={current || undefined}
      data-emphasis={emphasis || undefined}
      className={`group/row ${className}`}
    />
  );
}

type CellProps = {
  /** Right-aligned digits of equal width. */
  numeric?: boolean;
  nowrap?: boolean;
  /** Stays at the left edge while the table scrolls sideways. */
  pinned?: boolean;
};

function alignment({ numeric, nowrap, pinned }: CellProps): string {
  return [
    numeric && "cell-numeric",
    nowrap && "whitespace-nowrap",
    pinned && "sticky left-0 z-[1] bg-white print:static",
  ]
    .filter(Boolean)
    .join(" ");
}

/** A heading cell: of a column inside `THead`, of a row with `scope="row"`. */
export function Th({
  scope = "col",
  numeric,
  nowrap,
  pinned,
  className = "",
  ...rest
}: ComponentProps<"th"> & CellProps) {
  const looks = scope === "row" ? "cell font-normal" : "cell-head";
  return (
    <th
      lang={languageOf(rest.children)}
      {...rest}
      scope={scope}
      className={`${looks} ${alignment({ numeric, nowrap, pinned })} ${className}`}
    />
  );
}

/** A cell. `label` is its column's name where the row is stacked. */
export function Td({
  numeric,
  nowrap,
  pinned,
  label,
  className = "",
  ...rest
}: ComponentProps<"td"> & CellProps & { label?: string }) {
  return (
    <td
      lang={languageOf(rest.children)}
      {...rest}
      data-label={label}
      className={`cell ${alignment({ numeric, nowrap, pinned })} ${className}`}
    />
  );
}

/** A heading over the rows that follow: a PT, a policy. First row of its own `TBody`. */
export function GroupRow({
  colSpan,
  children,
  aside,
}: {
  colSpan: number;
  children: ReactNode;
  /** Stands at the right end: a count, a link. */
  aside?: ReactNode;
}) {
  return (
    <tr className="break-after-avoid">
      <th
        scope="rowgroup"
        colSpan={colSpan}
        className="border-t border-solid-gray-420 bg-solid-gray-50 px-2 py-2 text-left text-dns-14B-130 text-solid-gray-900"
      >
        <span className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <span lang={languageOf(children)}>{children}</span>
          {aside && <span className="font-normal">{aside}</span>}
        </span>
      </th>
    </tr>
  );
}
