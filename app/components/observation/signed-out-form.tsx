import { Form } from "@remix-run/react";
import { AttachmentField } from "#app/components/attachment/attachment-field.tsx";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { DefinitionList } from "#app/components/ui/definition-list.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { qualityWords } from "#app/i18n/answer.ts";
import { paths } from "#app/site/paths.ts";

/** The session ended while the form lay open: nothing typed is lost, it is sent again after sign-in. */
export function SignedOutForm({
  values,
  files = 0,
  unread = [],
  labels = {},
}: {
  values: Record<string, string>;
  /** How many files were sent; no page can hold them, so they are chosen again. */
  files?: number;
  /** The fields that are sent again, but are not for people to read. */
  unread?: readonly string[];
  /** What the form calls its fields, where it is not what others call them. */
  labels?: Record<string, string>;
}) {
  return (
    <div className="mx-auto max-w-[40rem]">
      <PageHeader title="ログインの有効期限が切れました" />
      <NotificationBanner
        kind="warning"
        live
        takesFocus
        title="入力した内容はまだ保存されていません"
      >
        <p>
          <a
            href={paths.signIn}
            target="_blank"
            rel="noreferrer"
            className="text-blue-1000 underline"
          >
            別のタブでログイン
          </a>
          してから、この画面に戻って「もう一度送信」を押してください。入力した内容はこの画面に残っています。
        </p>
      </NotificationBanner>
      <DefinitionList className="mt-6" items={typedItems(values, unread, labels)} />
      <Form
        method="post"
        encType={files > 0 ? "multipart/form-data" : undefined}
        className="mt-6 space-y-6"
      >
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {files > 0 && <AttachmentField error={undefined} again />}
        <Button size="lg">もう一度送信</Button>
      </Form>
    </div>
  );
}

const fieldLabels: Record<string, string> = {
  quality: "回答の区分",
  value: "実績値",
  numerator: "分子",
  denominator: "分母",
  words: "到達した状況",
  note: "備考",
  done: "実施したこと",
  issues: "課題",
  next: "今後の予定",
  name: "名称",
  reason: "理由",
  dueOn: "期限の日付",
  reachedOn: "達成日",
  evidence: "根拠",
  text: "文章",
  body: "意見・質問",
  department: "部署",
  person: "担当者",
  phone: "電話番号",
  email: "メールアドレス",
};

/** What was typed, to be read and copied whatever happens next. */
function typedItems(
  values: Record<string, string>,
  unread: readonly string[],
  labels: Record<string, string>,
) {
  return Object.entries({ ...fieldLabels, ...labels })
    .filter(([field]) => values[field] && !unread.includes(field))
    .map(([field, term]) => {
      const value = values[field] ?? "";
      const word = Object.entries(qualityWords).find(([quality]) => quality === value)?.[1];
      const read = field === "quality" ? (word ?? value) : value;
      return { term, description: <span className="whitespace-pre-line">{read}</span> };
    });
}
