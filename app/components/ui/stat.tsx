import type { ReactNode } from "react";

export type StatProps = {
  label: ReactNode;
  /** The figure, already written; or any node such as a `Figure`. */
  figure: ReactNode;
  unit?: ReactNode;
  /** What stands beneath: a comparison, completeness, a note. */
  sub?: ReactNode;
  size?: "md" | "lg";
};

/** The few figures a page is about, side by side with hairlines between. */
export function StatGroup({
  children,
  className = "",
}: {
  children: ReactNode;
  className?: string;
}) {
  return (
    <dl
      className={`grid grid-cols-2 gap-x-6 gap-y-6 sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] ${className}`}
    >
      {children}
    </dl>
  );
}

/** One figure with its name. Stands in a `StatGroup`. */
export function Stat({ label, figure, unit, sub, size = "md" }: StatProps) {
  return (
    <div className="border-l border-solid-gray-420 pl-4">
      <dt className="text-eyebrow text-solid-gray-600">{label}</dt>
      <dd>
        <span
          className={`block text-solid-gray-900 tabular-nums ${size === "lg" ? "text-std-28B-150 sm:text-std-36B-140" : "text-std-28B-150"} print:text-std-20B-150`}
        >
          {figure}
          {unit && <span className="ml-1 text-dns-16N-130 text-solid-gray-700">{unit}</span>}
        </span>
        {sub && <span className="block text-dns-14N-130 text-solid-gray-700">{sub}</span>}
      </dd>
    </div>
  );
}
