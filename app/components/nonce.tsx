import { createContext, useContext } from "react";

/** The nonce of the response's content security policy; empty in the browser, where it is hidden. */
export const NonceContext = createContext<string>("");

/** The nonce for scripts of this response. */
export function useNonce(): string {
  return useContext(NonceContext);
}
