import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import {
  aggregations,
  attachmentRoles,
  derivations,
  directions,
  feeds,
  frequencies,
  seriesKinds,
  targetBounds,
  timeAggregations,
  valueKinds,
} from "#app/domain/indicator/definition.ts";
import { rateMethods } from "#app/domain/rubric/rubric.ts";
import { figure, id, oneOf } from "./columns.ts";
import { organisations } from "./identity.ts";
import { planNodes, plans } from "./plan.ts";

export const indicators = pgTable(
  "indicators",
  {
    id: id(),
    planId: uuid()
      .notNull()
      .references(() => plans.id),
    code: text().notNull(),
    /** The node whose PT reviews its figures; further attachments stand in indicator_nodes. */
    homeNodeId: uuid()
      .notNull()
      .references(() => planNodes.id),
    name: text().notNull(),
    unit: text().notNull(),
    series: text({ enum: seriesKinds }).notNull(),
    direction: text({ enum: directions }).notNull(),
    valueKind: text({ enum: valueKinds }).notNull(),
    aggregation: text({ enum: aggregations }).notNull(),
    /** Why these organisations report it and why it is aggregated so, for the reader. */
    aggregationNote: text().notNull(),
    timeAggregation: text({ enum: timeAggregations }).notNull().default("last"),
    derivation: text({ enum: derivations }),
    frequency: text({ enum: frequencies }).notNull().default("yearly"),
    /** Of a survey that is not made every year: how many years apart, and a year in which it was made. */
    surveyInterval: integer(),
    surveyFy: integer(),
    baselineValue: figure(),
    baselineText: text(),
    baselineAsOf: text(),
    targetValue: figure(),
    targetText: text().notNull(),
    targetDue: text(),
    targetFy: integer(),
    targetBound: text({ enum: targetBounds }),
    /** The first year that the target counts, where that is not the first of the term. */
    targetFromFy: integer(),
    /** Only where the plan's rubric does not decide. */
    rateMethod: text({ enum: rateMethods }),
    /** The places after the point with which its computed figure is printed. */
    places: integer(),
    /** The roadmap adds the years up although the indicator counts each year by itself (移住者数). */
    roadmapCumulative: boolean().notNull().default(false),
    firstFy: integer().notNull(),
    lastFy: integer().notNull(),
    source: text(),
    /** What proposes its figures, for a person to confirm. */
    feed: text({ enum: feeds }),
    /** Why it ended before its term. */
    closedReason: text(),
    position: integer().notNull(),
  },
  (table) => [
    unique().on(table.planId, table.code),
    index().on(table.homeNodeId),
    oneOf("indicators_feed", table.feed, feeds),
    oneOf("indicators_series", table.series, seriesKinds),
    oneOf("indicators_direction", table.direction, directions),
    oneOf("indicators_value_kind", table.valueKind, valueKinds),
    oneOf("indicators_aggregation", table.aggregation, aggregations),
    oneOf("indicators_time_aggregation", table.timeAggregation, timeAggregations),
    oneOf("indicators_frequency", table.frequency, frequencies),
    check(
      "indicators_survey",
      sql`(frequency = 'every_n_years') = (coalesce(survey_interval, 0) > 1 and survey_fy is not null)`,
    ),
  ],
);

/** Indicators that a derived indicator is computed from. */
export const indicatorParts = pgTable(
  "indicator_parts",
  {
    indicatorId: uuid()
      .notNull()
      .references(() => indicators.id),
    partId: uuid()
      .notNull()
      .references((): AnyPgColumn => indicators.id),
  },
  (table) => [primaryKey({ columns: [table.indicatorId, table.partId] }), index().on(table.partId)],
);

/** Where an indicator is shown. Several rows make it shared; `isRepost` marks a 再掲. Counted once. */
export const indicatorNodes = pgTable(
  "indicator_nodes",
  {
    indicatorId: uuid()
      .notNull()
      .references(() => indicators.id),
    nodeId: uuid()
      .notNull()
      .references(() => planNodes.id),
    role: text({ enum: attachmentRoles }).notNull(),
    /** The code under which it is listed at this place. */
    code: text().notNull(),
    /** The name printed at this place. */
    name: text().notNull(),
    isRepost: boolean().notNull().default(false),
    /** What this place prints otherwise than the indicator's own. */
    printedDifferently: text(),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.indicatorId, table.nodeId] }),
    index().on(table.nodeId),
    oneOf("indicator_nodes_role", table.role, attachmentRoles),
  ],
);

export const indicatorReporters = pgTable(
  "indicator_reporters",
  {
    indicatorId: uuid()
      .notNull()
      .references(() => indicators.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
  },
  (table) => [
    primaryKey({ columns: [table.indicatorId, table.organisationId] }),
    index().on(table.organisationId),
  ],
);

/** One cell of the roadmap as printed. */
export const targets = pgTable(
  "targets",
  {
    id: id(),
    indicatorId: uuid()
      .notNull()
      .references(() => indicators.id),
    /** The year of the cell, or the last year of a span; null where the column cannot be told. */
    fy: integer(),
    /** First year of a span (R4～R6の間で9件). */
    spanFrom: integer(),
    value: figure(),
    text: text().notNull(),
    /** The yearly step printed with a cumulative cell: (+13,100). */
    increment: figure(),
    /** ※検討: the plan leaves this year's target open. */
    undecided: boolean().notNull().default(false),
    position: integer().notNull(),
  },
  (table) => [
    unique().on(table.indicatorId, table.position),
    unique().on(table.indicatorId, table.fy),
  ],
);
