import type { Frequency } from "#app/domain/indicator/definition.ts";
import { oneLine } from "#app/domain/mail/mail.ts";
import { dayText } from "./labels.ts";
import { askedYear } from "./link.ts";

/** The mail by which a firm or office is asked; its link is added when it is sent. */
export function linkMail(asked: {
  recipient: string;
  organisation: string;
  indicator: { name: string; unit: string; frequency: Frequency };
  fy: number;
  period: number;
  message: string;
  expiresOn: string;
  portal: string;
}): { subject: string; text: string; items: { text: string; path: string }[] } {
  const { recipient, organisation, indicator, fy, period, message, expiresOn, portal } = asked;
  const year = askedYear({ fy, period, frequency: indicator.frequency });
  return {
    subject: oneLine(`【回答の依頼】${indicator.name}（${year}）`, 100),
    text: [
      `${oneLine(recipient, 100)} 宛`,
      "",
      `${organisation}から、${portal}で集計する次の数値について、回答をお願いします。`,
      "",
      `項目：${oneLine(indicator.name, 200)}${indicator.unit ? `（単位：${indicator.unit}）` : ""}`,
      `年度：${year}`,
      `期限：${dayText(expiresOn)}`,
      ...(message === "" ? [] : ["", `${organisation}からの連絡：`, message]),
      "",
      "次のリンクから回答してください。ログインは不要です。期限までは、同じリンクから回答を訂正できます。",
      "リンクは貴団体専用です。ほかの方に転送しないでください。",
    ].join("\n"),
    items: [{ text: "回答の画面を開く", path: "/" }],
  };
}
