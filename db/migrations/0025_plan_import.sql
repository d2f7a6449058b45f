-- A plan that comes by a file: a draft of one's own, drawn again as long as it is one, and its past
-- figures.
CREATE POLICY bring ON plans FOR INSERT TO portal_app WITH CHECK (
  is_draft AND continues_id IS NULL
  AND owner_id = ANY ((SELECT portal.actor_organisations('{approver,admin}'))::uuid[]));
--> statement-breakpoint
GRANT UPDATE (name, nickname, first_fy, last_fy, level_names, definition_version) ON plans TO portal_app;
--> statement-breakpoint
CREATE POLICY draw_again ON plans FOR UPDATE TO portal_app
USING (is_draft AND owner_id = ANY ((SELECT portal.actor_organisations('{approver,admin}'))::uuid[]))
WITH CHECK (is_draft AND owner_id = ANY ((SELECT portal.actor_organisations('{approver,admin}'))::uuid[]));
--> statement-breakpoint
CREATE POLICY draw_again ON plan_versions FOR INSERT TO portal_app WITH CHECK (
  kind = 'original' AND version > 1 AND created_at = now() AND author_id = (SELECT portal.actor_id())
  AND author_organisation_id = ANY ((SELECT portal.actor_organisations('{approver,admin}'))::uuid[])
  AND plan_id = ANY ((SELECT portal.owned_plans('{approver,admin}'))::uuid[])
  AND EXISTS (SELECT FROM plans p WHERE p.id = plan_versions.plan_id AND p.is_draft));
--> statement-breakpoint

-- As before, and: a draft has been graded by nothing that anybody decided, so that its first decision
-- may begin with any year; what is drawn again follows what was drawn before.
CREATE OR REPLACE FUNCTION portal.check_plan_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE before plan_versions;
BEGIN
  -- The first one of a plan follows none.
  IF NEW.author_id IS NULL OR (NEW.kind = 'original' AND NEW.version = 1) THEN RETURN NEW; END IF;
  SELECT * INTO before FROM plan_versions v
  WHERE v.plan_id = NEW.plan_id AND v.version = NEW.version - 1;
  IF NOT FOUND OR (NEW.kind <> 'original'
      AND (NEW.first_fy < before.first_fy OR NEW.effective_on < before.effective_on)) THEN
    RAISE EXCEPTION 'a version follows the one before it' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.kind = 'edit' THEN
    PERFORM portal.check_plan_edit(NEW, before);
    RETURN NEW;
  END IF;
  IF NEW.kind = 'revision' AND NOT EXISTS (SELECT FROM plan_revisions r WHERE r.id = NEW.revision_id
      AND r.plan_id = NEW.plan_id AND r.state = 'adopted') THEN
    RAISE EXCEPTION 'a revision is adopted first' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT (SELECT p.is_draft FROM plans p WHERE p.id = NEW.plan_id)
     AND EXISTS (SELECT FROM observations o JOIN indicators i ON i.id = o.indicator_id
      JOIN observation_versions v ON v.observation_id = o.id AND v.state = 'accepted'
      WHERE i.plan_id = NEW.plan_id AND o.fy >= NEW.first_fy) THEN
    RAISE EXCEPTION 'a graded year stays graded as it was' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT FROM jsonb_array_elements((before.content -> 'nodes') || (before.content -> 'indicators')) o
    WHERE NOT EXISTS (
      SELECT FROM jsonb_array_elements((NEW.content -> 'nodes') || (NEW.content -> 'indicators')) n
      WHERE n ->> 'id' = o ->> 'id' AND n ->> 'code' = o ->> 'code')) THEN
    RAISE EXCEPTION 'what is in a plan is closed, never deleted' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint

