import { useLoaderData } from "@remix-run/react";

/** A page whose contents were rendered by its loader; see lib/kept-page.server.tsx. */
export function KeptPage() {
  const { html } = useLoaderData<{ html: string }>();
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the markup is React's own, made on the server
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}
