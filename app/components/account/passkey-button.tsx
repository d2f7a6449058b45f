import type { ReactNode } from "react";
import { Button } from "#app/components/ui/button.tsx";

/**
 * The part of a form by which it is sent with a passkey. Only a script can ask a browser for one, so the
 * button shows itself where there is one (public/passkey.js).
 */
export function PasskeyButton({
  kind,
  options,
  refusal,
  children,
  ...look
}: {
  kind: "get" | "create";
  /** Where the browser learns what is asked. */
  options: string;
  /** What is said when nothing came of it. */
  refusal: string;
  children: ReactNode;
  variant?: "solid-fill" | "outline";
  size?: "md" | "lg";
  className?: string;
}) {
  return (
    <>
      <input type="hidden" name="response" />
      <Button type="button" hidden data-passkey={kind} data-options={options} {...look}>
        {children}
      </Button>
      <p data-passkey-refusal hidden role="alert" className="mt-2 text-dns-16N-130 text-red-900">
        {refusal}
      </p>
      <script type="module" src="/passkey.js" />
    </>
  );
}
