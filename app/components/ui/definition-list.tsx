import type { ReactNode } from "react";

export type Definition = { term: ReactNode; description: ReactNode; wide?: boolean };

export type DefinitionListProps = {
  items: readonly Definition[];
  /** `rows`: term left, description right, hairlines between. `grid`: small label over value, in columns. */
  layout?: "rows" | "grid";
  columns?: 2 | 3 | 4;
  className?: string;
};

const grids = {
  2: "sm:grid-cols-2",
  3: "sm:grid-cols-2 lg:grid-cols-3",
  4: "sm:grid-cols-2 lg:grid-cols-4",
};

/** Facts about one thing, each with its name. */
export function DefinitionList({
  items,
  layout = "rows",
  columns = 3,
  className = "",
}: DefinitionListProps) {
  if (layout === "grid") {
    return (
      <dl className={`grid grid-cols-1 gap-x-8 gap-y-4 ${grids[columns]} ${className}`}>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is static
          <div key={index} className={item.wide ? "col-span-full" : ""}>
            <dt className="text-eyebrow text-solid-gray-600">{item.term}</dt>
            <dd className="mt-0.5 text-std-16N-170">{item.description}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <dl className={`@container border-t border-solid-gray-420 ${className}`}>
      {items.map((item, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is static
          key={index}
          className="grid gap-x-6 gap-y-0.5 border-b border-solid-gray-200 py-2.5 grid-cols-[6.5rem_1fr] @lg:grid-cols-[11rem_1fr]"
        >
          <dt className="text-dns-14B-130 leading-[1.85] text-solid-gray-700">{item.term}</dt>
          <dd className="text-std-16N-170">{item.description}</dd>
        </div>
      ))}
    </dl>
  );
}
