import { Form } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { deviceOf } from "#app/domain/identity/device.ts";
import { momentText } from "#app/i18n/labels.ts";

export type SessionRow = {
  id: string;
  userAgent: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  isThis: boolean;
};

/** Where somebody is signed in, and how to end it. */
export function SessionTable({ sessions }: { sessions: readonly SessionRow[] }) {
  return (
    <>
      <Table caption="ログイン中の端末" captionHidden stacks>
        <THead>
          <Tr>
            <Th>端末</Th>
            <Th>ログイン日時</Th>
            <Th>最後の利用</Th>
            <Th>操作</Th>
          </Tr>
        </THead>
        <TBody>
          {sessions.map(({ id, userAgent, createdAt, lastSeenAt, isThis }) => (
            <Tr key={id}>
              <Th scope="row">
                {deviceName(userAgent ?? "")}
                {isThis && <Tag className="ml-2">この端末</Tag>}
              </Th>
              <Td label="ログイン日時">{momentText(createdAt)}</Td>
              <Td label="最後の利用">{momentText(lastSeenAt)}ごろ</Td>
              <Td label="操作">
                {isThis ? (
                  "－"
                ) : (
                  <Form method="post">
                    <input type="hidden" name="session" value={id} />
                    <Button
                      variant="outline"
                      size="sm"
                      name="intent"
                      value="end"
                      aria-label={`${deviceName(userAgent ?? "")}（${momentText(createdAt)}）をログアウト`}
                    >
                      ログアウト
                    </Button>
                  </Form>
                )}
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      {sessions.length > 1 && (
        <Form method="post" className="mt-4">
          <Button variant="outline" name="intent" value="end-others">
            ほかのすべての端末からログアウト
          </Button>
        </Form>
      )}
    </>
  );
}

function deviceName(userAgent: string): string {
  const { browser, system } = deviceOf(userAgent);
  if (browser === null && system === null) return "不明な端末";
  return browser && system ? `${browser}（${system}）` : (browser ?? system ?? "");
}
