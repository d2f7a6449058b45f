/** The catalogue of words for keys that rules and services answer with. One file a language. */
export const messages = {
  "quality.required": "回答の区分を選択してください。",
  "figure.empty": "数値を入力してください。数値がない場合は、回答の区分を選び直してください。",
  "figure.unreadable":
    "数値として読み取れません。「1,450」「1.2兆円」「▲198」のように入力してください。",
  "figure.ambiguous":
    "「△」はマイナスか評価の記号か判別できません。負の数は「▲」か「-」で入力してください。",
  "figure.unit":
    "指標の単位と異なる文字が付いています。単位を確認するか、数値だけを入力してください。",
  "figure.too_large": "桁が多すぎます。単位を確認してください。",
  "figure.denominator": "分母には 0 より大きい数値を入力してください。",
  "words.empty": "到達した状況を文章で入力してください。",
  "reached.empty": "この年度のマイルストーンに到達したかを選択してください。",
  "reason.empty":
    "差戻しの理由を入力してください。何を直せばよいかが相手に伝わるように書いてください。",
  "entry.quality":
    "回答の区分を「確定」「集計中」「調査中」「対象外」「実績なし」から選択してください。",
  "entry.reached": "マイルストーンへの到達を「達成」「未達」から選択してください。",
  "entry.explain":
    "値を確かめ、正しい場合は備考に理由を入力して、もう一度提出してください。それまでは下書きのままです。",
  "entry.conflict": "ほかの人が先に保存しています。どちらの内容にするか選んでください。",
  "entry.locked": "ほかの人が先に手続を進めたため、入力した内容を保存できませんでした。",
  "approval.behalf": "代決の理由を200文字以内で入力してください。報告の履歴に残ります。",
  "approval.person": "代決する人を一覧から選択してください。",
  "approval.from": "代決の初日を「2026-11-20」のように入力してください。",
  "approval.until": "代決の最終日を、今日以後で、初日から1年以内の日付で入力してください。",
  "approval.reason": "代決をする理由を200文字以内で入力してください。",
  "finding.reason":
    "対応不要とする理由を入力してください。あとから計画を見る人に伝わるように書いてください。",
  "finding.reason_long": "長すぎます。1,000文字以内で入力してください。",
  "text.too_long": "長すぎます。200文字以内で入力してください。",
  "note.too_long": "長すぎます。2,000文字以内で入力してください。",
  "rubric.name": "評価基準の名称を60文字以内で入力してください。",
  "rubric.symbol": "評価の記号を1～8文字で入力してください。",
  "rubric.label": "評価の意味を60文字以内で入力してください。",
  "rubric.marks": "評価は2つ以上必要です。「評価を追加」から追加してください。",
  "rubric.twice": "同じ記号が2回使われています。記号はそれぞれ違うものにしてください。",
  "rubric.too_many": "数が多すぎます。評価は20、条件は60、見込みは10までにしてください。",
  "rubric.bound": "境目の数値を入力してください。「70」「99.5」「▲5」のように入力します。",
  "rubric.because": "実績値がない理由を1つ以上選択してください。",
  "rubric.unknown_mark": "付ける評価を選択してください。",
  "rubric.by_hand":
    "担当者だけが付ける評価は、条件では付けられません。別の評価を選択してください。",
  "rubric.reason":
    "変更の理由を入力してください。評価基準の履歴に載り、だれでも読むことができます。",
  "assessment.reason":
    "理由を入力してください。会議の出席者が読んで、判断の根拠が分かるように書いてください。",
  "assessment.reason_long": "理由が長すぎます。1,000文字以内で入力してください。",
  "assessment.no_mark": "設定する評価を選択してください。",
  "assessment.no_outlook": "達成見込みを選択してください。",
  "assessment.value": "評価基準にある評価から選択してください。",
  "narrative.too_long": "長すぎます。4,000文字以内で入力してください。",
  "progress.status": "状況を選択してください。",
  "progress.done":
    "実施したことを入力してください。実施したことがない場合は、「なし」と入力してください。",
  "progress.issues": "遅れや中止の場合は、課題に原因や支障となっていることを入力してください。",
  "progress.too_long": "長すぎます。2,000文字以内で入力してください。",
  "milestone.name": "マイルストーンの名称を100文字以内で入力してください。",
  "milestone.due_kind": "期限の定め方を選択してください。",
  "milestone.due_on": "期限の日付を、計画期間内で「2027-03-31」のように入力してください。",
  "milestone.due_fy": "期限の年度を選択してください。",
  "milestone.organisation": "担当団体を選択してください。",
  "milestone.step": "現在の状況を選択してください。",
  "milestone.reason": "理由を入力してください。ほかの団体が読んで分かるように書いてください。",
  "milestone.reached_on": "達成日を、今日までの日付で「2026-11-20」のように入力してください。",
  "milestone.too_long": "長すぎます。1,000文字以内で入力してください。",
  "attachment.too_many": "添付できるのは一度に5件までです。ファイルを減らしてください。",
  "attachment.too_large":
    "「{}」を添付すると、1件10MB、合計25MBの上限を超えます。ファイルを分けるか、画像などを小さくしてください。",
  "attachment.empty": "「{}」は中身のないファイルです。正しいファイルを選択してください。",
  "attachment.kind":
    "「{}」の形式は添付できません。PDF、Word（.docx）、Excel（.xlsx）、PowerPoint（.pptx）、OpenDocument、画像、CSV、テキストのいずれかにしてください。",
  "attachment.legacy":
    "「{}」は古い形式で、マクロの有無を確認できないため添付できません。.docx、.xlsx、.pptx又はPDFで保存し直してください。",
  "attachment.macros":
    "「{}」はマクロを含むため添付できません。マクロを除いて保存し直してください。",
  "attachment.protected":
    "「{}」はパスワードで保護されているか、古い形式のため、内容を確認できません。パスワードを外すか、PDFで保存し直してください。",
  "attachment.content":
    "「{}」の中身は、名前の末尾（拡張子）が示す形式ではないか、安全に開ける内容ではありません。元のソフトで開き、保存し直してください。",
  "attachment.text":
    "「{}」は文字のファイルとして読み取れません。文字コードをUTF-8かShift_JISにして保存し直してください。",
  "attachment.reason":
    "取り下げの理由を1,000文字以内で入力してください。理由は、ファイル名とともに表示されます。",
  "practice.title": "事例の名称を80文字以内で入力してください。",
  "practice.problem":
    "課題を入力してください。ほかの団体が自分の地域と比べられるように書いてください。",
  "practice.done": "取組内容を入力してください。",
  "practice.effect":
    "効果を入力してください。数値がない場合は、変化したことを文章で書いてください。",
  "practice.contact": "問合せ先の課や室の名称と連絡先を200文字以内で入力してください。",
  "practice.nodes": "関係するPT又はプロジェクトを1つ以上選択してください。",
  "practice.unknown_place":
    "この計画にない項目が選択されています。画面を開き直して、選択し直してください。",
  "practice.reason": "取り下げる理由を1,000文字以内で入力してください。自団体の履歴に残ります。",
  "practice.too_long": "長すぎます。2,000文字以内で入力してください。",
  "rollout.state": "横展開の状況を選択してください。",
  "rollout.started_fy": "取り組み始めた年度を選択してください。",
  "rollout.note": "見送りの理由を備考に入力してください。ほかの団体の参考になります。",
  "plan.name": "名称を入力してください。",
  "plan.number": "番号を「（1）」「①」のように、計画に載る形で入力してください。",
  "plan.code": "コードを半角の英数字とハイフン20文字以内で、「SHG-4-3」のように入力してください。",
  "plan.plan_code":
    "計画のコードを、半角英小文字で始まる英数字とハイフン（30文字以内）で入力してください。",
  "plan.code_taken": "このコードはすでに使われています。別のコードを入力してください。",
  "plan.parent": "基本施策を選択してください。",
  "plan.first_fy": "開始年度を「R8」「2026」のように、計画期間内で入力してください。",
  "plan.last_fy":
    "終了年度を「R9」「2027」のように、開始年度以後で、計画の終わりから10年以内で入力してください。",
  "plan.repost_of": "再掲元のプロジェクトを一覧から選択してください。",
  "plan.activities":
    "主な取組を読み取れません。1行に1つ書き、年度ごとの予定はその下の行に、空白で始めて「　R5～R7　調査」のように書いてください。",
  "plan.closed_reason": "終了する理由を入力してください。計画の履歴に残ります。",
  "plan.merged_into": "統合先のプロジェクトを選択してください。",
  "plan.too_long": "長すぎます。短くしてください。",
  "plan.choose": "一覧から選択してください。",
  "plan.home": "指標を置くプロジェクトを選択してください。",
  "plan.target_text": "目標を「25件（R9）」のように、計画に載る形で入力してください。",
  "plan.target_fy": "目標年度を「R9」「2027」のように、計画期間内で入力してください。",
  "plan.reporters": "報告する団体を1つ以上選択してください。",
  "plan.single_reporter":
    "1団体が域内の値を報告する指標では、報告団体を1つだけにしてください。団体ごとの値を集める場合は、別の集計の方法を選択してください。",
  "plan.reposts":
    "再掲先に、計画にないコードがあります。プロジェクトのコードを「、」で区切って入力してください。",
  "plan.day": "日付を「2024-04-01」のように入力してください。",
  "plan.too_early": "この日には、まだ計画がありません。計画の策定より後の日付を入力してください。",
  "revision.title": "見直しの名称を100文字以内で入力してください。",
  "revision.reason":
    "提案の理由を入力してください。会議の出席者が読んで、必要性が分かるように書いてください。",
  "revision.unchanged": "計画から変わったところがありません。変更する欄を書き直してください。",
  "revision.set_aside_reason": "不採用とする理由を入力してください。提案した団体に示されます。",
  "revision.step": "行う手続を選択してください。",
  "revision.step_reason": "理由を入力してください。見直しの記録に残ります。",
  "revision.adopted_on":
    "決定日を、今の計画の適用開始日から今日までの日付で「2026-11-20」のように入力してください。",
  "revision.first_fy": "適用を始める年度を選択してください。",
  "revision.graded":
    "すでに受理された実績のある年度には適用できません。それより後の年度を選択してください。",
  "revision.empty": "採用する提案がありません。",
  "revision.conflicts":
    "提案のあとに計画が変わったため、そのままでは決定できない提案があります。提案し直すか、不採用にしてください。",
  "revision.broken": "計画のつながりが切れる提案があります。提案し直すか、不採用にしてください。",
  "activity.state": "状況を選択してください。",
  "activity.note": "遅れや中止の場合は、理由を備考に入力してください。",
  "activity.too_long": "長すぎます。1,000文字以内で入力してください。",
  "comment.empty": "意見・質問を入力してください。",
  "comment.too_long": "長すぎます。2,000文字以内で入力してください。",
  "contact.department": "部署を100文字以内で入力してください。",
  "contact.too_long": "長すぎます。100文字以内で入力してください。",
  "contact.phone": "電話番号は、数字とハイフンで「000-000-0000」のように入力してください。",
  "contact.email": "メールアドレスを「name@example.jp」のように入力してください。",
  "contact.note": "長すぎます。500文字以内で入力してください。",
  "form.stale": "画面の有効期限が切れました。もう一度送信してください。",
} as const;

/**
 * The words of a key, with what stands behind the key's first blank put in where they say 「{}」.
 * Unknown keys, which only a defect can produce, ask to try again.
 */
export function message(given: string): string {
  const [key = "", ...about] = given.split(" ");
  const words = key in messages ? messages[key as keyof typeof messages] : messages["form.stale"];
  return words.replace("{}", () => about.join(" "));
}
