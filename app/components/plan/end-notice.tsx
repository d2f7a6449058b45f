import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { TextLink } from "#app/components/ui/text-link.tsx";
import type { NodeLink } from "#app/domain/rollup/row.ts";
import { rich, t } from "#app/i18n/t.ts";
import { paths } from "#app/site/paths.ts";

/** Says that a project has ended, why, and what goes on with it. */
export function EndNotice({
  plan,
  fy,
  facts: { closedReason, mergedInto },
}: {
  plan: string;
  fy: number;
  facts: { closedReason: string | null; mergedInto: NodeLink | null };
}) {
  if (closedReason === null) return null;
  return (
    <div className="mb-6">
      <NotificationBanner title={mergedInto ? t`統合により終了しました` : t`終了しました`}>
        <p>{closedReason}</p>
        {mergedInto && (
          <p>
            {rich`統合先：${<TextLink to={paths.node(plan, mergedInto, fy)}>{t`${mergedInto.code}　${mergedInto.name}`}</TextLink>}`}
          </p>
        )}
      </NotificationBanner>
    </div>
  );
}
