/** The page of `?page=`, the first one where it is absent. What is no page is not found. */
export function pageOf(request: Request): number {
  const given = new URL(request.url).searchParams.get("page") ?? "1";
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new Response(null, { status: 404 });
  return Number(given);
}
