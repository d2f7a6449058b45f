/** Pages and their parts. */
export const pages: Readonly<Record<string, string>> = {
  // Attachments, histories, discussions.
  添付ファイル: "Attachments",
  "取り下げる{0}": "Withdraw{0}",
  取り下げ: "Withdrawn",
  報告の履歴: "History of the report",
  "取込：{0}": "Imported from {0}",
  "意見・質問": "Comments and questions",
  "（未解決{0}件）": "({0} open)",

  // Completeness.
  回答の時期: "Timing",
  団体とPTごとの回答状況: "Answers by organisation and PT",
  団体とPTごとの回答: "Answers by organisation and PT",
  "分母は照会している指標の数です。半期・四半期・月ごとの指標は期ごとに数えます。－は、照会している指標がないことを示します。":
    "The total is the number of KPIs asked for; half-yearly, quarterly and monthly ones count once for each period. – means that none is asked for.",
  "回答の時期は、受理された報告と受理待ちの報告を、提出した日で期限内と期限後に分けています。差し戻された報告は、提出し直した日で判定します。":
    "Timing goes by the day on which a report, accepted or awaiting acceptance, was submitted; for a returned report, by the day on which it was submitted again.",
  "幹事を務めるPTの報告だけを数えます。": "Only reports of PTs that you lead are counted.",
  "期限 {0}": "Due {0}",
  "期限超過{0}": "Overdue: {0}",
  "{0}の{1}の指標": "{0}: KPIs of {1}",
  回答期限に対して: "Against the due date",
  表示: "Show",
  "「{0}」に、どの団体がどこまで回答したかを示します。":
    "How far each organisation has answered “{0}”.",
  "{0}実績の照会に、どの団体がどこまで回答したかを示します。":
    "How far each organisation has reported its actuals for {0}.",
  "幹事を務めていないPTは、受理された報告だけを数えます。":
    "Of PTs that you do not lead, only accepted reports are counted.",
  照会の内容を見る: "About this round",
  Excelで保存: "Save as Excel",
  受理済み: "Accepted",
  "照会している指標はありません。": "No KPIs are being asked for.",

  // Marks and figures.
  いまの評価基準にない評価です: "This mark is not in the present rubric",
  いまの基準にない評価: "not in the present rubric",
  部分集計: "Partial",
  上書き: "set by hand",
  "値なし（調査中・対象外など）": "No figure (under survey etc.)",
  "{0}：全{1}{2}中、{3}": "{0}, of {1} {2}: {3}",

  // Explanations.
  "{0}の算出根拠": "{0}: how it is computed",
  算出根拠: "How it is computed",
  "算出根拠　{0}　{1}": "How it is computed · {0} · {1}",
  "{0}（{1}）の算出根拠": "{0} ({1}): how it is computed",
  "この値と評価がどのように出たかを、もとの報告値から順に示します。":
    "How this figure and its mark came about, step by step from the reported figures.",
  公表後に指標の定義が変わっています: "The KPI has been redefined since publication",
  "値と評価は公表したときのまま表示しています。いまの定義では結果が異なるため、算出の手順は表示していません。":
    "The figure and mark are shown as published. By the present definition they would differ, so the steps are not shown.",
  算出の手順: "Steps",
  "不足・除外した値": "Missing and excluded figures",
  "報告すべき団体はすべて報告しており、除いた値も集計中の値もありません。":
    "Every organisation that should report has done so; nothing is excluded or provisional.",
  もとになった報告値: "Reported figures",
  "受理された報告値です。下書きと受理前の値は含みません。":
    "Accepted figures only, without drafts and figures awaiting acceptance.",
  もとになった指標: "Underlying KPIs",
  人による判断: "Judgements",
  "算出された評価とは別に、理由を付けて記録されたものです。":
    "Recorded by people beside the computed mark, with their reasons.",
  算出された評価: "Computed mark",
  設定された評価: "Mark set",
  "　算出された評価と一致しています。": " It agrees with the computed mark.",
  その理由: "Reason for it",
  見込みの理由: "Reason for the outlook",

  // What counts are made of.
  評価の内訳: "How the mark came about",
  集計の内訳: "What the counts are made of",
  "{0}の評価の内訳": "{0}: how the mark came about",
  "{0}の集計の内訳": "{0}: what the counts are made of",
  "この{0}の評価が、どの指標の評価から出たかを示します。":
    "The marks of KPIs that the mark of this {0} comes from.",
  "評価ごとの件数が、何を数えたものかを示します。": "What is counted under each mark.",
  評価のまとめ方: "How marks are combined",
  "評価基準「{0}」では、{1}の評価は{2}です。": "By the rubric “{0}”, the mark of a {1} is {2}.",
  "算出された評価：{0}": "Computed mark: {0}",
  もとになった指標の評価: "Marks of the underlying KPIs",
  "{0}件（件数に含めません）": "{0} (not counted)",
  いまの評価基準にない評価: "Marks that are not in the present rubric",
  評価の付いていないもの: "Without a mark",
  この年度が対象期間外のもの: "Outside their term this year",
  公表資料の件数をそのまま使ったもの: "Counts taken from published papers",
  "資料に個々のKPIが示されていないため、記載された件数を数えています。":
    "The papers do not name the KPIs, so the counts printed there are used.",
  "ここでは数えないもの（再掲）": "Counted elsewhere (repeated entries)",
  "もとの箇所で1回だけ数えます。": "Each is counted once, where it belongs.",
  "{0}　{1} → もと：{2}": "{0} {1} → counted at {2}",
  "なし（この年度に評価する指標がありません）": "none (there is no KPI to be marked this year)",
  "なし（評価の付いていない指標があります）": "none (some KPIs have no mark)",
  "上書き（算出：{0}）": "set by hand (computed: {0})",

  // Policies, projects, strategies.
  "{0}とKPI": "{0} and KPIs",
  "個々の{0}とKPIは資料に示されていません": "The papers do not name single {0} and KPIs",
  "公表資料には、評価ごとの件数だけが記載されています。":
    "The published papers give only the counts by mark.",
  参加団体: "Participating organisations",
  計画期間: "Term",
  再掲元: "Original entry",
  再掲先: "Repeated at",
  担当局: "Bureau in charge",
  交付金: "Grants",
  "重要業績評価指標（KPI）": "Key performance indicators (KPIs)",
  "{0}の評価を設定する": "Set the mark of this {0}",
  "進み具合（進捗報告とマイルストーン）": "Progress (reports and milestones)",
  "計画の概要版での表記：{0}": "In the summary of the plan: {0}",
  "算出された評価：{0}（上書きの理由：{1}）":
    "Computed mark: {0} (reason for setting another: {1})",
  取組のスケジュール: "Schedule",
  "{0}のスケジュール": "Schedule: {0}",
  "関連する{0}（{1}）": "Related {0} ({1})",
  "集計では、それぞれの基本目標で1回だけ数えます。":
    "In the roll-up each is counted once, under its basic goal.",
  "{0}に関連するKPI": "KPIs related to {0}",
  統合により終了しました: "Ended by merger",
  終了しました: "Ended",
  "統合先：{0}": "Merged into {0}",
  "第{0}版　{1}": "Version {0}: {1}",
  "{0}から": "from {0}",
  "{0}は、{1}（第{2}版）に基づいて評価しています。":
    "{0} is marked by version {2} of the plan ({1}). ",
  "団体ごとの実績（{0}）": "Actuals by organisation ({0})",
  団体ごとの実績: "Actuals by organisation",
  "受理された報告値です。": "Accepted figures.",
  この年度の計画にはありません: "Not in the plan of this year",
  "計画の見直しで加えられたか、終了したものです。計画に載っている年度のページをご覧ください。":
    "It was added in a revision of the plan, or has ended. Please see a year whose plan has it.",
  "{0}のページへ": "Go to {0}",

  // One organisation's report.
  "{0}の報告": "Report of {0}",
  "報告値　{0}": "Reported figure · {0}",
  "{0}の{1}の報告": "{0}: report for {1}",
  "{0}の{1}{2}の報告": "{0}: report for {1}, {2}",
  域内の集計へ戻る: "Back to the regional roll-up",
  "すべての版を残しています。新しい順に表示します。": "Every version is kept. Newest first.",

  // Parts of every page.
  パンくずリスト: "Breadcrumb",
  "「{0}」の説明": "What “{0}” means",
  用語集を見る: "See the glossary",
  "このポータルで使う用語の意味です。": "What the words of this portal mean.",
  "※必須": "Required",
  "※任意": "Optional",
  "お知らせ：": "Notice: ",
  "完了：": "Done: ",
  "注意：": "Warning: ",
  "エラー：": "Error: ",
  "{0}の選択": "Choose: {0}",
  デモデータについて: "About demo data",
  デモデータ: "Demo data",
  "{0}：「デモ」の印がある実績値や進捗報告などは、説明用の架空のものです":
    "{0}: actuals, progress reports and other entries tagged “Demo” are made up for illustration",
  説明用の架空の値です: "Made up for illustration",
  デモ: "Demo",

  // Errors.
  "エラー ": "Error ",
  このページを見る権限がありません: "You may not see this page",
  "ログイン中の組織や役割では、この内容の閲覧や操作が認められていません。":
    "Your organisation or role does not have access to it.",
  "複数の組織に所属している場合は、画面右上で組織を切り替えてください。":
    "If you belong to several organisations, switch at the top right.",
  "業務に必要な場合は、所属組織の管理者にご相談ください。":
    "If you need it for your work, ask the administrator of your organisation.",
  ページが見つかりません: "Page not found",
  "アドレスが変わったか、計画の見直しで移動した可能性があります。":
    "The address may have changed, or a revision of the plan may have moved the page.",
  "アドレスに誤りがないかご確認ください。": "Please check the address.",
  "計画の一覧からもお探しいただけます。": "You may also find the page from the list of plans.",
  ほかの人が先に更新しました: "Somebody else was faster",
  "この画面を開いたあとに、同じ内容が更新されました。上書きを防ぐため、今回の操作は保存していません。":
    "The same content was changed after you opened this page. So as not to overwrite it, your change was not saved.",
  "ブラウザーの「戻る」で入力した内容を確かめ、必要なら控えてください。":
    "Go back in your browser to see what you entered, and copy it if you need it.",
  "ページを再読み込みし、最新の内容を確認してから、もう一度入力してください。":
    "Reload the page, read what is there now, and enter your change again.",
  処理を完了できませんでした: "Something went wrong",
  "システム側で問題が発生しました。ご不便をおかけして申し訳ありません。":
    "The problem is on our side. We apologise for the inconvenience.",
  "しばらく待ってから、もう一度お試しください。": "Please wait a moment and try again.",
  "続く場合は、行った操作と日時（問合せ番号があればその番号）を事務局へお知らせください。":
    "If it happens again, tell the secretariat what you did and when, with the reference number if there is one.",
  ただいま混み合っています: "The portal is busy",
  "データベースに接続できません。すでに保存された内容は失われていません。":
    "The database cannot be reached. Nothing that was saved is lost.",
  "入力中だった場合は、ブラウザーの「戻る」で入力した内容が残っています。":
    "If you were entering something, it is still there when you go back in your browser.",
  "少し待ってから、再読み込みするか、もう一度送信してください。":
    "Please wait a little, then reload the page or send it again.",
  問合せ番号: "Reference number",
  再読み込み: "Reload",
  トップへ: "Home",
  計画を見る: "See the plan",

  // Front page, signing in, account.
  "九州・沖縄・山口の各県と経済団体が共同計画のKPIを報告し、域内の進捗を同じ数字で確かめる場です。":
    "Where the prefectures of Kyushu, Okinawa and Yamaguchi and the region’s business organisations report the KPIs of their joint plan and follow progress by the same figures.",
  "{0}のワークスペース": "Workspace of {0}",
  策定中: "Draft",
  "{0}～{1}年度": "{0}–{1}",
  "{0}　{1}～{2}年度": "{0} · {1}–{2}",
  このポータルでできること: "What this portal is for",
  報告する: "Reporting",
  "各県・経済団体は、自団体のワークスペースで担当するKPIの実績を入力し、幹事団体へ提出します。":
    "Prefectures and business organisations enter the actuals of their KPIs in their workspaces and submit them to the lead organisation.",
  確かめる: "Checking",
  "幹事団体は提出された値を前年度の値や目標と見比べ、受理または理由を付けて差し戻します。":
    "The lead compares the figures with last year’s and with the targets, and accepts them or returns them with a reason.",
  見渡す: "Overview",
  "受理された値だけが域内の集計に反映されます。どの団体が未報告かも隠さず表示します。":
    "Only accepted figures count in the regional roll-up, which also shows openly who has not reported.",
  "所属団体から案内されたメールアドレスでログインします。":
    "Sign in with the e-mail address that your organisation registered for you.",
  ログインできませんでした: "You could not be signed in",
  "メールアドレスかパスワードが正しくありません。":
    "The e-mail address or password is not correct.",
  "このアカウントは、どの団体にも所属していません。所属団体の管理担当にお問い合わせください。":
    "This account belongs to no organisation. Please contact the administrator of your organisation.",
  ログインとセキュリティ: "Sign-in and security",
  本人の情報: "Your data",
  "表示名の変更と、ポータルが保存している情報の確認、出力ができます。":
    "Change the name you are shown by, and see and take away what the portal holds about you.",
  本人の情報を開く: "Open your data",
  "パスワード、二要素認証、パスキーの設定と、ログイン中の端末の確認ができます。":
    "Your password, two-factor authentication, passkeys, and where you are signed in.",
  設定を開く: "Open the settings",
  二要素認証の設定が必要です: "Two-factor authentication is required",
  "{0}の業務には、二要素認証を使ったログインが必要です。":
    "To work for {0}, sign in with two-factor authentication.",
  "ポータルの管理には、二要素認証を使ったログインが必要です。":
    "To manage the portal, sign in with two-factor authentication.",
  設定する: "Set it up",
  "新しいパスワードを設定しました。新しいパスワードでログインしてください。":
    "Your new password is set. Please sign in with it.",
  "確認コードの入力の有効期限が切れました。もう一度ログインしてください。":
    "The time to enter the code is over. Please sign in again.",
  "パスキーを確認できませんでした。もう一度お試しいただくか、メールアドレスとパスワードでログインしてください。":
    "The passkey could not be verified. Please try again, or sign in with your e-mail address and password.",
  "パスキーでログインできませんでした。もう一度お試しいただくか、メールアドレスとパスワードでログインしてください。":
    "You could not be signed in with a passkey. Please try again, or use your e-mail address and password.",
  パスキーでログイン: "Sign in with a passkey",
  所属団体のアカウントでログイン: "Sign in with your organisation’s account",
  パスワードを忘れた方: "Forgotten your password?",
  確認コードの入力: "Verification code",
  "認証アプリに表示されている6桁の数字を入力してください。":
    "Enter the six digits that your authenticator app shows.",
  "確認コードが正しくないか、すでに使われています。認証アプリに今表示されている数字を入力してください。":
    "The code is not correct or was used already. Enter the digits that your app shows now.",
  確認コード: "Code",
  "認証アプリを使えないときは、保管している回復コードを入力してください。回復コードは1回だけ使えます。":
    "Without your app, enter one of the recovery codes that you keep. Each can be used once.",
  はじめからやり直す: "Start again",
  しばらくお待ちください: "Please wait",
  "続けて失敗したため、この端末からのログインを一時的に制限しています。約{0}分後にもう一度お試しください。":
    "After repeated failures, signing in from this machine is paused. Please try again in about {0} min.",
  メールアドレス: "E-mail address",
  パスワード: "Password",
  所属と役割: "Organisations and roles",
  役割: "Role",
  "共用の端末を使った場合や、端末を紛失した場合は、すべての端末からログアウトしてください。":
    "If you used a shared machine or have lost one, sign out everywhere.",
  この端末からログアウト: "Sign out here",
  すべての端末からログアウト: "Sign out everywhere",
};
