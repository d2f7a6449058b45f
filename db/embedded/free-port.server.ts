import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";

/** The remembered port of a data folder if it is still free, otherwise a free one, remembered. */
export async function portFor(file: string): Promise<number> {
  const remembered = readPort(file);
  if (remembered !== null && (await tryPort(remembered)) !== null) return remembered;
  const port = await tryPort(0);
  if (port === null) throw new Error("No free port on 127.0.0.1");
  writeFileSync(file, `${port}\n`, { mode: 0o600 });
  return port;
}

function readPort(file: string): number | null {
  try {
    const port = Number(readFileSync(file, "utf8"));
    return Number.isInteger(port) && port > 0 && port < 65536 ? port : null;
  } catch {
    return null;
  }
}

/** Opens a port for a moment; null when it is taken. 0 asks for any free one. */
function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
}
