import { toneInk } from "#app/components/evaluation/mark-glyph.tsx";
import type { MarkTone } from "#app/domain/rubric/rubric.ts";
import { t } from "#app/i18n/t.ts";

/**
 * The sign of a mark or an outlook, for narrow columns. A letter of the text and no drawing: only
 * text can be searched for and copied in a PDF, and reaches those who listen to it.
 */
export function Sign({
  step: { symbol, label, tone },
  large = false,
  spoken = true,
}: {
  step: { symbol: string; label: string; tone: MarkTone };
  large?: boolean;
  /** False where its words stand beside it. */
  spoken?: boolean;
}) {
  const letter = /^[A-Z]$/.test(symbol);
  // 調査中, 対象外: words in the place of a sign.
  const sized = large ? "text-[1.4em]" : "text-[1.15em]";
  return (
    <span
      title={label}
      className={`sheet-sign ${toneInk[tone]} ${symbol.length > 1 ? "text-[0.9em] font-normal" : sized}`}
      data-letter={letter || undefined}
    >
      {symbol}
      {spoken && label !== symbol && <span className="sr-only">{t`（${label}）`}</span>}
    </span>
  );
}
