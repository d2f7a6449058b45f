import { Section } from "#app/components/layout/section.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { strayRowWords } from "#app/i18n/import.ts";
import type { Preview } from "./preview-data.ts";

/** A list longer than this tells nobody anything. */
const listed = 100;

/** What of a file belongs to nothing that is asked, and what of it changes nothing. */
export function UntakenRows({ preview }: { preview: Preview }) {
  const { strays, absent } = preview;
  const unchanged = preview.rows.filter(({ standing }) => standing === "unchanged");
  return (
    <>
      {strays.length > 0 && (
        <Section title={`取り込めない行　${strays.length}件`}>
          <ul className="space-y-2 text-std-16N-170">
            {strays.slice(0, listed).map(({ at, number, why }) => (
              <li key={at}>
                <strong>
                  {at}
                  {number && `「${number}」`}
                </strong>
                　{strayRowWords[why]}
              </li>
            ))}
            {strays.length > listed && <li>ほか{strays.length - listed}件</li>}
          </ul>
        </Section>
      )}
      {unchanged.length > 0 && (
        <Disclosure summary={`変更のない行　${unchanged.length}件`} className="mt-8">
          <ul className="list-disc space-y-1 pl-6 text-dns-16N-130">
            {unchanged.map(({ key, question, at }) => (
              <li key={key}>
                {question.name}
                <span className="ml-2 text-solid-gray-600">
                  {question.code}　{at}
                </span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {absent > 0 && (
        <p className="mt-4 text-dns-16N-130 text-solid-gray-700">
          このファイルにない{absent}件の指標は、変わりません。
        </p>
      )}
    </>
  );
}
