type Closing = { name: string; close: () => Promise<unknown> };

const closings: Closing[] = [];

/**
 * Registers what is to be closed when the process stops: connection pools keep Node alive until
 * they are ended. Called once by the module that owns the pool.
 */
export function onShutdown(name: string, close: () => Promise<unknown>): void {
  closings.push({ name, close });
}

/** Closes everything registered, latest first. One failure does not keep the others from closing. */
export async function closeAll(report: (name: string, error: unknown) => void): Promise<void> {
  for (const { name, close } of closings.splice(0).reverse()) {
    try {
      await close();
    } catch (error) {
      report(name, error);
    }
  }
}
