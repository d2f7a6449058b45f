import { Figure } from "#app/components/evaluation/figure.tsx";
import { QualityBadge } from "#app/components/evaluation/quality-badge.tsx";
import { StateBadge } from "#app/components/evaluation/state-badge.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { Timeline } from "#app/components/ui/timeline.tsx";
import { displayFigure } from "#app/domain/figure/display.ts";
import type { ValueKind } from "#app/domain/indicator/definition.ts";
import { type AnswerContent, answerFigure } from "#app/domain/observation/answer.ts";
import type { ObservationState } from "#app/domain/observation/states.ts";
import { reasonLabel } from "#app/i18n/answer.ts";
import { momentText } from "#app/i18n/labels.ts";
import { rich, t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

export type ShownVersion = AnswerContent & {
  id: string;
  state: ObservationState;
  reason: string | null;
  /** Decided by somebody who stands in for those who decide (代決). */
  onBehalf: boolean;
  isDemo: boolean;
  createdAt: Date;
  author: string | null;
  /** The file that it came with, for those who may read that. */
  importId: string | null;
  importName: string | null;
  importOrganisation: string | null;
};

/** Every step of an observation that the reader may see, newest first. */
export function VersionTimeline({
  versions,
  indicator,
}: {
  versions: readonly ShownVersion[];
  indicator: { unit: string; valueKind: ValueKind };
}) {
  return (
    <Timeline
      label={t`報告の履歴`}
      entries={versions.map((version) => ({
        id: version.id,
        at: version.createdAt.toISOString(),
        atText: momentText(version.createdAt),
        person: version.author ?? undefined,
        change: (
          <>
            <StateBadge state={version.state} />
            {version.onBehalf && <Tag className="ml-1">{t`代決`}</Tag>}
          </>
        ),
        value: (
          <>
            <QualityBadge quality={version.quality} className="mr-2" />
            <Figure
              value={displayFigure(answerFigure(version), indicator)}
              unit={indicator.unit}
              text={version.words}
              demo={version.isDemo}
            />
            <ImportedFrom version={version} />
          </>
        ),
        reason: version.reason ?? (version.note || undefined),
        reasonLabel: version.reason ? reasonLabel(version) : t`備考`,
      }))}
    />
  );
}

function ImportedFrom({ version }: { version: ShownVersion }) {
  const { importId, importName, importOrganisation } = version;
  if (!importId || !importName || !importOrganisation) return null;
  return (
    <span className="ml-3 text-dns-14N-130 text-solid-gray-700">
      {rich`取込：${<TextLink to={paths.importFile(importOrganisation, importId)}>{importName}</TextLink>}`}
    </span>
  );
}
