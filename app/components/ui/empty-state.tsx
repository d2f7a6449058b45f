import type { ReactNode } from "react";

/** Nothing here, why, and what to do about it. */
export function EmptyState({
  title,
  children,
  action,
  headingLevel: Heading = "h2",
  className = "",
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  headingLevel?: "h2" | "h3" | "p";
  className?: string;
}) {
  return (
    <div
      className={`rounded-8 border border-dashed border-solid-gray-420 px-6 py-8 text-center ${className}`}
    >
      <Heading className="text-std-17B-170">{title}</Heading>
      {children && (
        <div className="mx-auto mt-1 max-w-[36em] text-std-16N-170 text-solid-gray-700">
          {children}
        </div>
      )}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}
