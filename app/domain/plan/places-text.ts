import type { PlaceContent, PlanContent, PlanContentIndicator } from "./content.ts";

/** The codes of the projects that show an indicator again (再掲), as they are typed. */
export function writeReposts({ shownOn }: Pick<PlanContentIndicator, "shownOn">): string {
  return shownOn.flatMap(({ isRepost, node }) => (isRepost ? [node] : [])).join("、");
}

/**
 * Where an indicator is shown: its home, the places that share it, and the projects that are typed
 * for a 再掲. A place that was there keeps its code and its name. Refused is a code of no project.
 */
export function placesFrom(
  typed: { code: string; home: string; name: string; reposts: string },
  before: PlanContentIndicator | null,
  { nodes, indicators }: PlanContent,
): { ok: true; places: PlaceContent[] } | { ok: false } {
  const asked = typed.reposts.split(/[\s\u3000、，,]+/u).filter((code) => code !== "");
  const isProject = (code: string) =>
    code !== typed.home && nodes.some((node) => node.code === code && node.kind === "project");
  if (!asked.every(isProject)) return { ok: false };
  const was = before?.shownOn ?? [];
  const position = (node: string) =>
    indicators.flatMap((one) => one.shownOn).filter((place) => place.node === node).length + 1;
  const code = before?.code ?? typed.code;
  const atHome = was.find((place) => place.node === before?.home);
  const kind = nodes.find((node) => node.code === typed.home)?.kind;
  const home: PlaceContent = {
    role: kind === "goal" ? "outcome" : "kpi",
    code,
    isRepost: false,
    printedDifferently: null,
    position: position(typed.home),
    ...atHome,
    node: typed.home,
    name: typed.name,
  };
  const shared = was.filter((place) => place !== atHome && !place.isRepost);
  const reposts = [...new Set(asked)].map(
    (node): PlaceContent =>
      was.find((place) => place.isRepost && place.node === node) ?? {
        node,
        role: "kpi",
        code: `${node}-${code}`,
        name: typed.name,
        isRepost: true,
        printedDifferently: null,
        position: position(node),
      },
  );
  return { ok: true, places: [home, ...shared, ...reposts] };
}
