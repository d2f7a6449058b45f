import { dayText, shortDay } from "./labels.ts";

/**
 * What is told of a round: its name, what happened (`step`), and to those who answer until when
 * (`dueOn`), how many figures (`count`) and why (`reason`).
 */
type Detail = Readonly<Record<string, string>>;

/** What happened to a round, as one clause. */
export function roundNews({ name = "", step, dueOn }: Detail): string {
  const until = dueOn ? `（回答期限 ${dayText(dueOn)}）` : "";
  switch (step) {
    case "open":
      return `「${name}」が始まりました${until}`;
    case "extend":
      return `「${name}」の回答期限が延長されました${until}`;
    case "reopen":
      return `「${name}」が再開されました${until}`;
    default:
      return `「${name}」の実績が公表されました`;
  }
}

/** The mail of the same news, complete in itself. */
export function roundMail(detail: Detail): { subject: string; text: string } {
  const { name = "", step, dueOn = "", count = "0", reason = "" } = detail;
  if (step === "publish")
    return {
      subject: `【公表】${name}`,
      text: `${roundNews(detail)}。実績と評価は、ログインしていない人も閲覧できます。`,
    };
  const due = dayText(dueOn);
  const day = shortDay(dueOn);
  const why = reason && `理由：${reason}`;
  switch (step) {
    case "extend":
      return {
        subject: `【期限延長 ${day}】${name}`,
        text: `「${name}」の回答期限を${due}に延長しました。期限までに回答をお願いします。${why}`,
      };
    case "reopen":
      return {
        subject: `【要回答 ${day}】${name}（再開）`,
        text: `「${name}」を再開しました。報告を訂正する場合は、${due}までに提出してください。訂正がない場合、回答は不要です。${why}`,
      };
    default:
      return {
        subject: `【要回答 ${day}】${name}`,
        text: `「${name}」により、実績の報告をお願いします。回答期限は${due}、報告する指標は${count}件です。`,
      };
  }
}
