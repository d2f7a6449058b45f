import { Link } from "@remix-run/react";

export type TabLink = { to: string; label: string; count?: number; current: boolean };

/** The parts of one subject, each a page of its own. */
export function TabLinks({
  label,
  tabs,
  className = "",
}: {
  label: string;
  tabs: readonly TabLink[];
  className?: string;
}) {
  return (
    <nav
      aria-label={label}
      className={`relative overflow-x-auto border-b border-solid-gray-420 print:hidden ${className}`}
    >
      <ul className="flex min-w-max gap-1">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              aria-current={tab.current ? "page" : undefined}
              preventScrollReset
              className="flex min-h-11 items-center gap-1.5 border-b-4 border-transparent px-4 pt-1 text-dns-16N-130 text-solid-gray-800 -outline-offset-4 hover:border-solid-gray-420 hover:bg-solid-gray-50 aria-[current=page]:border-blue-900 aria-[current=page]:font-bold aria-[current=page]:text-blue-900"
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="text-note text-solid-gray-600 tabular-nums">
                  {tab.count}
                  <span className="sr-only">件</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
