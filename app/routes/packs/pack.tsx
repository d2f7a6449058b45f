import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { PackFiles } from "#app/components/pack/pack-files.tsx";
import { PackProgress } from "#app/components/pack/pack-progress.tsx";
import { dayText, momentText } from "#app/i18n/labels.ts";
import { listText } from "#app/i18n/list.ts";
import { editionText, packPartLabel, packStateWords } from "#app/i18n/pack.ts";
import { t } from "#app/i18n/t.ts";
import { forPage } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { readPack } from "#app/services/pack/read.server.ts";
import { paths } from "#app/site/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  await requireSession(args);
  const codes = { plan: String(args.params.plan), pack: String(args.params.pack) };
  const reading = readPack(await serviceContext(args), codes, new Date());
  const refused = new URL(args.request.url).searchParams.get("refused");
  return { ...(await forPage(reading)), refused };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  ...pageTitle(page?.pack.meeting, t`会議資料`),
  // Without scripts: the page asks again until the files are there.
  ...(page?.pack.state === "making" && !page.pack.isInterrupted
    ? [{ httpEquiv: "refresh", content: "2" }]
    : []),
];

/** One paper: what is in it, how far its making has come, and its files. */
export default function Pack() {
  const { plan, pack, pts, allPts, mayMake, refused } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { to: paths.plan(plan.code, pack.fy), label: plan.name },
          { to: paths.packs(plan.code), label: t`会議資料` },
          { label: pack.meeting },
        ]}
        eyebrow={t`${plan.name}　会議資料`}
        title={pack.meeting}
        meta={[
          { term: t`会議の日`, description: dayText(pack.meetingOn) },
          { term: t`もとにした版`, description: editionText(pack) },
          { term: t`状態`, description: packStateWords[pack.state] },
          {
            term: t`作成`,
            description: t`${momentText(pack.madeAt ?? pack.createdAt)}　${pack.author}`,
          },
        ]}
      />
      {pack.state === "ready" ? (
        <PackFiles plan={plan.code} pack={pack} />
      ) : (
        <PackProgress
          pack={pack}
          mayMake={mayMake}
          tooMany={refused === "too_many"}
          here={paths.pack(plan.code, pack.id)}
          again={paths.packAgain(plan.code, pack.id)}
        />
      )}
      <dl className="mt-8 grid gap-x-8 gap-y-3 sm:grid-cols-[10rem_1fr]">
        <dt className="font-bold">{t`資料の部分`}</dt>
        <dd>{listText(pack.parts.map((part) => packPartLabel(part, plan.levelNames)))}</dd>
        <dt className="font-bold">{plan.levelNames.goal}</dt>
        <dd>{allPts ? t`すべて` : listText(pts.map(({ name }) => name))}</dd>
      </dl>
    </>
  );
}
