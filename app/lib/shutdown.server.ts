type Closing = { name: string; close: () => Promise<unknown> };

const closings: Closing[] = [];

/**
 * Registers what is to be closed when the process stops: connection pools keep Node alive until
 * they are ended. Called once by the module that owns the pool.
 */
export function onShutdown(name: string, close: () => Promise<unknown>): void {
  closings.push({ name, close });
}

/** Closes everything registered, all at once: a pool whose database died may take its full time. */
export async function closeAll(report: (name: string, error: unknown) => void): Promise<void> {
  await Promise.all(
    closings
      .splice(0)
      .map(({ name, close }) => close().catch((error: unknown) => report(name, error))),
  );
}
