import type { LoaderFunctionArgs } from "@remix-run/node";
import type { NodeKind } from "#app/domain/indicator/definition.ts";
import { readNode } from "#app/services/rollup/read-node.server.ts";
import { forPage } from "./respond.server.ts";
import { serviceContext } from "./session.server.ts";
import { yearOf } from "./year.ts";

/** The loader of a goal's, policy's or project's page. */
export async function nodeLoader(args: LoaderFunctionArgs, kind: NodeKind) {
  const context = await serviceContext(args);
  const codes = { plan: String(args.params.plan), kind, node: String(args.params.node) };
  return forPage(readNode(context, codes, yearOf(args.request)));
}
