import { type RefObject, useEffect, useState } from "react";

/**
 * Lets the browser ask before a page with typed and unsent text is left. Answers what to call when
 * something is typed; a new `version`, which only a save makes, begins anew.
 */
export function useUnsent(form: RefObject<HTMLFormElement>, version: number): () => void {
  const [typedSince, setTypedSince] = useState<number | null>(null);
  const unsent = typedSince === version;
  // On a slow line people type before this script has come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the script has come
  useEffect(() => {
    if (form.current && hasChanges(form.current)) setTypedSince(version);
  }, []);
  useEffect(() => {
    if (!unsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsent]);
  return () => setTypedSince(version);
}

function hasChanges(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (!(field instanceof HTMLInputElement)) return false;
    return field.type === "radio"
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue;
  });
}
