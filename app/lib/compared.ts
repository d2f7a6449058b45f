import type { LoaderFunctionArgs } from "@remix-run/node";

/** Which versions of a plan an address compares. What is no number is no page, and answers 404. */
export function comparedOf({ params, request }: LoaderFunctionArgs) {
  const given = new URL(request.url).searchParams.get("against");
  return {
    plan: String(params.plan),
    version: versionOf(String(params.version)),
    against: given === null || given === "" ? null : versionOf(given),
  };
}

/** The number of a version in an address. */
export function versionOf(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new Response(null, { status: 404 });
  return Number(text);
}
