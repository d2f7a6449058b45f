export * from "./audit.ts";
export * from "./identity.ts";
export * from "./indicator.ts";
export * from "./judgement.ts";
export * from "./plan.ts";
export * from "./progress.ts";
export * from "./reporting.ts";
export * from "./search.ts";
