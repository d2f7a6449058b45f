import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Mostly waiting for the database: two at a time also where Vitest would leave a core free.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: ["{app,db,seeds,server}/**/*.test.{ts,tsx}", "tests/architecture/**/*.test.ts"],
          // A bomb has to be made before it can be refused, which takes a busy machine its time.
          testTimeout: 20_000,
          // Rules without a memory: a module read once serves all files of a process.
          isolate: false,
        },
      },
      {
        test: {
          name: "integration",
          include: ["tests/{integration,rights}/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/integration-setup.ts"],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          // As for the journeys: what passes only the second time is counted and named as flaky.
          retry: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
