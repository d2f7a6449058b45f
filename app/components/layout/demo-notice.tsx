import { FlaskConical } from "lucide-react";
import { rich, t } from "#app/i18n/t.ts";
import { demoTagClass } from "#app/site/demo.ts";

/** Says that what is marked so is made up. Stays on paper. */
export function DemoNotice() {
  return (
    <aside
      aria-label={t`デモデータについて`}
      className="border-b border-yellow-900 bg-yellow-50 text-solid-gray-900"
    >
      <p className="mx-auto flex max-w-[80rem] items-start gap-2 px-4 py-2 text-dns-14N-130 sm:px-6 print:px-2 print:py-1">
        <FlaskConical aria-hidden className="size-4.5 shrink-0 text-yellow-1100" />
        <span>
          {rich`${<strong>{t`デモデータ`}</strong>}：「デモ」の印がある実績値や進捗報告などは、説明用の架空のものです`}
        </span>
      </p>
    </aside>
  );
}

/** Stands beside a made-up figure. */
export function DemoTag({ className = "" }: { className?: string }) {
  return (
    <span title={t`説明用の架空の値です`} className={`${demoTagClass} ${className}`}>
      {t`デモ`}
    </span>
  );
}
