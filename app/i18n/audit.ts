import { subjectOf } from "#app/domain/audit/subjects.ts";
import { oneLine } from "#app/domain/mail/mail.ts";
import type { AuditAction } from "#app/policy/audit-actions.ts";
import { roles } from "#app/policy/roles.ts";
import { roleLabels } from "./labels.ts";
import { roundStateLabels } from "./round.ts";

/** What was done, as a sentence without its subject: who did it stands beside it. */
export const auditActionLabels: Record<AuditAction, string> = {
  "observation.save": "KPIの報告を下書き保存しました",
  "observation.submit": "KPIの報告を提出しました",
  "observation.propose": "KPIの報告の決裁を求めました",
  "observation.approve": "KPIの報告を決裁し、提出しました",
  "observation.send_back": "KPIの報告を起案者に戻しました",
  "observation.withdraw": "KPIの報告を取り下げました",
  "observation.accept": "KPIの報告を受理しました",
  "observation.return": "KPIの報告を差し戻しました",
  "round.prepare": "照会を準備しました",
  "round.open": "照会を開始しました",
  "round.extend": "照会の回答期限を延長しました",
  "round.close": "照会を締め切りました",
  "round.reopen": "照会を再開しました",
  "round.publish": "照会の結果を公表しました",
  "pack.make": "会議資料を作成しました",
  "approval.choose": "提出前の決裁の要否を変更しました",
  "approval.deputise": "代決する人の登録を変更しました",
  "import.prepare": "回答のファイルを取り込みました",
  "import.apply": "取り込んだ回答を反映しました",
  "import.discard": "取り込んだ回答を破棄しました",
  "plan.import": "計画のファイルの取込みを進めました",
  "rubric.adopt": "評価基準を変更しました",
  "override.set": "上書き評価を変更しました",
  "outlook.set": "達成見込みを変更しました",
  "narrative.save": "評価の文章を保存しました",
  "finding.dismiss": "計画の点検結果を対応不要としました",
  "finding.restore": "計画の点検結果を対応不要から戻しました",
  "progress.report": "プロジェクトの進捗を報告しました",
  "milestone.save": "マイルストーンを保存しました",
  "milestone.advance": "マイルストーンの状況を変更しました",
  "activity.report": "取組の状況を報告しました",
  "plan.edit": "計画の記載を変更しました",
  "plan.succeed": "後継の計画を作成しました",
  "revision.open": "計画の見直しを始めました",
  "revision.propose": "計画の見直し案を提案しました",
  "revision.withdraw": "計画の見直し案を取り下げました",
  "revision.decide": "計画の見直し案の採否を決めました",
  "revision.advance": "計画の見直しの手続を進めました",
  "revision.adopt": "計画の見直しを決定しました",
  "attachment.add": "資料を添付しました",
  "attachment.withdraw": "添付資料を取り下げました",
  "comment.write": "意見・質問を書き込みました",
  "comment.resolve": "意見・質問の解決状況を変更しました",
  "comment.withdraw": "意見・質問を取り消しました",
  "notification.mark": "お知らせを既読にしました",
  "notification.choose": "お知らせの設定を変更しました",
  "contact.save": "PTの連絡先を保存しました",
  "workspace.look_through": "新着の変更を確認済みにしました",
  "practice.save": "好事例を保存しました",
  "practice.share": "好事例を共有しました",
  "practice.withdraw": "好事例の共有を取りやめました",
  "rollout.save": "横展開の状況を保存しました",
  "session.create": "ログインしました",
  "session.refuse": "ログインできませんでした",
  "session.confirm": "本人確認をしました",
  "session.end": "ログアウトしました",
  "session.end_all": "すべての端末からログアウトしました",
  "password.ask": "パスワードの再設定を申し込みました",
  "password.reset": "パスワードを再設定しました",
  "password.change": "パスワードを変更しました",
  "factor.begin": "二要素認証の設定を始めました",
  "factor.confirm": "二要素認証を有効にしました",
  "factor.renew_codes": "回復コードを作り直しました",
  "factor.remove": "二要素認証を解除しました",
  "factor.reset": "本人の求めにより二要素認証とパスキーを解除しました",
  "passkey.add": "パスキーを登録しました",
  "passkey.remove": "パスキーを削除しました",
  "person.rename": "表示名を変更しました",
  "person.export": "本人の情報を出力しました",
  "person.erase": "個人の情報を消去しました",
  "member.change": "構成員の役割又は担当PTを変更しました",
  "member.hand_over": "担当していた業務を引き継ぎました",
  "member.end": "構成員の所属を終了しました",
  "invitation.send": "構成員を招待しました",
  "invitation.revoke": "招待を取り消しました",
  "invitation.accept": "招待を承諾しました",
  "organisation.create": "団体を登録しました",
  "organisation.change": "団体の情報を変更しました",
  "organisation.secure": "団体のログインの条件を変更しました",
  "keeper.end": "ポータルの管理を終了しました",
  "provider.set": "シングルサインオンを設定しました",
  "provider.remove": "シングルサインオンを解除しました",
  "token.issue": "APIキーを発行しました",
  "token.revoke": "APIキーを失効させました",
  "link.ask": "回答用リンクで回答を依頼しました",
  "link.revoke": "回答用リンクを取り消しました",
  "link.answer": "回答用リンクから回答しました",
  "link.take": "回答用リンクの回答を報告に取り入れました",
  "audit.read": "監査記録をファイルに出力しました",
};

