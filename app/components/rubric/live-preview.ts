import { useFetcher } from "@remix-run/react";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Fields } from "#app/domain/rubric/form.ts";
import type { EditorResult } from "./editor-data.ts";

/** How long somebody must have stopped typing. */
const pause = 600;

/**
 * Follows what is typed: the fields as they stand, and, a moment after the last change, what they
 * would come to. Nothing is kept on the server, so that an answer that comes late is only old.
 */
export function useLivePreview(form: RefObject<HTMLFormElement>, initial: Fields, action: string) {
  const fetcher = useFetcher<EditorResult>();
  const [live, setLive] = useState(initial);
  const timer = useRef<number>();
  const follow = () => {
    if (form.current) setLive(fieldsOf(form.current));
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      if (!form.current) return;
      const sent = new FormData(form.current);
      sent.set("intent", "preview");
      fetcher.submit(sent, { method: "post", action });
    }, pause);
  };
  // On a slow line people choose and type before this script has come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the script has come
  useEffect(() => {
    if (form.current) setLive(fieldsOf(form.current));
    return () => window.clearTimeout(timer.current);
  }, []);
  return { live, follow, busy: fetcher.state !== "idle", answer: fetcher.data };
}

function fieldsOf(form: HTMLFormElement): Fields {
  return Object.fromEntries(
    [...new FormData(form)].filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}
