import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ReactElement } from "react";
import type { NodeKind } from "#app/domain/indicator/definition.ts";
import { fiscalYearLabel } from "#app/i18n/fiscal-year.ts";
import { type NodeReading, readNode } from "#app/services/rollup/read-node.server.ts";
import { keptPage } from "./kept-page.server.tsx";

/** The loader of a goal's, policy's or project's page. */
export function nodePage(
  args: LoaderFunctionArgs,
  kind: NodeKind,
  render: (reading: NodeReading) => ReactElement,
) {
  return keptPage(
    args,
    (context, plan, fy, unless) =>
      readNode(context, { plan, kind, node: String(args.params.node) }, fy, unless),
    (reading) => ({
      title: [reading.node.name, fiscalYearLabel(reading.fy)],
      body: render(reading),
    }),
  );
}
