import { Button } from "#app/components/ui/button.tsx";
import { TextareaField } from "#app/components/ui/textarea-field.tsx";
import type { SubjectKind } from "#app/domain/plan/revision.ts";
import type { Choice, FormState } from "./form-fields.ts";
import { fieldOf } from "./form-fields.ts";
import { IndicatorFields } from "./indicator-fields.tsx";
import { ProjectFields } from "./project-fields.tsx";

/** Proposes what a revision is to make of a project or a KPI. Works without scripts. */
export function ProposalForm({
  kind,
  isNew,
  fixedCode,
  derived,
  options,
  baseVersion,
  planVersion,
  requestKey,
  ...form
}: FormState & {
  kind: SubjectKind;
  /** It is not in the plan, nor proposed for it. */
  isNew: boolean;
  fixedCode: boolean;
  derived: boolean;
  options: {
    policies: readonly Choice[];
    homes: readonly Choice[];
    projects: readonly Choice[];
    organisations: readonly { slug: string; name: string }[];
    years: readonly number[];
    lastFy: number;
  };
  /** The version of the proposal that the person sees; 0 for the first. */
  baseVersion: number;
  /** The version of the plan that the form was made from. */
  planVersion: number;
  requestKey: string;
}) {
  return (
    <form method="post" className="max-w-4xl space-y-10">
      <input type="hidden" name="baseVersion" value={baseVersion} />
      <input type="hidden" name="planVersion" value={planVersion} />
      <input type="hidden" name="requestKey" value={requestKey} />
      {kind === "node" ? (
        <ProjectFields
          scope="revision"
          isNew={isNew}
          fixedCode={fixedCode}
          options={options}
          {...form}
        />
      ) : (
        <IndicatorFields
          isNew={isNew}
          fixedCode={fixedCode}
          derived={derived}
          options={options}
          {...form}
        />
      )}
      <div className="space-y-6 border-t border-solid-gray-420 pt-4">
        <TextareaField
          {...fieldOf(form, "reason")}
          support="会議の出席者が読んで、必要性が分かるように書いてください。見直し一覧にも載ります。"
          required
          rows={3}
        />
        <Button size="lg">提案する</Button>
      </div>
    </form>
  );
}
