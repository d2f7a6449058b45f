import type { ReactNode } from "react";
import { Section } from "#app/components/layout/section.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { NarrativePart, NodeKind } from "#app/domain/indicator/definition.ts";
import { editionWords, outlookLine } from "#app/i18n/changes.ts";
import { momentText } from "#app/i18n/labels.ts";
import { narrativeLabels } from "#app/i18n/narrative.ts";
import { rich, t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

export type BetweenProps = {
  plan: string;
  fy: number;
  /** Those that were published after the earlier time, up to the later one; the oldest first. */
  editions: readonly { edition: number; title: string; note: string; publishedAt: Date }[];
  planVersions: readonly { version: number; title: string }[];
  rubrics: readonly { version: number; reason: string; at: Date }[];
  reopened: readonly { round: number; title: string; reason: string; at: Date }[];
  texts: readonly {
    part: NarrativePart;
    node: { code: string; name: string; kind: NodeKind };
    before: string;
    after: string;
  }[];
  outlooks: readonly {
    code: string;
    name: string;
    before: string | null;
    after: string | null;
    reason: string;
  }[];
};

/** What happened between two times beside the figures: editions, rounds, the plan, texts, outlooks. */
export function Between({ plan, fy, ...found }: BetweenProps) {
  const events: { key: string; title: ReactNode; note: string }[] = [
    ...found.reopened.map(({ round, title, reason, at }) => ({
      key: `round ${round} ${at.getTime()}`,
      title: rich`${momentText(at)}　照会「${<TextLink to={paths.round(plan, round)}>{title}</TextLink>}」を再開`,
      note: reason,
    })),
    ...found.editions.map(({ edition, title, note, publishedAt }) => ({
      key: `edition ${edition}`,
      title: rich`${momentText(publishedAt)}　${editionWords(edition)}を公表　${<span lang="ja">{title}</span>}`,
      note,
    })),
    ...found.planVersions.map(({ version, title }) => ({
      key: `version ${version}`,
      title: rich`計画の第${version}版　${<TextLink to={paths.version(plan, version)}>{title}</TextLink>}`,
      note: "",
    })),
    ...found.rubrics.map(({ version, reason, at }) => ({
      key: `rubric ${version}`,
      title: rich`${momentText(at)}　${<TextLink to={paths.rubric(plan)}>{t`評価基準`}</TextLink>}を第${version}版に変更`,
      note: reason,
    })),
    ...found.outlooks.map((outlook) => ({
      key: `outlook ${outlook.code}`,
      title: rich`達成見込み　${<span lang="ja">{outlook.name}</span>}：${outlookLine(outlook)}`,
      note: outlook.reason,
    })),
    ...found.texts.map((text) => ({
      key: `text ${text.node.code} ${text.part}`,
      title: textLine(text, paths.sheet(plan, text.node.code, fy)),
      note: "",
    })),
  ];
  if (events.length === 0) return null;
  return (
    <Section title={t`この間の出来事`}>
      <ul className="border-t border-solid-gray-420 text-dns-14N-130">
        {events.map(({ key, title, note }) => (
          <li key={key} className="border-b border-solid-gray-200 px-1 py-2">
            {title}
            {note && (
              <span className="mt-0.5 block whitespace-pre-line text-solid-gray-700" lang="ja">
                {note}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A text of an evaluation sheet that was written, changed or taken away. */
function textLine(
  { node, part, before, after }: BetweenProps["texts"][number],
  sheet: string,
): ReactNode {
  const of = <TextLink to={sheet}>{node.name}</TextLink>;
  const name = narrativeLabels[part];
  if (before === "") return rich`評価シート　${of}「${name}」を記載`;
  if (after === "") return rich`評価シート　${of}「${name}」を削除`;
  return rich`評価シート　${of}「${name}」を変更`;
}
