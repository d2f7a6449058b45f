import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/layout/page-header.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { parseFiscalYear } from "#app/domain/fiscal-year/fiscal-year.ts";
import { formValues } from "#app/lib/form-values.ts";
import { periodOf } from "#app/lib/period.ts";
import { statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { takeLink } from "#app/services/link/take.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

function codesOf({ params, request }: LoaderFunctionArgs) {
  const fy = parseFiscalYear(String(params.fy));
  if (fy === null) throw new Response(null, { status: 404 });
  return {
    plan: String(params.plan),
    indicator: String(params.indicator),
    organisation: String(params.organisation),
    fy,
    period: periodOf(request),
  };
}

function reportOf(args: LoaderFunctionArgs): string {
  const { organisation, plan, indicator, fy, period } = codesOf(args);
  return paths.report(organisation, plan, indicator, fy, period);
}

/** Only forms lead here: who comes by the address itself goes to the report. */
export async function loader(args: LoaderFunctionArgs) {
  if (!args.request.headers.has("content-type")) throw redirect(reportOf(args));
  return { report: reportOf(args) };
}

export async function action(args: ActionFunctionArgs) {
  // Nothing was typed that could be lost.
  await requireSession(args);
  const values = formValues(await args.request.formData());
  try {
    await takeLink(await serviceContext(args), codesOf(args), values, new Date());
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code !== "conflict" && error.code !== "locked") throw new Response(null, { status });
    return data({ refused: error.code }, status);
  }
  const to = reportOf(args);
  return redirect(`${to}${to.includes("?") ? "&" : "?"}done=take`);
}

export const meta = () => pageTitle("取り込みませんでした");

const words = {
  conflict:
    "画面を開いたあとに、照会先が回答を訂正したか、ほかの担当者が報告を保存しました。上書きを防ぐため、取り込んでいません。報告の画面で、最新の回答と下書きを確かめてから、もう一度取り込んでください。",
  locked:
    "この報告は提出されているか、照会が締め切られているため、下書きに取り込めません。報告の画面で現在の状態を確かめてください。",
};

/** Why answers were not taken over; both the answers and the draft are on the page it leads to. */
export default function TakeAnswers() {
  const { report } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="max-w-[44rem]">
      <PageHeader title="回答を取り込みませんでした" />
      <p>{words[result?.refused ?? "conflict"]}</p>
      <p className="mt-6">
        <ButtonLink to={report}>報告の画面へ</ButtonLink>
      </p>
    </div>
  );
}
