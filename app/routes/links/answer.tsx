import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AnswerPage } from "#app/components/link/answer-page.tsx";
import { EndedLink, type EndedWhy, endedTitle } from "#app/components/link/ended-link.tsx";
import { formValues } from "#app/lib/form-values.ts";
import { limited } from "#app/lib/limited.server.ts";
import { statusOf } from "#app/lib/respond.server.ts";
import { idOfSecret, linkSecretOf } from "#app/lib/secret-link.server.ts";
import { serviceContext } from "#app/lib/session.server.ts";
import { pageTitle } from "#app/lib/title.ts";
import { webConfig } from "#app/lib/web-config.server.ts";
import { answerLink } from "#app/services/link/answer.server.ts";
import { openLink } from "#app/services/link/open.server.ts";
import { ServiceError } from "#app/services/service-error.ts";

/** The link that the address opens; null for one that was guessed, which costs the client a point. */
async function linkOf(args: LoaderFunctionArgs): Promise<string | null> {
  const secret = linkSecretOf(webConfig().authSecret);
  const id = idOfSecret(secret, "reporter_link", String(args.params.secret));
  if (id === null) await limited(args, "secret-link", args.context.clientAddress);
  return id;
}

const ended = (why: EndedWhy, organisation: string | null, status: number) =>
  data({ why, organisation, link: null, done: false }, status);

export async function loader(args: LoaderFunctionArgs) {
  const id = await linkOf(args);
  if (id === null) return ended("unknown", null, 404);
  try {
    const { standing, ...link } = await openLink(await serviceContext(args), id, new Date());
    if (standing !== "asked" && standing !== "answered")
      return ended(standing, link.organisation, 410);
    const done = new URL(args.request.url).searchParams.has("done");
    return data({ why: null, organisation: link.organisation, link, done });
  } catch (error) {
    if (error instanceof ServiceError && error.code === "not_found")
      return ended("unknown", null, 404);
    throw error;
  }
}

export async function action(args: ActionFunctionArgs) {
  const id = await linkOf(args);
  const { pathname } = new URL(args.request.url);
  // The page itself says why there is nothing to answer.
  if (id === null) return redirect(pathname);
  await limited(args, "secret-link", args.context.clientAddress);
  const values = formValues(await args.request.formData());
  try {
    await answerLink(await serviceContext(args), id, values, new Date());
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { code, fieldErrors } = error;
    if (code === "invalid" || code === "conflict")
      return data({ error: code, values, errors: fieldErrors }, statusOf[code]);
    if (code === "forbidden") throw new Response(null, { status: 403 });
  }
  return redirect(`${pathname}?done`);
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  ...pageTitle(page?.why ? endedTitle(page.why) : "回答の依頼", page?.link?.indicator.name),
  { name: "robots", content: "noindex, nofollow" },
];

/** Where a firm or office answers the one figure that its link is for; nobody signs in here. */
export default function Answer() {
  const { why, organisation, link, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (why !== null || link === null)
    return <EndedLink why={why ?? "unknown"} organisation={organisation} />;
  return <AnswerPage link={link} refused={refused} done={done} />;
}
