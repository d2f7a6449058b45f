import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { Table, TBody, Td, THead, Th, Tr } from "#app/components/ui/table.tsx";
import { readDetail } from "#app/domain/audit/detail.ts";
import { oneLine } from "#app/domain/mail/mail.ts";
import {
  auditActionText,
  auditFieldText,
  auditMomentText,
  auditValueText,
} from "#app/i18n/audit.ts";

export type ShownEvent = {
  id: string;
  at: Date;
  action: string;
  actor: { name: string; office: string | null } | null;
  organisation: string | null;
  subject: string;
  detail: Record<string, unknown>;
  requestId: string | null;
  seal: string | null;
};

/** Who did what, when, newest first; each opens to what it changed. What people typed stays on one line. */
export function AuditTable({ events }: { events: readonly ShownEvent[] }) {
  return (
    <Table caption="監査記録" captionHidden minWidth="lg" stacks>
      <THead>
        <Tr>
          <Th>操作</Th>
          <Th>日時</Th>
          <Th>操作した人</Th>
          <Th>対象</Th>
        </Tr>
      </THead>
      <TBody>
        {events.map((event) => (
          <Tr key={event.id}>
            <Th scope="row">
              <Disclosure small summary={auditActionText(event.action)}>
                <EventDetail event={event} />
              </Disclosure>
            </Th>
            <Td label="日時" nowrap>
              <time dateTime={event.at.toISOString()}>{auditMomentText(event.at)}</time>
            </Td>
            <Td label="操作した人">
              <Actor event={event} />
            </Td>
            <Td label="対象">
              <span className="wrap-anywhere">{oneLine(event.subject, 300) || "－"}</span>
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Actor({ event: { actor, organisation } }: { event: ShownEvent }) {
  if (actor === null) return <>{organisation ?? "ログイン前の利用者"}</>;
  return (
    <>
      <span className="block text-solid-gray-700">{actor.office ?? "所属なし"}</span>
      {oneLine(actor.name, 100)}
    </>
  );
}

function EventDetail({ event }: { event: ShownEvent }) {
  const { changes, facts } = readDetail(event.detail);
  const text = (value: unknown) => auditValueText(event.action, value);
  return (
    <dl className="space-y-1 text-solid-gray-900">
      {changes.map(({ field, before, after }) => (
        <div key={`change ${field}`}>
          <dt className="inline font-bold">{auditFieldText(field)}</dt>
          <dd className="inline wrap-anywhere">
            ：<span className="sr-only">変更前 </span>
            {text(before)} → <span className="sr-only">変更後 </span>
            {text(after)}
          </dd>
        </div>
      ))}
      {facts.map(({ field, value }) => (
        <div key={`fact ${field}`}>
          <dt className="inline font-bold">{auditFieldText(field)}</dt>
          <dd className="inline wrap-anywhere">：{text(value)}</dd>
        </div>
      ))}
      <div className="text-solid-gray-700">
        <dt className="inline">操作の名称</dt>
        <dd className="inline wrap-anywhere">：{oneLine(event.action, 60)}</dd>
      </div>
      <div className="text-solid-gray-700">
        <dt className="inline">リクエスト番号</dt>
        <dd className="inline wrap-anywhere">：{oneLine(event.requestId ?? "－", 100)}</dd>
      </div>
      <div className="text-solid-gray-700">
        <dt className="inline">封印の番号</dt>
        <dd className="inline">
          ：{event.seal ?? "なし（封印されていません。改ざんのおそれがあります）"}
        </dd>
      </div>
    </dl>
  );
}
