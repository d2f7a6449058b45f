/**
 * The entry of the production bundle. Started plainly it is the supervisor; the supervisor starts
 * the same file again as the web process and as the mail process, and the web process as a thread
 * that reads what people send. With `audit-verify` it checks the audit events and ends.
 */
if (process.env.PORTAL_PROCESS === "web") {
  const { runWeb } = await import("#server/web.ts");
  const { remixPages } = await import("#server/pages.ts");
  await runWeb({
    pages: remixPages(await import("virtual:remix/server-build")),
    development: false,
  });
} else if (process.env.PORTAL_PROCESS === "mail") {
  const { runMail } = await import("#server/mail.ts");
  runMail();
} else if (process.env.PORTAL_PROCESS === "table-reader") {
  await import("#app/lib/import/table-worker.server.ts");
} else if (process.argv[2] === "audit-verify") {
  const { runAuditVerify } = await import("#server/audit-verify.ts");
  await runAuditVerify(process.argv[3]);
} else {
  const { runSupervisor } = await import("#server/supervisor.ts");
  const entry = process.argv[1] ?? "build/server/index.js";
  await runSupervisor({ webEntry: entry, mailEntry: entry });
}

export {};