-- Writes past figures that were read of a file, rows from `first_row` to `last_row`, as accepted
-- versions without an author: what is loaded with a plan is nobody's act. Who decides in the plan's
-- organisation may, while the plan is a draft; the figures of others only the council brings in.
-- Answers how many were written, and how many were passed over because somebody is reporting them;
-- the rest stood there already.
--
-- A hundred thousand rows come into tables of which no statistics are known yet. So nothing here is
-- found by a join whose order could be guessed wrongly: codes by their unique keys, and what was begun
-- by an id that follows from its row.
CREATE FUNCTION portal.import_figures(bringing uuid, plan uuid, first_row integer, last_row integer,
  OUT written integer, OUT passed integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
DECLARE
  owner organisations;
  actor text := current_setting('portal.actor_id', true);
  given integer;
  changed integer;
BEGIN
  SELECT o.* INTO owner FROM imports i
  JOIN plans p ON p.id = plan AND p.owner_id = i.organisation_id AND p.is_draft
  JOIN organisations o ON o.id = i.organisation_id
  WHERE i.id = bringing AND i.kind = 'plan' AND i.state = 'applying'
    AND i.organisation_id = ANY (portal.actor_organisations('{approver,admin}'));
  IF NOT FOUND THEN
    RAISE EXCEPTION 'past figures come with a draft of one''s own' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (
    SELECT FROM (SELECT DISTINCT f.indicator, f.organisation FROM import_figures f
      WHERE f.import_id = bringing AND f.row BETWEEN first_row AND last_row) pair
    WHERE (pair.organisation <> owner.slug AND owner.kind <> 'council')
      OR NOT EXISTS (SELECT FROM indicator_reporters r
        WHERE r.indicator_id = (SELECT x.id FROM indicators x
            WHERE x.plan_id = plan AND x.code = pair.indicator)
          AND r.organisation_id = (SELECT o.id FROM organisations o WHERE o.slug = pair.organisation)))
  THEN
    RAISE EXCEPTION 'a figure is one of the plan, of who reports it' USING ERRCODE = 'check_violation';
  END IF;

  SELECT count(*) INTO given FROM import_figures f
  WHERE f.import_id = bringing AND f.row BETWEEN first_row AND last_row;
  PERFORM set_config('portal.actor_id', '', true);
  INSERT INTO observations (id, indicator_id, organisation_id, fy, period, version, state)
  SELECT md5(bringing::text || f.row)::uuid,
    (SELECT x.id FROM indicators x WHERE x.plan_id = plan AND x.code = f.indicator),
    (SELECT o.id FROM organisations o WHERE o.slug = f.organisation), f.fy, f.period, 1, 'accepted'
  FROM import_figures f
  WHERE f.import_id = bringing AND f.row BETWEEN first_row AND last_row
  ON CONFLICT ON CONSTRAINT observations_one_answer DO NOTHING;
  GET DIAGNOSTICS written = ROW_COUNT;
  INSERT INTO observation_versions (observation_id, indicator_id, organisation_id, fy, period, version,
    state, quality, value, numerator, denominator, words, reached, note, import_id,
    author_organisation_id)
  SELECT head.id, head.indicator_id, head.organisation_id, head.fy, head.period, 1, 'accepted',
    f.quality, f.value, f.numerator, f.denominator, f.words, f.reached, f.note, bringing, owner.id
  FROM import_figures f JOIN observations head ON head.id = md5(bringing::text || f.row)::uuid
  WHERE f.import_id = bringing AND f.row BETWEEN first_row AND last_row;

  -- What stood there before, when a draft is brought in again.
  passed := 0;
  IF written < given THEN
    WITH standing AS MATERIALIZED (
      SELECT head.id, head.indicator_id, head.organisation_id, head.version + 1 AS next, head.state,
        f.fy, f.period, f.quality, f.value, f.numerator, f.denominator, f.words, f.reached, f.note,
        (v.quality, v.value, v.numerator, v.denominator, v.words, v.reached, v.note)
          IS DISTINCT FROM
          (f.quality, f.value, f.numerator, f.denominator, f.words, f.reached, f.note) AS is_other
      FROM import_figures f
      JOIN indicators x ON x.plan_id = plan AND x.code = f.indicator
      JOIN organisations o ON o.slug = f.organisation
      JOIN observations head ON head.indicator_id = x.id AND head.organisation_id = o.id
        AND head.fy = f.fy AND head.period = f.period
      JOIN observation_versions v ON v.observation_id = head.id AND v.version = head.version
      WHERE f.import_id = bringing AND f.row BETWEEN first_row AND last_row
        AND head.id <> md5(bringing::text || f.row)::uuid
    ), fresh AS MATERIALIZED (
      SELECT * FROM standing WHERE state = 'accepted' AND is_other
    ), moved AS (
      UPDATE observations head SET version = f.next, updated_at = now()
      FROM fresh f WHERE head.id = f.id
    ), added AS (
      INSERT INTO observation_versions (observation_id, indicator_id, organisation_id, fy, period,
        version, state, quality, value, numerator, denominator, words, reached, note, import_id,
        author_organisation_id)
      SELECT id, indicator_id, organisation_id, fy, period, next, 'accepted', quality, value,
        numerator, denominator, words, reached, note, bringing, owner.id
      FROM fresh RETURNING version
    )
    SELECT (SELECT count(*) FROM added), (SELECT count(*) FROM standing WHERE state <> 'accepted')
    INTO changed, passed;
    written := written + changed;
  END IF;
  PERFORM set_config('portal.actor_id', actor, true);
END
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION portal.import_figures(uuid, uuid, integer, integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION portal.import_figures(uuid, uuid, integer, integer) TO portal_app;
