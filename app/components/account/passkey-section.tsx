import { Form } from "@remix-run/react";
import { PasskeyButton } from "#app/components/account/passkey-button.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { TextField } from "#app/components/ui/text-field.tsx";
import { momentText } from "#app/i18n/labels.ts";
import { paths } from "#app/site/paths.ts";

export type PasskeyRow = { id: string; name: string | null; createdAt: Date | null };

/** Somebody's passkeys, and how to add one. */
export function PasskeySection({
  passkeys,
  name,
  error,
}: {
  passkeys: readonly PasskeyRow[];
  /** What was typed. */
  name: string | undefined;
  error: string | undefined;
}) {
  return (
    <Section
      title="パスキー"
      lead="指紋、顔又は端末の暗証番号でログインできます。パスワードと確認コードの入力は要りません。"
    >
      {passkeys.length === 0 ? (
        <p className="text-solid-gray-700">パスキーは登録されていません。</p>
      ) : (
        <Table caption="登録したパスキー" captionHidden stacks>
          <THead>
            <Tr>
              <Th>名称</Th>
              <Th>登録日時</Th>
              <Th>操作</Th>
            </Tr>
          </THead>
          <TBody>
            {passkeys.map((passkey) => (
              <Tr key={passkey.id}>
                <Th scope="row">{passkey.name}</Th>
                <Td label="登録日時">{passkey.createdAt && momentText(passkey.createdAt)}</Td>
                <Td label="操作">
                  <Form method="post">
                    <input type="hidden" name="passkey" value={passkey.id} />
                    <Button
                      variant="outline"
                      size="sm"
                      name="intent"
                      value="remove-passkey"
                      aria-label={`パスキー「${passkey.name}」を削除`}
                    >
                      削除
                    </Button>
                  </Form>
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      )}
      <p data-no-passkey className="mt-4 text-solid-gray-700">
        このブラウザーでは、パスキーを登録できません。スクリプトを使えるブラウザーで開いてください。
      </p>
      <Form method="post" className="mt-4 max-w-[28rem] space-y-4">
        <input type="hidden" name="intent" value="add-passkey" />
        <TextField
          id="name"
          name="name"
          label="パスキーの名称"
          support="あとで見分けられるように、端末の名前などを入力します。"
          defaultValue={name ?? "業務用パソコン"}
          maxLength={40}
          error={error}
          autoComplete="off"
        />
        <PasskeyButton
          kind="create"
          options={paths.passkeyOptions}
          variant="outline"
          refusal="パスキーを登録できませんでした。この端末で登録済みでないか、確かめてください。"
        >
          この端末でパスキーを登録
        </PasskeyButton>
      </Form>
    </Section>
  );
}
