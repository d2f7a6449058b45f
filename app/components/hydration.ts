/**
 * Whether a route asks for scripts with `export const handle = { hydrate: true }`. All others are
 * plain HTML, which every browser on every network shows at once.
 */
export function isHydrated(handle: unknown): boolean {
  return typeof handle === "object" && handle !== null && "hydrate" in handle;
}
