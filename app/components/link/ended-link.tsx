import { PageHeader } from "#app/components/layout/page-header.tsx";

const words = {
  unknown: {
    title: "この回答用リンクは使えません",
    body: [
      "アドレスが途中で切れているか、誤っています。",
      "メールに記載されたリンクを、全体を選択して開き直してください。それでも開けない場合は、依頼元の団体にお問い合わせください。",
    ],
  },
  taken: {
    title: "回答は締め切られました",
    body: [
      "依頼元の団体が回答を取り込みました。ご協力ありがとうございました。",
      "訂正が必要な場合は、依頼元の団体に直接ご連絡ください。",
    ],
  },
  expired: {
    title: "回答期限を過ぎています",
    body: [
      "このリンクからは、回答も訂正もできません。",
      "これから回答する場合は、依頼元の団体にご連絡ください。新しいリンクを受け取ることができます。",
    ],
  },
  revoked: {
    title: "この照会は取り消されています",
    body: [
      "依頼元の団体が照会を取り消したか、新しいリンクを送っています。",
      "新しいメールが届いていないか確かめるか、依頼元の団体にお問い合わせください。",
    ],
  },
} as const;

export type EndedWhy = keyof typeof words;

/** The title of the page of a link that takes no answer. */
export const endedTitle = (why: EndedWhy) => words[why].title;

/** Why a link takes no answer, and what to do. It says who asked, and nothing of what was asked. */
export function EndedLink({ why, organisation }: { why: EndedWhy; organisation: string | null }) {
  const { title, body } = words[why];
  return (
    <div className="max-w-[44rem]">
      <PageHeader title={title} eyebrow="回答の依頼" />
      <div className="space-y-3">
        {body.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {organisation && <p>依頼元：{organisation}</p>}
      </div>
    </div>
  );
}
