import { createServer } from "node:net";
import { StartupError } from "#app/lib/startup-error.server.ts";

/** Says at once, before any database work, that the portal's port cannot be opened. */
export async function checkPort(port: number): Promise<void> {
  const code = await new Promise<string | null>((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "error"));
    server.listen(port, () => server.close(() => resolve(null)));
  });
  if (code !== null) throw portRefused(port, code);
}

/** Why a port cannot be opened, and what to do. */
export function portRefused(port: number, code: string): StartupError {
  return new StartupError(
    `ポート ${port} を開けません（${code}）。別のプログラムが使っていないか確かめるか、PORT=3001 npm start のように別のポートを指定してください。`,
    `Port ${port} cannot be opened (${code}). Stop the other program, or choose another port with PORT=3001 npm start.`,
  );
}
