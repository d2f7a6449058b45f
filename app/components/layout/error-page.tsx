import type { ReactNode } from "react";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

type Words = { title: string; body: ReactNode; next: readonly string[] };

const words = (): Record<403 | 404 | 409 | 500 | 503, Words> => ({
  403: {
    title: t`このページを見る権限がありません`,
    body: t`ログイン中の組織や役割では、この内容の閲覧や操作が認められていません。`,
    next: [
      t`複数の組織に所属している場合は、画面右上で組織を切り替えてください。`,
      t`業務に必要な場合は、所属組織の管理者にご相談ください。`,
    ],
  },
  404: {
    title: t`ページが見つかりません`,
    body: t`アドレスが変わったか、計画の見直しで移動した可能性があります。`,
    next: [t`アドレスに誤りがないかご確認ください。`, t`計画の一覧からもお探しいただけます。`],
  },
  409: {
    title: t`ほかの人が先に更新しました`,
    body: t`この画面を開いたあとに、同じ内容が更新されました。上書きを防ぐため、今回の操作は保存していません。`,
    next: [
      t`ブラウザーの「戻る」で入力した内容を確かめ、必要なら控えてください。`,
      t`ページを再読み込みし、最新の内容を確認してから、もう一度入力してください。`,
    ],
  },
  500: {
    title: t`処理を完了できませんでした`,
    body: t`システム側で問題が発生しました。ご不便をおかけして申し訳ありません。`,
    next: [
      t`しばらく待ってから、もう一度お試しください。`,
      t`続く場合は、行った操作と日時（問合せ番号があればその番号）を事務局へお知らせください。`,
    ],
  },
  503: {
    title: t`ただいま混み合っています`,
    body: t`データベースに接続できません。すでに保存された内容は失われていません。`,
    next: [
      t`入力中だった場合は、ブラウザーの「戻る」で入力した内容が残っています。`,
      t`少し待ってから、再読み込みするか、もう一度送信してください。`,
    ],
  },
});

/** The status as one of those with words of their own. */
function known(status: number): keyof ReturnType<typeof words> {
  return status in words() ? (status as keyof ReturnType<typeof words>) : 500;
}

/** The title of the page for a status. */
export function errorTitle(status: number): string {
  return words()[known(status)].title;
}

/** What went wrong, what it means and the way on; nothing internal. */
export function ErrorPage({ status, requestId }: { status: number; requestId?: string }) {
  const code = known(status);
  const { title, body, next } = words()[code];
  return (
    <div className="mx-auto max-w-[44rem] py-12 sm:py-20">
      <p className="text-dns-14B-130 text-blue-1000 tabular-nums">
        <span className="sr-only">{t`エラー `}</span>
        {code}
      </p>
      <h1 className="mt-1 text-std-24B-150 sm:text-std-28B-150">{title}</h1>
      <p className="mt-4 text-std-17N-170">{body}</p>
      <ul className="mt-5 flex list-disc flex-col gap-1.5 pl-6 text-std-16N-170">
        {next.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {requestId && (
        <p className="mt-6 border-y border-solid-gray-200 py-2.5 text-dns-14N-130">
          <span className="mr-3 text-solid-gray-600">{t`問合せ番号`}</span>
          <code className="font-mono">{requestId}</code>
        </p>
      )}
      <div className="mt-8 flex flex-wrap gap-3 print:hidden">
        {(code === 503 || code === 409) && (
          <ButtonLink to="" variant="solid-fill">
            {t`再読み込み`}
          </ButtonLink>
        )}
        <ButtonLink to={paths.front}>{t`トップへ`}</ButtonLink>
        <ButtonLink to={paths.plan("jewels")} variant="text">
          {t`計画を見る`}
        </ButtonLink>
      </div>
    </div>
  );
}