/** What events are about, in the order in which they are offered to filter by. */
const subjectLabels: Record<string, string> = {
  observation: "KPIの報告",
  approval: "決裁の設定",
  round: "照会",
  import: "回答の取込み",
  override: "上書き評価",
  outlook: "達成見込み",
  narrative: "評価の文章",
  progress: "プロジェクトの進捗",
  milestone: "マイルストーン",
  activity: "取組",
  plan: "計画",
  revision: "計画の見直し",
  rubric: "評価基準",
  finding: "計画の点検",
  pack: "会議資料",
  attachment: "添付資料",
  comment: "意見・質問",
  practice: "好事例",
  rollout: "横展開",
  contact: "PTの連絡先",
  notification: "お知らせ",
  workspace: "ワークスペース",
  session: "ログイン",
  password: "パスワード",
  factor: "二要素認証",
  passkey: "パスキー",
  person: "個人の情報",
  member: "構成員",
  invitation: "招待",
  organisation: "団体",
  keeper: "ポータル管理者",
  provider: "シングルサインオン",
  token: "APIキー",
  link: "回答用リンク",
  audit: "監査記録",
};

/** An action in words; one of an earlier time that has none any more as it is called. */
export function auditActionText(action: string): string {
  return Object.hasOwn(auditActionLabels, action)
    ? auditActionLabels[action as AuditAction]
    : oneLine(action, 60);
}

/** The actions by what they are about, for those who filter; only those about `subjects`, if given. */
export function auditActionGroups(subjects?: readonly string[]) {
  const actions = Object.keys(auditActionLabels) as AuditAction[];
  return Object.entries(subjectLabels)
    .filter(([subject]) => subjects === undefined || subjects.includes(subject))
    .map(([subject, label]) => ({
      subject,
      label,
      actions: actions
        .filter((action) => subjectOf(action) === subject)
        .map((action) => ({ action, text: auditActionLabels[action] })),
    }));
}

const fieldLabels: Record<string, string> = {
  "": "内容",
  version: "版",
  reason: "理由",
  step: "手続",
  state: "状態",
  from: "前の状態",
  to: "後の状態",
  status: "状況",
  role: "役割",
  value: "値",
  numerator: "分子",
  denominator: "分母",
  words: "文章の回答",
  reached: "到達",
  quality: "回答の区分",
  note: "備考",
  dueOn: "回答期限",
  fileName: "ファイル名",
  name: "名称",
  shortName: "略称",
  title: "題名",
  text: "文章",
  size: "大きさ（バイト）",
  rows: "行数",
  written: "反映した件数",
  leftOut: "反映しなかった件数",
  onBehalf: "代決",
  requiresApproval: "提出前の決裁",
  requiresSecondFactor: "二要素認証の必須化",
  fromOn: "初日",
  untilOn: "最終日",
  ended: "終了",
  expiresAt: "有効期限",
  scope: "権限",
  position: "並び順",
  kind: "種類",
  code: "コード",
  issuer: "発行者",
  format: "形式",
  filter: "条件",
  plan: "計画",
  round: "照会",
  marked: "件数",
  department: "部署",
  nodes: "担当",
  others: "ほかの端末のみ",
  goals: "担当PT",
  replaces: "置き換えた招待",
  items: "引き継いだ件数",
  deputyDays: "代決の日数",
  handover: "引継ぎの番号",
  expiresOn: "回答期限",
  indicator: "指標",
  fy: "年度",
  period: "期間",
  clientId: "クライアントID",
  userId: "対象の人",
};

export function auditFieldText(field: string): string {
  return Object.hasOwn(fieldLabels, field) ? (fieldLabels[field] ?? field) : oneLine(field, 60);
}

/** The states of a figure, and what else is one word in an event and another on a page. */
const valueLabels: Record<string, Record<string, string>> = {
  observation: {
    draft: "下書き",
    proposed: "決裁待ち",
    submitted: "提出済み",
    returned: "差戻し",
    accepted: "受理済み",
    final: "確定",
    provisional: "集計中",
    under_survey: "調査中",
    not_applicable: "対象外",
    no_data: "実績なし",
  },
  round: roundStateLabels,
  comment: { open: "未解決", resolved: "解決済み" },
  member: Object.fromEntries(roles.map((role) => [role, roleLabels[role]])),
  invitation: Object.fromEntries(roles.map((role) => [role, roleLabels[role]])),
  token: { read: "閲覧", report: "下書きの保存" },
};

/** So much of a value is shown; the whole text stands where it was written. */
const longestValue = 500;

/** A value of an event in one line of harmless text; － for none. */
export function auditValueText(action: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "－";
  if (typeof value === "boolean") return value ? "はい" : "いいえ";
  if (typeof value === "string") {
    const words = valueLabels[subjectOf(action)];
    return words && Object.hasOwn(words, value)
      ? (words[value] ?? value)
      : oneLine(value, longestValue);
  }
  if (Array.isArray(value) && value.every((each) => typeof each === "string"))
    return value.length === 0
      ? "－"
      : oneLine(value.map((each) => auditValueText(action, each)).join("、"), longestValue);
  return oneLine(JSON.stringify(value), longestValue);
}

const moment = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "Asia/Tokyo",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** 「2026/11/21 13:05:09」 in Japan: events follow each other within seconds. */
export function auditMomentText(at: Date): string {
  return moment.format(at);
}
