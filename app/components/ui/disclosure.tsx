import type { ReactNode } from "react";

export type DisclosureProps = {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  /** Smaller words, for use in tables and under charts. */
  small?: boolean;
  id?: string;
  className?: string;
};

/** Something that is folded away until it is asked for. */
export function Disclosure({
  summary,
  children,
  open = false,
  small = false,
  id,
  className = "",
}: DisclosureProps) {
  return (
    <details id={id} open={open} className={`group/disclosure ${className}`}>
      <summary
        className={`flex w-fit items-center gap-2 py-1.5 underline-offset-[3px] hover:underline focus-visible:bg-yellow-300 ${
          small ? "text-dns-14N-130 text-blue-1000" : "text-std-16B-170"
        }`}
      >
        <svg
          aria-hidden="true"
          viewBox="0 0 24 24"
          className={`shrink-0 fill-none stroke-blue-1000 group-open/disclosure:rotate-180 print:hidden ${small ? "size-4.5" : "size-6"}`}
        >
          <circle cx="12" cy="12" r="10" strokeWidth="1.8" />
          <path d="M7.5 10.5 12 15l4.5-4.5Z" className="fill-blue-1000" strokeWidth="1" />
        </svg>
        {summary}
      </summary>
      <div className={small ? "pt-2 pb-1" : "pt-2 pb-2 sm:pl-8"}>{children}</div>
    </details>
  );
}
