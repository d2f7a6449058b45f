import { renderToStaticMarkup } from "react-dom/server";
import { productName } from "#app/site/name.ts";
import type { UnavailableReason } from "./export-unavailable.ts";
import { portalStylesAddress } from "./stylesheet.server.ts";

/** What a browser makes: a document to print, or a picture of a drawing. */
export type BrowserFile = "PDF" | "PNG";

type Words = { title: string; body: string; english: string };

const words: Record<UnavailableReason, (file: BrowserFile) => Words> = {
  no_browser: (file) => ({
    title: `このサーバーでは${file}を作成できません`,
    body: `${file}の作成に使うブラウザー（Chromium）が、サーバーに入っていません。${instead[file].body}`,
    english: `This server has no Chromium to make a ${file} with. ${instead[file].english}`,
  }),
  busy: (file) => ({
    title: `${file}の作成が混み合っています`,
    body: `多くの方が同時に${file}を作成しています。少し待ってからもう一度お試しください。${instead[file].body}`,
    english: `Many people are making a ${file} right now. Try again. ${instead[file].english}`,
  }),
  too_slow: (file) => ({
    title: `${file}の作成に時間がかかりすぎました`,
    body: `時間内に作成が終わらなかったため、中止しました。もう一度お試しください。${instead[file].body}`,
    english: `The ${file} took too long. Try again. ${instead[file].english}`,
  }),
  failed: (file) => ({
    title: `${file}を作成できませんでした`,
    body: `サーバーのブラウザーで問題が発生しました。もう一度お試しください。${instead[file].body}`,
    english: `The server's browser failed. Try again. ${instead[file].english}`,
  }),
};

/** What gives the same contents without the server's browser. */
const instead: Record<BrowserFile, { body: string; english: string }> = {
  PDF: {
    body: "お使いのブラウザーの印刷機能で、同じ内容のPDFを保存できます。",
    english: "You can also print the page to a PDF.",
  },
  PNG: {
    body: "同じ図は、元のページからSVGで保存できます。",
    english: "You can also save the same drawing as SVG from the page.",
  },
};

/** The sentence for programs that ask. */
export function unavailableDetail(reason: UnavailableReason, file: BrowserFile): string {
  return words[reason](file).english;
}

/**
 * What a person gets in place of a file: why, how to get the same from `page`, and, where the server
 * lacks a browser, what its operator does about it.
 */
export function unavailablePage(given: {
  reason: UnavailableReason;
  /** The address of the page that shows what the file would hold. */
  page: string;
  file: BrowserFile;
  requestId: string;
}): string {
  const { file } = given;
  const { title, body, english } = words[given.reason](file);
  const styles = portalStylesAddress();
  const document = (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title}｜${productName}`}</title>
        {styles && <link rel="stylesheet" href={styles} />}
      </head>
      <body className="text-std-16N-170">
        <main className="mx-auto max-w-[44rem] px-4 py-12 sm:px-6 sm:py-20">
          <p className="text-dns-14B-130 text-blue-1000">{file}</p>
          <h1 className="mt-1 text-std-24B-150 sm:text-std-28B-150">{title}</h1>
          <p className="mt-4 text-std-17N-170">{body}</p>
          <p className="mt-2 text-note text-solid-gray-600" lang="en">
            {english}
          </p>
          {file === "PDF" ? (
            <PrintSteps page={given.page} />
          ) : (
            <p className="mt-4">
              <a className="text-link" href={given.page}>
                元のページに戻る
              </a>
            </p>
          )}
          {given.reason === "no_browser" && <ForOperators />}
          <p className="mt-8 border-y border-solid-gray-200 py-2.5 text-dns-14N-130">
            <span className="mr-3 text-solid-gray-600">問合せ番号</span>
            <code className="font-mono">{given.requestId}</code>
          </p>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(document)}`;
}

function ForOperators() {
  return (
    <>
      <h2 className="mt-8 text-std-18B-160">サーバーの運用担当の方へ</h2>
      <p className="mt-3">
        次のどれかを行うと、PDFとPNGを作成できるようになります。ポータルの再起動は、環境変数を変えたときだけ必要です。
      </p>
      <ul className="mt-3 flex list-disc flex-col gap-1.5 pl-6">
        <li>
          Debian、Ubuntu など:{" "}
          <code className="font-mono">
            apt-get install chromium fonts-morisawa-bizud-gothic fonts-noto-cjk
          </code>
        </li>
        <li>
          管理者権限のない環境: ポータルのフォルダーで{" "}
          <code className="font-mono">npx playwright-core install chromium</code>
          （日本語フォントも必要です）
        </li>
        <li>
          すでにある Chromium を使う場合: 環境変数{" "}
          <code className="font-mono">PLAYWRIGHT_CHROMIUM</code> にそのパスを指定
        </li>
      </ul>
    </>
  );
}

function PrintSteps({ page }: { page: string }) {
  return (
    <>
      <h2 className="mt-8 text-std-18B-160">ブラウザーでPDFに保存する</h2>
      <ol className="mt-3 flex list-decimal flex-col gap-1.5 pl-6">
        <li>
          <a className="text-link" href={page}>
            元のページ
          </a>
          を開きます。
        </li>
        <li>ブラウザーのメニューから「印刷」（Ctrl＋P、Mac は ⌘＋P）を選びます。</li>
        <li>印刷の送信先（プリンター）を「PDFに保存」にして、保存します。</li>
      </ol>
    </>
  );
}
