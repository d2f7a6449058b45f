import { createContext, useContext } from "react";
import { carried } from "#app/domain/rollup/as-of.ts";

/** The `asOf` that a page was asked for, which its links within plans keep. */
export const CarriedAsOf = createContext<string | null>(null);

/** Where a link leads to from a page that is read from an earlier time. */
export function useCarried(): (address: string) => string {
  const asOf = useContext(CarriedAsOf);
  return (address) => carried(address, asOf);
}
