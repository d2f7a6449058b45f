import { Section } from "#app/components/layout/section.tsx";
import { ChangeTables } from "#app/components/plan/change-table.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { FieldError } from "#app/components/ui/field-frame.tsx";
import { Stat, StatGroup } from "#app/components/ui/stat.tsx";
import { formatFigure } from "#app/domain/figure/format.ts";
import type { PlanFacts } from "#app/domain/import/plan-facts.ts";
import type { Refusal } from "#app/domain/import/plan-table.ts";
import type { ChangeContext } from "#app/domain/plan/change-context.ts";
import type { ChangeGroup } from "#app/domain/plan/change-list.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { planCountLabels, planImportText } from "#app/i18n/plan-import.ts";
import { PlanRefusals } from "./plan-refusals.tsx";

export type ShownPlanPreview = ChangeContext & {
  facts: PlanFacts;
  isNew: boolean;
  baseVersion: number;
  counts: Record<keyof typeof planCountLabels, number>;
  /** Against what stands there; null where nothing does. */
  figures: { added: number; changed: number; same: number } | null;
  organisationNames: Record<string, string>;
  groups: readonly ChangeGroup[];
};

/** What a file would bring into a plan, and the button that does it. */
export function PlanPreview({
  preview,
  figures,
  mayImport,
  error,
}: {
  preview: ShownPlanPreview;
  /** Past figures as they were read. */
  figures: { kept: number; refusals: readonly Refusal[]; count: number };
  mayImport: boolean;
  /** The key of why it was not taken. */
  error: string | undefined;
}) {
  const { facts, isNew, counts, groups } = preview;
  const held = preview.figures ?? { added: figures.kept, changed: 0, same: 0 };
  return (
    <>
      <Section
        title={facts.name}
        lead={`${fiscalYearLabel(facts.firstFy)}から${fiscalYearLabel(facts.lastFy)}まで　コード：${facts.code}`}
        aside={isNew ? "新しい計画" : "登録済みの下書き"}
      >
        <StatGroup>
          {(["goal", "policy", "project", "indicator"] as const).map((kind) => (
            <Stat
              key={kind}
              label={kind === "indicator" ? planCountLabels.indicator : facts.levelNames[kind]}
              figure={counts[kind]}
              unit="件"
            />
          ))}
          <Stat
            label="過去の実績"
            figure={formatFigure(String(figures.kept))}
            unit="件"
            sub={
              isNew
                ? undefined
                : `新規${formatFigure(String(held.added))}、変更${formatFigure(String(held.changed))}、変更なし${formatFigure(String(held.same))}`
            }
          />
        </StatGroup>
      </Section>
      {figures.count > 0 && (
        <Section
          title={`読み取れなかった実績　${figures.count}行`}
          lead="ファイルを直して送信し直すか、この行を除いて取り込んでください。除いた行は、値なしとして扱います。"
          aside={listedText(figures)}
        >
          <PlanRefusals caption="読み取れなかった実績" refusals={figures.refusals} />
        </Section>
      )}
      {mayImport && (
        <form method="post" className="mt-10 border-t border-solid-gray-420 pt-6">
          <input type="hidden" name="baseVersion" value={preview.baseVersion} />
          {figures.count > 0 && (
            <div className="mb-4">
              <Checkbox
                id="leaveOut"
                name="leaveOut"
                value="on"
                aria-describedby={error ? "leaveOut-error" : undefined}
                aria-invalid={error ? true : undefined}
                label={`読み取れなかった${figures.count}行を除き、読み取れた行だけを取り込む`}
              />
              <FieldError id="leaveOut" error={error && planImportText(error)} />
            </div>
          )}
          <div className="flex flex-wrap gap-3">
            <Button name="intent" value="apply" size="lg">
              取り込む
            </Button>
            <Button name="intent" value="discard" size="lg" variant="text">
              取り込まない
            </Button>
          </div>
          <p className="mt-3 text-dns-14N-130 text-solid-gray-700">
            計画は下書きになり、決定するまで、このポータルを利用する団体の職員だけが閲覧できます。
          </p>
        </form>
      )}
      <Section title={isNew ? "登録する内容" : "下書きからの変更"} className="mt-12">
        {groups.length === 0 ? (
          <EmptyState title="変更はありません">
            計画の体系、指標及び目標値は、登録済みの下書きと同じです。
          </EmptyState>
        ) : (
          <p className="text-std-16N-170">
            {facts.levelNames.goal}ごとに、{isNew ? "登録する項目" : "変更する項目"}を示します。
          </p>
        )}
      </Section>
      <ChangeTables
        plan={facts.code}
        fy={null}
        {...preview}
        levelNames={facts.levelNames}
        notes={{}}
      />
    </>
  );
}

function listedText({ refusals, count }: { refusals: readonly Refusal[]; count: number }) {
  return refusals.length < count ? `うち${refusals.length}件を表示` : undefined;
}
