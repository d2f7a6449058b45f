/** Council packs. */
export const pack: Readonly<Record<string, string>> = {
  会議資料: "Council packs",
  "{0}　会議資料": "{0}: council pack",
  会議資料の一覧: "Council packs",
  "公表した版から作成した会議の資料です。同じ版と内容からは、いつ作成しても同じ資料になります。":
    "Papers for meetings, made from a published edition. The same edition and contents always give the same pack.",
  会議資料はまだありません: "No council packs yet",
  "資料を作成すると、PDFとExcelをここからダウンロードできます。":
    "Once a pack has been made, its PDF and Excel files can be downloaded here.",
  資料を作成する: "Make a pack",
  会議: "Meeting",
  会議の日: "Meeting day",
  もとにした版: "Edition",
  資料の部分: "Parts",
  版: "Edition",
  ファイル: "Files",
  すべて: "All",
  最新の状況を表示する: "Show the latest state",
  作成: "Made",
  中断: "Interrupted",
  "{0}（{1}）": "{0} ({1})",
  "{0}をダウンロード（{1}）": "Download {0} ({1})",
  資料を作成できませんでした: "The pack could not be made",
  作成が中断されました: "Making the pack was interrupted",
  もう一度作成: "Make it again",
  資料を作成しています: "The pack is being made",
  "この画面は自動的に更新されます。閉じても、作成は続きます。":
    "This page refreshes by itself. You may close it; the pack will still be made.",
  段階: " steps",
  作成の進み具合: "Progress",
  表紙: "Cover",
  概要: "Summary",
  PT別の状況: "PT by PT",
  "{0}別の状況": "{0} by {0}",
  KPI一覧: "All KPIs",
  前回からの変更: "Changes since last time",
  未報告の実績: "Missing figures",
  見直しの案: "Proposed revisions",
  作成中: "Being made",
  作成済み: "Made",
  作成できませんでした: "Failed",
  "{0}　第{1}版": "{0}, edition {1}",
  "PDFを作成するブラウザーがサーバーにありません。運用の担当者に連絡してください。":
    "The server has no browser to make PDFs with. Please tell its operator.",
  "ほかの資料を作成しているため、作成できませんでした。しばらく待ってから、もう一度作成してください。":
    "Other packs were being made. Please wait a little and make it again.",
  "時間内に作成できませんでした。部分やPTを減らすか、時間をおいて、もう一度作成してください。":
    "It took too long. Choose fewer parts or PTs, or make it again later.",
  "作成中に問題が起きました。時間をおいて、もう一度作成してください。":
    "Something went wrong. Please make it again later.",
  "公表された版を選択してください。": "Choose a published edition.",
  "会議の名称を100文字以内で入力してください。":
    "Enter the name of the meeting, 100 characters at most.",
  "会議の日を「2026-11-20」のように入力してください。":
    "Enter the day of the meeting, such as 2026-11-20.",
  "資料に含めるものを、1つ以上選択してください。": "Choose at least one to include.",
  "資料の部分を、1つ以上選択してください。": "Choose at least one part.",
  "同時に作成できる資料は5つまでです。ほかの資料ができてから、もう一度作成してください。":
    "Five packs at most can be made at once. Make it again when the others are done.",
};
