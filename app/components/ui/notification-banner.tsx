import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { translated } from "#app/i18n/t.ts";

export type BannerKind = "info" | "success" | "warning" | "error";

const kinds = {
  info: { Icon: Info, line: "border-blue-900", ink: "text-blue-900" },
  success: { Icon: CircleCheck, line: "border-success-2", ink: "text-success-2" },
  warning: {
    Icon: TriangleAlert,
    line: "border-warning-yellow-2",
    ink: "text-warning-yellow-2",
  },
  error: { Icon: CircleAlert, line: "border-error-1", ink: "text-error-1" },
} as const;

const kindWords: Record<BannerKind, string> = translated({
  info: "お知らせ：",
  success: "完了：",
  warning: "注意：",
  error: "エラー：",
});

export type NotificationBannerProps = {
  kind?: BannerKind;
  title: ReactNode;
  children?: ReactNode;
  /** Buttons or links under the words. */
  actions?: ReactNode;
  /** Says it at once to screen readers: for the answer to an action just taken. */
  live?: boolean;
  /** Takes focus when it appears, and so comes into view: for what must be read before going on. */
  takesFocus?: boolean;
  headingLevel?: "h2" | "h3" | "p";
  className?: string;
};

/** A message about the page or about what was just done. */
export function NotificationBanner({
  kind = "info",
  title,
  children,
  actions,
  live = false,
  takesFocus = false,
  headingLevel: Heading = "h2",
  className = "",
}: NotificationBannerProps) {
  const { Icon, line, ink } = kinds[kind];
  const urgent = kind === "error" ? "alert" : "status";
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  return (
    <div
      ref={box}
      tabIndex={takesFocus ? -1 : undefined}
      // biome-ignore lint/a11y/noAutofocus: without scripts too the reader starts at what was refused
      autoFocus={takesFocus}
      role={live ? urgent : undefined}
      className={`grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 rounded-8 border border-l-8 bg-white py-3.5 pr-5 pl-4 ${line} ${className}`}
    >
      <Icon aria-hidden className={`mt-0.5 size-6 ${ink}`} />
      <Heading className="text-std-17B-170 text-solid-gray-900">
        <span className="sr-only">{kindWords[kind]}</span>
        {title}
      </Heading>
      {children && <div className="col-start-2 text-std-16N-170">{children}</div>}
      {actions && (
        <div className="col-start-2 mt-2 flex flex-wrap gap-3 print:hidden">{actions}</div>
      )}
    </div>
  );
}
