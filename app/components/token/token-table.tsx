import { Button } from "#app/components/ui/button.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import type { TokenScope } from "#app/domain/identity/states.ts";
import { momentText } from "#app/i18n/labels.ts";
import { tokenScopeLabels, tokenStandingLabels } from "#app/i18n/token.ts";

export type ShownToken = {
  id: string;
  name: string;
  scope: TokenScope;
  ending: string;
  expiresAt: Date;
  lastUsedAt: Date | null;
  createdAt: Date;
  revokedAt: Date | null;
  author: string | null;
  standing: keyof typeof tokenStandingLabels;
};

/** The keys of an organisation, each with the way to end it. */
export function TokenTable({ tokens }: { tokens: readonly ShownToken[] }) {
  return (
    <form method="post">
      <input type="hidden" name="intent" value="revoke" />
      <Table caption="APIキー" captionHidden dense fixed stacks minWidth="md">
        <THead>
          <Tr>
            <Th className="w-[28%]">名称</Th>
            <Th className="w-[20%]">できること</Th>
            <Th className="w-[18%]">最終利用</Th>
            <Th className="w-[18%]">期限</Th>
            <Th>状態</Th>
          </Tr>
        </THead>
        <TBody>
          {tokens.map((token) => (
            <Tr key={token.id}>
              <Th scope="row">
                {token.name}
                <span className="block font-normal text-note text-solid-gray-700">
                  末尾 <code>{token.ending}</code>　発行：{token.author ?? "－"}（
                  {momentText(token.createdAt)}）
                </span>
              </Th>
              <Td label="できること">{tokenScopeLabels[token.scope]}</Td>
              <Td label="最終利用">
                {token.lastUsedAt ? `${momentText(token.lastUsedAt)}頃` : "利用なし"}
              </Td>
              <Td label="期限">{momentText(token.expiresAt)}</Td>
              <Td label="状態">
                <Tag
                  tone={token.standing === "open" ? "blue" : "gray"}
                  variant={token.standing === "open" ? "soft" : "outline"}
                >
                  {tokenStandingLabels[token.standing]}
                </Tag>
                {token.revokedAt && (
                  <span className="block text-note text-solid-gray-700">
                    {momentText(token.revokedAt)}に失効
                  </span>
                )}
                {token.standing === "open" && (
                  <span className="mt-1 block print:hidden">
                    <Button name="token" value={token.id} variant="outline" size="xs">
                      失効させる<span className="sr-only">：{token.name}</span>
                    </Button>
                  </span>
                )}
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </form>
  );
}
