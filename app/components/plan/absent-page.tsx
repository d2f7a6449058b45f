import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { t } from "#app/i18n/t.ts";

/** The page of something that the plan of the chosen year does not have, and where it is. */
export function AbsentPage({ path, firstFy }: { path: string; firstFy: number }) {
  return (
    <div className="mx-auto max-w-[44rem] py-12 sm:py-20">
      <h1 className="text-std-24B-150 sm:text-std-28B-150">{t`この年度の計画にはありません`}</h1>
      <p className="mt-4 text-std-17N-170">
        {t`計画の見直しで加えられたか、終了したものです。計画に載っている年度のページをご覧ください。`}
      </p>
      <p className="mt-6">
        <ButtonLink
          to={`${path}?fy=${firstFy}`}
        >{t`${fiscalYearLabel(firstFy)}のページへ`}</ButtonLink>
      </p>
    </div>
  );
}
