import { fileURLToPath } from "node:url";
import { runSupervisor } from "#server/supervisor.ts";

// Development has the same database, migrations and plans as production; only the pages differ.
await runSupervisor({
  webEntry: fileURLToPath(new URL("./dev-web.ts", import.meta.url)),
  mailEntry: fileURLToPath(new URL("./main.ts", import.meta.url)),
  nodeEnv: "development",
});
