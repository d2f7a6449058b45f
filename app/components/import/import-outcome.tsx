import { Section } from "#app/components/layout/section.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { importDoneText, leftOutWords } from "#app/i18n/import.ts";
import { paths } from "#app/site/paths.ts";

type Result = {
  step: "save" | "propose" | "submit";
  written: number;
  unchanged: number;
  leftOut: readonly { at: string; number: string; why: string }[];
};

/** What became of a file: how much of it was written, and what was not and why. */
export function ImportOutcome({
  result,
  organisation,
  plan,
  round,
}: {
  /** Null where nothing of it was to be brought in. */
  result: Result | null;
  organisation: string;
  plan: string;
  round: number;
}) {
  const actions = (
    <>
      <ButtonLink to={paths.entry(organisation, plan, round)}>一括入力の表で確認する</ButtonLink>
      <ButtonLink to={paths.imports(organisation, plan, round)}>別のファイルを取り込む</ButtonLink>
    </>
  );
  if (!result)
    return (
      <NotificationBanner title="このファイルは取り込みませんでした" actions={actions}>
        <p>報告の内容は変わっていません。</p>
      </NotificationBanner>
    );
  return (
    <>
      <NotificationBanner
        kind="success"
        title={importDoneText(result.step, result.written)}
        actions={actions}
      >
        <p>
          変更のなかった行は{result.unchanged}件、取り込まなかった行は{result.leftOut.length}
          件です。
        </p>
      </NotificationBanner>
      {result.leftOut.length > 0 && (
        <Section title="取り込まなかった行">
          <ul className="space-y-2 text-std-16N-170">
            {result.leftOut.map(({ at, number, why }) => (
              <li key={at}>
                <strong>
                  {at}
                  {number && `「${number}」`}
                </strong>
                　{leftOutWords[why as keyof typeof leftOutWords]}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
