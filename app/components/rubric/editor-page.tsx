import { useRef } from "react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { useUnsent } from "#app/components/observation/unsent.ts";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import { rubricTemplates } from "#app/domain/rubric/templates.ts";
import { paths } from "#app/site/paths.ts";
import { ConfirmPage } from "./confirm-page.tsx";
import type { Editor, EditorResult } from "./editor-data.ts";
import { EditorForm } from "./editor-form.tsx";

/** The editor of a plan's rubric: the form with its preview, then the page on which it is adopted. */
export function EditorPage({ editor, result }: { editor: Editor; result?: EditorResult }) {
  const { plan, startedFrom } = editor;
  const [newest] = editor.versions;
  const form = useRef<HTMLFormElement>(null);
  // Here and not in the form, which comes anew with every step: what was typed is still unsent then.
  const noteTyping = useUnsent(form, 0);
  if (!newest) return null;
  if (result?.stage === "confirm" && result.preview)
    return (
      <ConfirmPage
        key={result.turn}
        editor={editor}
        result={result}
        preview={result.preview}
        newest={newest}
      />
    );
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.plan(plan.code), label: plan.name },
          { to: paths.rubric(plan.code), label: "評価基準" },
          { label: "変更" },
        ]}
        eyebrow={plan.name}
        title="評価基準の変更"
        lead="実績値をどう評価に変えるかを決めます。採用するまで、何も変わりません。"
        meta={[
          { term: "現行", description: `第${newest.version}版　${newest.content.name}` },
          ...(startedFrom ? [{ term: "元にした内容", description: startedFrom }] : []),
        ]}
      >
        <Disclosure summary="ひな形から始める" small>
          <ul className="grid gap-3 sm:grid-cols-3">
            {Object.entries(rubricTemplates).map(([name, { title, about }]) => (
              <li key={name} className="rounded-8 border border-solid-gray-420 px-4 py-3">
                <TextLink to={paths.rubricEditor(plan.code, { template: name })}>{title}</TextLink>
                <p className="mt-1 text-dns-14N-130 leading-150 text-solid-gray-700">{about}</p>
              </li>
            ))}
          </ul>
        </Disclosure>
      </PageHeader>
      <EditorForm
        key={result?.turn ?? "first"}
        element={form}
        editor={editor}
        result={result}
        inForce={newest.content}
        onChange={noteTyping}
      />
    </>
  );
}
