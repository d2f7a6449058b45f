import type { ReactNode } from "react";
import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";

export type WaitingItem = {
  key: string;
  /** What waits, with its tags. */
  title: ReactNode;
  /** Until when, since when, why. */
  detail?: ReactNode;
  /** The one way to get it done. */
  action: { to: string; label: string; about: string };
};

/** So many items of one kind stand open; the rest is folded away. */
const shownAtMost = 5;

/** What waits of one kind; `count` where one item stands for several. */
export function WaitingGroup({
  title,
  items,
  count = items.length,
}: {
  title: string;
  items: readonly WaitingItem[];
  count?: number;
}) {
  if (items.length === 0) return null;
  const rest = items.slice(shownAtMost);
  return (
    <Section level="h3" title={`${title}　${count}件`}>
      <Items items={items.slice(0, shownAtMost)} />
      {rest.length > 0 && (
        <Disclosure small summary={`ほか${rest.length}件`} className="mt-2">
          <Items items={rest} />
        </Disclosure>
      )}
    </Section>
  );
}

function Items({ items }: { items: readonly WaitingItem[] }) {
  return (
    <ul className="border-t border-solid-gray-420">
      {items.map(({ key, title, detail, action }) => (
        <li
          key={key}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-solid-gray-420 py-2.5"
        >
          <div className="min-w-0 flex-1 basis-72 text-dns-16N-130">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">{title}</p>
            {detail && <p className="mt-1 text-dns-14N-130 text-solid-gray-700">{detail}</p>}
          </div>
          <ButtonLink to={action.to} size="xs" className="print:hidden">
            {action.label}
            <span className="sr-only">：{action.about}</span>
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
