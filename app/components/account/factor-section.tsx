import { Form } from "@remix-run/react";
import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Tag } from "#app/components/ui/tag.tsx";

/** Whether somebody has set up an authenticator, and what can be done with it. */
export function FactorSection({
  codesLeft,
  requiredBy,
}: {
  /** How many recovery codes are left; null without an authenticator. */
  codesLeft: number | null;
  /** The organisations that require a second factor. */
  requiredBy: readonly string[];
}) {
  return (
    <Section
      title="二要素認証"
      aside={<Tag>{codesLeft === null ? "設定していません" : "設定済み"}</Tag>}
      lead="パスワードに加えて、スマートフォンなどの認証アプリに表示される6桁の確認コードでログインします。パスワードが漏れても、第三者はログインできません。"
    >
      {requiredBy.length > 0 && (
        <p className="mb-4">
          次の団体は二要素認証を必須としています：{requiredBy.join("、")}
          。認証アプリ又はパスキーを使ってログインすると、その団体の業務を行えます。
        </p>
      )}
      {codesLeft === null ? (
        <Form method="post">
          <Button name="intent" value="begin">
            認証アプリを設定する
          </Button>
        </Form>
      ) : (
        <>
          <p>
            回復コードの残り：{codesLeft}個
            {codesLeft <= 3 && "。残りが少なくなっています。作り直してください。"}
          </p>
          <Form method="post" className="mt-4 flex flex-wrap gap-3">
            <Button variant="outline" name="intent" value="renew-codes">
              回復コードを作り直す
            </Button>
            <Button variant="outline" name="intent" value="remove">
              二要素認証を解除する
            </Button>
          </Form>
        </>
      )}
    </Section>
  );
}
