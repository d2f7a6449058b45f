import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CommentForm } from "#app/components/discussion/comment-form.tsx";
import { DiscussionHeader } from "#app/components/discussion/discussion-header.tsx";
import { Thread } from "#app/components/discussion/thread.tsx";
import { Section } from "#app/components/layout/section.tsx";
import { SignedOutForm } from "#app/components/observation/signed-out-form.tsx";
import { Disclosure } from "#app/components/ui/disclosure.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { NotificationBanner } from "#app/components/ui/notification-banner.tsx";
import { message } from "#app/i18n/messages.ts";
import { formValues } from "#app/lib/form-values.ts";
import { forPage, statusOf } from "#app/lib/respond.server.ts";
import { requireSession, serviceContext, sessionOf } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { yearOf } from "#app/lib/year.ts";
import type { SubjectCodes } from "#app/services/comment/find-subject.server.ts";
import { readDiscussion } from "#app/services/comment/read.server.ts";
import { resolveComment } from "#app/services/comment/resolve.server.ts";
import { withdrawComment } from "#app/services/comment/withdraw.server.ts";
import { writeComment } from "#app/services/comment/write.server.ts";
import { ServiceError } from "#app/services/service-error.ts";
import { paths } from "#app/site/paths.ts";

/** One page for the three addresses: of a project, of a KPI, of one organisation's figure of a year. */
function codesOf({ params, request }: LoaderFunctionArgs): SubjectCodes {
  const plan = String(params.plan);
  if (params.node !== undefined) return { plan, kind: "project", code: params.node };
  const code = String(params.indicator);
  if (params.organisation === undefined) return { plan, kind: "indicator", code };
  const fy = yearOf(request);
  if (fy === null) throw new Response(null, { status: 404 });
  return { plan, kind: "figure", code, organisation: params.organisation, fy };
}

export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args.request, args.context);
  // After a POST the page must still show what was typed; a GET goes to sign in.
  if (!session && args.request.headers.has("content-type")) return { signedOut: true as const };
  await requireSession(args);
  const discussion = await forPage(readDiscussion(await serviceContext(args), codesOf(args)));
  return {
    signedOut: false as const,
    ...discussion,
    keys: keysOf(["new", ...discussion.threads.map(({ id }) => id)]),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

/** A key for each form of the page. */
function keysOf(forms: readonly string[]): Record<string, string> {
  return Object.fromEntries(forms.map((form) => [form, crypto.randomUUID()]));
}

const verbs = { write: writeComment, resolve: resolveComment, withdraw: withdrawComment };

export async function action(args: ActionFunctionArgs) {
  const codes = codesOf(args);
  const context = await serviceContext(args);
  const values = formValues(await args.request.formData());
  if (!context.actor) return data({ said: "signed_out" as const, values, errors: {} }, 401);
  const intent = values.intent as keyof typeof verbs;
  if (!Object.hasOwn(verbs, intent)) throw new Response(null, { status: 400 });
  try {
    const id = (await verbs[intent](context, codes, values)) ?? values.comment;
    const to = new URL(paths.discussion(codes.plan, codes), args.request.url);
    to.searchParams.set("done", intent === "resolve" ? String(values.step) : intent);
    return redirect(`${to.pathname}${to.search}#comment-${id}`);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const status = statusOf[error.code];
    if (error.code === "not_found" || error.code === "forbidden")
      throw new Response(null, { status });
    return data({ said: error.code, values, errors: error.fieldErrors }, status);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle("意見・質問", page && !page.signedOut ? page.name : null);

const doneTitles: Record<string, string> = {
  write: "書き込みました",
  resolve: "解決済みにしました",
  reopen: "未解決に戻しました",
  withdraw: "取り下げました",
};

export default function Threads() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (page.signedOut) return <SignedOutForm values={refused?.values ?? {}} />;
  const { threads, organisations, speaksFor, keys } = page;
  const open = threads.filter(({ state }) => state === "open");
  const closed = threads.filter(({ state }) => state !== "open");
  const isOpen = (id?: string) => open.some((thread) => thread.id === id);
  // An answer to a thread that was closed meanwhile goes on as a new one: nothing typed is lost.
  const at = isOpen(refused?.values.parent) ? (refused?.values.parent ?? null) : null;
  const form = (thread: string | null) => ({
    refused: refused?.values.intent === "write" && at === thread ? refused : null,
    requestKey: keys[thread ?? "new"] ?? "",
    organisations,
    speaksFor,
  });
  const errors: Record<string, string> = refused?.errors ?? {};
  return (
    <>
      <DiscussionHeader page={page} open={open.length} />
      <div className="mb-8 space-y-4 empty:hidden">
        {errors.body && (
          <ErrorSummary
            errors={[{ fieldId: `body-${at ?? "new"}`, message: message(errors.body) }]}
          />
        )}
        {(refused?.said === "conflict" || refused?.said === "locked") && (
          <NotificationBanner kind="warning" live takesFocus title="記録していません">
            <p>
              画面を開いたあとに、ほかの人が先に記録しました。最新の内容を確認してから、必要であればもう一度送信してください。
            </p>
          </NotificationBanner>
        )}
        {!refused && page.done && page.done in doneTitles && (
          <NotificationBanner kind="success" live title={doneTitles[page.done]} />
        )}
      </div>
      <Section title={`未解決　${open.length}件`}>
        {open.length === 0 ? (
          <p className="text-solid-gray-700">未解決の意見・質問はありません。</p>
        ) : (
          <ul className="space-y-6">
            {open.map((thread) => (
              <Thread key={thread.id} thread={thread} form={form(thread.id)} />
            ))}
          </ul>
        )}
      </Section>
      <Section id="new" title="新しい意見・質問" className="print:hidden">
        <CommentForm thread={null} {...form(null)} />
      </Section>
      {closed.length > 0 && (
        <Section title={`解決済み・取下げ　${closed.length}件`}>
          <Disclosure
            summary="内容を表示"
            open={page.done === "resolve" || page.done === "withdraw"}
          >
            <ul className="space-y-6">
              {closed.map((thread) => (
                <Thread key={thread.id} thread={thread} form={form(thread.id)} />
              ))}
            </ul>
          </Disclosure>
        </Section>
      )}
    </>
  );
}
