-- How the figures stand that a round asks for, for those who keep its plan: what is said when it is
-- closed, and asked before it is published, does not depend on whose figures they may see. Drafts and
-- proposals are not there, and leave in place what was accepted. No row for anybody else.
CREATE FUNCTION portal.round_counts(round uuid)
RETURNS TABLE (asked integer, accepted integer, submitted integer, returned integer, "none" integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT count(answer)::int, count(*) FILTER (WHERE answer = 'accepted')::int,
    count(*) FILTER (WHERE answer = 'submitted')::int,
    count(*) FILTER (WHERE answer = 'returned')::int,
    count(*) FILTER (WHERE answer = 'none')::int
  FROM reporting_rounds r LEFT JOIN LATERAL (
    SELECT CASE WHEN o.state IN ('accepted', 'submitted', 'returned') THEN o.state
      WHEN EXISTS (SELECT FROM observation_versions v
        WHERE v.observation_id = o.id AND v.state = 'accepted') THEN 'accepted'
      ELSE 'none' END AS answer
    FROM round_questions q LEFT JOIN observations o ON o.indicator_id = q.indicator_id
      AND o.organisation_id = q.organisation_id AND o.period = q.period AND o.fy = r.fy
    WHERE q.round_id = r.id) answers ON true
  WHERE r.id = round AND r.plan_id = ANY (portal.owned_plans('{viewer,editor,approver,admin}'))
  GROUP BY r.id
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.round_counts(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.round_counts(uuid) TO portal_app;
