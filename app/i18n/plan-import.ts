import { message } from "./messages.ts";

const reasons: Record<string, string> = {
  sheet: "シートがありません。様式のシートを消さず、名前を変えずに使ってください。",
  head: "見出しの行がありません。様式の見出しを消さずに使ってください。",
  column: "「{}」の列がありません。様式の見出しの文字を変えずに使ってください。",
  line: "「{}」の行がありません。様式の項目を消さずに使ってください。",
  empty: "必須の項目です。入力してください。",
  twice: "同じコードの行が2つあります。どちらか一方にしてください。",
  day: "コードが日付に変わっています。セルの書式を「文字列」にして、入力し直してください。",
  year: "年度として読み取れません。「R8」「令和8年度」「2026」のように入力してください。",
  interval: "調査の間隔を、2から10までの年数で入力してください。",
  word: "選べる言葉ではありません。様式の一覧から選択してください。",
  goal_parent: "基本目標の「上位のコード」は空欄にしてください。",
  policy_parent:
    "施策の「上位のコード」に、シートにある基本目標又は施策のコードを入力してください。",
  organisation: "団体名を判別できません。「佐賀県」「九経連」のように入力してください。",
  organisation_named:
    "「{}」という団体を判別できません。「佐賀県」「九経連」のように入力してください。",
  indicator: "シート「指標」にないコードです。",
  reporter:
    "この指標を報告する団体ではありません。シート「指標」の「報告団体」を確かめてください。",
  of_others: "ほかの団体の実績は取り込めません。その団体に、照会への回答を依頼してください。",
  term: "この指標の期間から離れた年度です。年度を確かめてください。",
  future: "まだ始まっていない年度です。",
  period:
    "この指標の報告の頻度に合いません。毎月は「4月」、四半期は「第1四半期」、半期は「上半期」、年度の値は空欄にしてください。",
  figure_twice: "同じ指標、団体及び期間の行が、{}行目にもあります。どちらか一方にしてください。",
  adopted: "この計画は決定済みです。内容の変更は、見直しの手順で行ってください。",
  broken_unknown_node: "ほかの項目から参照されていますが、シートにありません。",
  broken_unknown_indicator: "ほかの指標から参照されていますが、シートにありません。",
  broken_twice: "同じコードが2回使われています。",
  broken_cycle: "上位のコードをたどると、自分自身に戻ります。",
  broken_no_place: "指標の掲載先がありません。",
  no_file: "取り込むファイルを選択してください。",
  no_content: "ファイルに内容がありません。",
  too_large: "ファイルが25MBを超えています。不要なシートや画像を除いてください。",
  leave_out: "読み取れなかった行があります。除いて取り込むときは、チェックを付けてください。",
  failed:
    "取り込めませんでした。何も登録されていません。時間をおいて、もう一度「取り込む」を押してください。",
  interrupted:
    "取込が中断されました。何も登録されていません。もう一度「取り込む」を押してください。",
};

/** Words for what the import of a plan refuses, and for what the forms that it goes by refuse. */
export function planImportText(reason: string): string {
  const [key = "", ...about] = reason.split(" ");
  const [, own] = /^plan_import\.(.+)$/.exec(key) ?? [];
  const words = own === undefined ? undefined : reasons[own];
  return words?.replace("{}", about.join(" ")) ?? message(reason);
}

/** What is counted of a plan. */
export const planCountLabels = {
  goal: "基本目標",
  policy: "施策",
  project: "事業",
  indicator: "指標",
} as const;
