import { CircleHelp } from "lucide-react";
import { type ReactNode, useId } from "react";
import { type GlossaryTerm, glossaryEntry } from "#app/i18n/glossary.ts";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

/**
 * A word of the portal where it first stands on a page, with its meaning behind a button. The browser
 * itself opens and closes what it says; nothing of it is printed.
 */
export function Term({ of, children }: { of: GlossaryTerm; children?: ReactNode }) {
  const id = `term-${of}${useId()}`;
  const { word, meaning } = glossaryEntry(of);
  return (
    <>
      {children ?? word}
      <button
        type="button"
        {...{ popovertarget: id }}
        className="-my-1 ml-0.5 inline-grid size-6 cursor-pointer place-content-center rounded-full align-middle text-blue-1000 hover:bg-blue-100 focus-visible:bg-yellow-300 print:hidden"
      >
        <CircleHelp aria-hidden className="size-4" strokeWidth={2} />
        <span className="sr-only">{t`「${word}」の説明`}</span>
      </button>
      <span
        id={id}
        {...{ popover: "auto" }}
        role="note"
        className="m-auto max-w-[min(26rem,calc(100vw-2rem))] rounded-8 border border-solid-gray-420 bg-white p-5 text-left text-std-16N-170 font-normal whitespace-normal text-solid-gray-900 shadow-2 print:hidden"
      >
        <strong className="block text-std-17B-170">{word}</strong>
        <span className="mt-1 block">{meaning}</span>
        <a href={paths.glossary(of)} className="mt-3 inline-block text-link">
          {t`用語集を見る`}
        </a>
      </span>
    </>
  );
}

/** The head of a column, with its meaning on the first table of a page. */
export function HeadTerm({
  of,
  explained,
  children,
}: {
  of: GlossaryTerm;
  explained: boolean;
  children: ReactNode;
}) {
  return explained ? <Term of={of}>{children}</Term> : children;
}
