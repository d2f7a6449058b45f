import type { GlossaryTerm } from "./glossary.ts";

/** A step of a guide. Its picture is `public/guides/<picture>.webp`, made by server/setup/guide-pictures. */
export type GuideStep = { title: string; text: string; picture: string; alt: string };

export type Guide = {
  title: string;
  /** Whom it is for. */
  reader: string;
  lead: string;
  steps: readonly GuideStep[];
  /** What is good to know besides. */
  notes: readonly string[];
  terms: readonly GlossaryTerm[];
};

/** All pictures have one size, in CSS pixels. */
export const guidePicture = { width: 1120, height: 600 } as const;

export const guides = {
  reporting: {
    title: "実績を報告する",
    reader: "報告団体の担当者",
    lead: "照会された指標の実績値を入力し、幹事団体に提出します。",
    steps: [
      {
        title: "ワークスペースを開く",
        text: "ログインすると、自団体のワークスペースが開きます。照会ごとに、回答期限と、これから報告する指標を確認してください。",
        picture: "reporting-home",
        alt: "ワークスペースの画面。照会の名称、回答期限、提出した件数と、報告する指標の一覧が並んでいる。",
      },
      {
        title: "実績値を入力する",
        text: "「一括入力」を選ぶと、求められている指標を一つの表で入力できます。数値が確定していないときは、区分で「集計中」又は「調査中」を選んでください。入力した内容は、自動で下書きに保存されます。",
        picture: "reporting-grid",
        alt: "一括入力の画面。指標ごとに、前回の値と目標の横に、実績値、区分、備考の入力欄がある。",
      },
      {
        title: "Excelの様式で回答する",
        text: "庁内で照会する場合は、様式（Excel）をダウンロードして入力し、取り込むこともできます。取り込む前に、変更される箇所を画面で確認できます。",
        picture: "reporting-form",
        alt: "様式を取り込む画面。様式をダウンロードするボタンと、入力した様式を選ぶ欄がある。",
      },
      {
        title: "根拠資料を付けて提出する",
        text: "指標の名称を選ぶと、1件ずつの画面が開き、ファイルを添付できます。内容を確かめて「幹事団体へ提出」を選んでください。団体内の決裁を求めている場合は「起案する」と表示されます。",
        picture: "reporting-submit",
        alt: "1件の報告の画面。実績値、備考、添付ファイルの欄の下に、幹事団体へ提出と下書き保存のボタンがある。",
      },
      {
        title: "差し戻されたら、直して提出する",
        text: "幹事団体から差し戻されると、理由がワークスペースに表示されます。内容を直し、もう一度提出してください。",
        picture: "reporting-returned",
        alt: "差し戻された報告の画面。幹事団体からの理由の下に、修正する欄がある。",
      },
    ],
    notes: [
      "前回の値と大きく異なる場合などは、備考に理由を入力すると提出できます。",
      "提出した報告は、受理されるまで引き戻して直せます。受理された値を直すときは、同じ画面から訂正を提出してください。",
    ],
    terms: ["round", "quality", "submission", "withdrawal", "return", "evidence"],
  },
  approving: {
    title: "団体内で決裁する",
    reader: "報告団体の決裁者",
    lead: "報告が幹事団体に提出される前に、団体内で内容を決裁します。求めるかどうかは、団体ごとに定めます。",
    steps: [
      {
        title: "決裁を求める設定にする",
        text: "ワークスペースの「提出前の決裁」を選び、「決裁を求める」を保存します。設定は、決裁の役割を持つ人が行います。",
        picture: "approving-settings",
        alt: "決裁の設定の画面。決裁を求めるか求めないかの選択肢と、設定を保存するボタンがある。",
      },
      {
        title: "担当者が起案する",
        text: "担当者が入力を終え、「起案する（決裁を求める）」を選ぶと、決裁者にお知らせが届きます。",
        picture: "approving-propose",
        alt: "一括入力の画面の下部。入力した分を起案するボタンがある。",
      },
      {
        title: "内容を確認して決裁する",
        text: "「決裁待ち」に、起案された報告が並びます。前回の値、目標、確認が必要な点に照らし、選択した報告をまとめて決裁できます。決裁した報告は、そのままの内容で幹事団体に提出されます。",
        picture: "approving-table",
        alt: "決裁待ちの報告の一覧。選択欄、報告値、前回の値、目標、備考と、起案した人が並んでいる。",
      },
      {
        title: "直してほしいときは差し戻す",
        text: "「差し戻す」を開いて理由を入力すると、報告は担当者に戻ります。理由は、起案した人に表示されます。",
        picture: "approving-send-back",
        alt: "決裁待ちの一覧で差戻しの欄を開いたところ。理由の入力欄とボタンがある。",
      },
      {
        title: "不在の間は代決を頼む",
        text: "決裁者が不在の間は、「決裁の設定」で代決する人、期間、理由を登録します。代決したことは、氏名と理由とともに報告の履歴に残ります。",
        picture: "approving-deputy",
        alt: "代決する人を登録する画面。代決する人、初日、最終日、理由の欄がある。",
      },
    ],
    notes: [
      "自分が起案した報告は、自分では決裁できません。ほかの決裁者か、代決する人が決裁します。",
    ],
    terms: ["propose", "approval", "deputy", "withdrawal", "holder"],
  },
  reviewing: {
    title: "報告を受理する",
    reader: "幹事団体の担当者と決裁者",
    lead: "PTの幹事団体として、各団体から提出された報告を確認し、受理するか差し戻します。",
    steps: [
      {
        title: "受理待ちを開く",
        text: "確認する報告があると、ワークスペースに件数が表示されます。「受理待ち」から開いてください。",
        picture: "reviewing-home",
        alt: "幹事団体のワークスペース。幹事団体として確認する報告の件数と、受理待ちを確認するボタンがある。",
      },
      {
        title: "各団体の報告を見比べる",
        text: "「表でまとめて確認する」を選ぶと、指標ごとに各団体の報告が並びます。前年度の値や目標と比べ、選択した報告をまとめて受理できます。",
        picture: "reviewing-table",
        alt: "受理待ちの一覧表。指標ごとに、団体、報告値、前年度、前年度比、備考が並んでいる。",
      },
      {
        title: "理由を付けて差し戻す",
        text: "確認が必要なときは、何を直せばよいかが伝わるように理由を書いて差し戻します。報告団体の担当者に、お知らせとメールが届きます。",
        picture: "reviewing-return",
        alt: "報告を差し戻す欄。理由の入力欄と、理由を付けて差し戻すボタンがある。",
      },
      {
        title: "回答状況を確かめる",
        text: "「回答状況」では、PTと団体ごとに、受理した件数と、まだ提出されていない件数を確認できます。",
        picture: "reviewing-board",
        alt: "回答状況の表。団体とPTごとに、受理した件数と残りの件数が並んでいる。",
      },
    ],
    notes: [
      "受理と差戻しは、決裁の役割を持つ人が行います。自分が提出した報告は、自分では受理できません。",
      "受理すると、域内の集計と評価がすぐに計算し直されます。",
    ],
    terms: ["lead", "acceptance", "return", "completeness", "provisional"],
  },
  rounds: {
    title: "照会を運営する",
    reader: "事務局",
    lead: "各団体への照会を準備し、回答を受け付け、締め切り、結果を公表します。",
    steps: [
      {
        title: "照会を準備する",
        text: "計画の「照会」で「照会を準備する」を選び、対象の年度、回答期限、照会文、指標、照会先を定めます。保存しただけでは始まりません。",
        picture: "rounds-prepare",
        alt: "照会の準備の画面。照会の名称、回答期限、照会文の欄がある。",
      },
      {
        title: "照会を開始する",
        text: "照会先と件数を確かめて開始すると、各団体のワークスペースに照会が表示され、お知らせとメールが届きます。",
        picture: "rounds-open",
        alt: "照会の画面。準備中、受付中、締切、公表の段階と、回答期限、照会先、件数が表示されている。",
      },
      {
        title: "回答を待つ・期限を延ばす",
        text: "照会の画面で、団体ごとの提出状況を確認できます。事情がある団体には、理由を付けて期限を延長してください。期限の前後には、未提出の団体に案内のメールが届きます。",
        picture: "rounds-standing",
        alt: "照会先と回答の表。団体ごとに、照会した件数、提出した件数、未提出の件数、回答期限が並んでいる。",
      },
      {
        title: "回答状況を一覧で見る",
        text: "「回答状況」は、団体とPTを縦横に並べた表です。マスを選ぶと、指標ごとの状況が開きます。Excelでも出力できます。",
        picture: "rounds-board",
        alt: "回答状況の画面。団体とPTを縦横に並べた表がある。",
      },
      {
        title: "締め切り、公表する",
        text: "回答がそろったら照会を締め切ります。会議で確認した後に公表すると、そのときの実績と評価が固定され、だれでも見られるようになります。",
        picture: "rounds-close",
        alt: "照会の手続の欄。照会を締め切る操作が開いている。",
      },
    ],
    notes: ["公表の後に直した値は、訂正として、公表したときの値とともに示されます。"],
    terms: ["round", "due", "completeness", "publication", "correction"],
  },
  meeting: {
    title: "会議の準備をする",
    reader: "事務局、幹事団体と会議の出席者",
    lead: "域内の進捗を確かめ、評価調書を整え、会議資料を出力します。",
    steps: [
      {
        title: "域内の集計を見る",
        text: "「集計」では、計画の全体とPTごとに、評価の件数と報告率を確認できます。年度は画面の上で切り替えます。",
        picture: "meeting-region",
        alt: "計画の集計の画面。件数、報告率と、評価ごとの件数の帯が表示されている。",
      },
      {
        title: "数値の根拠を確かめる",
        text: "評価を選ぶと、計算の式、使った報告値、除いた値とその理由が表示されます。会議での質問に、この画面で答えられます。",
        picture: "meeting-explanation",
        alt: "評価の根拠の画面。達成率の計算の式と、使われた値が順に示されている。",
      },
      {
        title: "評価調書の文章を整える",
        text: "評価調書に、評価のポイント、課題、今後の展開を入力します。入力は、幹事団体と計画の所管が行います。",
        picture: "meeting-sheet",
        alt: "評価調書の画面。PTの評価の件数と、評価のポイントなどの文章が並んでいる。",
      },
      {
        title: "PDFやExcelで出力する",
        text: "評価調書は、PDFとExcelでダウンロードできます。会議全体の資料は、計画の「会議資料」で公表した版を選ぶと、目次の付いたPDFとExcelにまとめて作成されます。",
        picture: "meeting-export",
        alt: "評価調書の一覧。PTごとに、画面、PDF、Excelへのリンクがある。",
      },
      {
        title: "見直しの提案を確かめる",
        text: "計画の「見直しの履歴」では、提案された変更と、決定された変更を新旧対照で確認できます。",
        picture: "meeting-revision",
        alt: "計画の見直しの画面。変更した箇所の新旧が並んでいる。",
      },
    ],
    notes: [
      "報告がそろっていない値は「7／9団体」のように部分集計と示され、合計としては扱いません。",
    ],
    terms: ["rollup", "expectation", "rate", "mark", "outlook", "sheet", "repost"],
  },
} as const satisfies Record<string, Guide>;

export type GuideName = keyof typeof guides;
