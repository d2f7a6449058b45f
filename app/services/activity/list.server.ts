import { asc, desc, eq, sql } from "drizzle-orm";
import { newestVersion } from "#app/domain/progress/newest-version.ts";
import type { Activity } from "#app/domain/sheet/evaluation-sheet.ts";
import type { Transaction } from "#db/client.server.ts";
import { activities, activityReports, organisations, users } from "#db/schema/index.ts";

/**
 * The 主な取組 of a project as the plan in force has them, in order, with their schedules and every
 * report on each, latest first; `newest` is the report that counts.
 */
export async function listActivities(tx: Transaction, nodeId: string) {
  const listed = await tx
    .select({
      id: activities.id,
      name: activities.name,
      bars: sql<Activity["bars"]>`(
        select coalesce(json_agg(json_build_object('fromFy', b.from_fy, 'toFy', b.to_fy,
          'text', b.text) order by b.position), '[]')
        from activity_bars b where b.activity_id = activities.id)`,
    })
    .from(activities)
    .where(eq(activities.nodeId, nodeId))
    .orderBy(asc(activities.position));
  if (listed.length === 0) return [];
  const said = await tx
    .select({
      id: activityReports.id,
      activityId: activityReports.activityId,
      version: activityReports.version,
      state: activityReports.state,
      note: activityReports.note,
      isDemo: activityReports.isDemo,
      author: users.name,
      authorOrganisation: organisations.shortName,
      requestKey: activityReports.requestKey,
      createdAt: activityReports.createdAt,
    })
    .from(activityReports)
    .innerJoin(organisations, eq(organisations.id, activityReports.authorOrganisationId))
    .innerJoin(users, eq(users.id, activityReports.authorId))
    .where(eq(activityReports.nodeId, nodeId))
    .orderBy(desc(activityReports.createdAt), desc(activityReports.version));
  return listed.map((activity) => {
    const reports = said.filter(({ activityId }) => activityId === activity.id);
    return { ...activity, reports, newest: newestVersion(reports) };
  });
}
