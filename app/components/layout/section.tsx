import { type ReactNode, useId } from "react";
import { languageOf } from "#app/i18n/language-of.ts";

/** A part of a page with its heading; `aside` stands at the heading's right. */
export function Section({
  title,
  lead,
  aside,
  children,
  level: Heading = "h2",
  id,
  className = "",
}: {
  title: ReactNode;
  lead?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  level?: "h2" | "h3" | "h4";
  id?: string;
  className?: string;
}) {
  const headingId = useId();
  return (
    <section
      id={id}
      aria-labelledby={headingId}
      className={`${Heading === "h2" ? "mt-12 first:mt-0 print:mt-7" : "mt-8 first:mt-0 print:mt-5"} ${className}`}
    >
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 print:mb-2">
        <Heading
          id={headingId}
          lang={languageOf(title)}
          className={Heading === "h2" ? "text-std-20B-150 sm:text-std-22B-150" : "text-std-17B-170"}
        >
          {title}
        </Heading>
        {aside && <div className="text-dns-14N-130 text-solid-gray-700">{aside}</div>}
        {lead && (
          <div className="basis-full text-std-16N-170 text-pretty text-solid-gray-700">
            <div className="max-w-[52rem]">{lead}</div>
          </div>
        )}
      </div>
      {children}
    </section>
  );
}
