import type { ReactNode } from "react";
import { MarkBadge } from "#app/components/evaluation/mark-badge.tsx";
import { MarkGlyph } from "#app/components/evaluation/mark-glyph.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { MarkTone, Rubric } from "#app/domain/rubric/rubric.ts";
import { type RubricLine, rubricParts } from "#app/i18n/rubric.ts";

/** A rubric to be read: what each mark means, how it comes about, and what is done with it. */
export function RubricText({ rubric, project }: { rubric: Rubric; project: string }) {
  const parts = rubricParts(rubric, project);
  const linesOf = (key: string) => parts.find((part) => part.key === key)?.lines ?? [];
  const others = parts.filter((part) => !["name", "marks", "rules", "outlook"].includes(part.key));
  return (
    <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
      <Part title="評価の決め方">
        <p className="mb-3 text-dns-14N-130 text-solid-gray-700">
          上から順に確かめ、最初に当てはまったものを評価とします。
        </p>
        <ol className="border-t-2 border-solid-gray-900">
          {linesOf("rules").map((line, index, all) => (
            <RuleLine
              // biome-ignore lint/suspicious/noArrayIndexKey: rules are what their place makes them
              key={index}
              line={line}
              number={index === all.length - 1 ? null : index + 1}
              marks={rubric.marks}
            />
          ))}
        </ol>
      </Part>
      <Part title="評価の種類">
        <dl className="border-t-2 border-solid-gray-900">
          {rubric.marks.map((mark) => (
            <div
              key={mark.symbol}
              className="flex items-center gap-3 border-b border-solid-gray-200 py-2.5"
            >
              <Sign {...mark} />
              <dd className="flex flex-wrap items-center gap-x-2 gap-y-1">
                {mark.label}
                {mark.byHand && <Tag>担当者だけが付ける</Tag>}
                {!mark.counted && <Tag>件数に含めない</Tag>}
              </dd>
            </div>
          ))}
        </dl>
        {rubric.outlook.length > 0 && (
          <>
            <h4 className="mt-6 mb-2 text-std-16B-170">達成見込み</h4>
            <dl className="border-t border-solid-gray-420">
              {rubric.outlook.map((step) => (
                <div
                  key={step.symbol}
                  className="flex items-center gap-3 border-b border-solid-gray-200 py-2"
                >
                  <Sign {...step} />
                  <dd>{step.label}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </Part>
      <dl className="border-t border-solid-gray-420 lg:col-span-2">
        {others.map((part) => (
          <div
            key={part.key}
            className="grid gap-x-6 gap-y-0.5 border-b border-solid-gray-200 py-3 sm:grid-cols-[11rem_1fr]"
          >
            <dt className="text-dns-14B-130 leading-[1.85] text-solid-gray-700">{part.title}</dt>
            <dd>
              {part.lines.map((line) => (
                <p key={line.text}>{line.text}</p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** A drawing is made for one character; words stand as words. */
function Sign({ symbol, tone }: { symbol: string; tone: MarkTone }) {
  if ([...symbol].length > 1)
    return <dt className="min-w-14 shrink-0 text-dns-16B-130 text-solid-gray-700">{symbol}</dt>;
  return (
    <dt className="flex w-14 shrink-0 items-center">
      <MarkGlyph symbol={symbol} tone={tone} className="size-7" />
      <span className="sr-only">{symbol}</span>
    </dt>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-2 text-std-17B-170">{title}</h3>
      {children}
    </div>
  );
}

function RuleLine({
  line,
  number,
  marks,
}: {
  line: RubricLine;
  number: number | null;
  marks: Rubric["marks"];
}) {
  const mark = marks.find((candidate) => candidate.symbol === line.mark);
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] items-center gap-x-3 gap-y-1 border-b border-solid-gray-200 py-2.5 sm:grid-cols-[1.25rem_minmax(0,1fr)_15rem]">
      <span className="text-dns-14B-130 text-blue-1000 tabular-nums">
        {number ?? <span className="sr-only">最後に</span>}
      </span>
      <span>{line.text}</span>
      <span className="max-sm:col-start-2">
        {mark && <MarkBadge mark={mark} className="whitespace-normal!" />}
      </span>
    </li>
  );
}
