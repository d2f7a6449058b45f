-- Who may see and add files, and who finds what members write. A file is seen by whoever sees what it
-- stands behind; it is never changed, and one that was withdrawn keeps its name and loses its content.

-- Whose a good practice is.
CREATE FUNCTION portal.practice_organisation(practice uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT organisation_id FROM practices WHERE id = practice $$;
--> statement-breakpoint
-- A practice is its organisation's, and every member's while its newest version shares it.
CREATE FUNCTION portal.sees_practice(practice uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT portal.practice_organisation(practice)
      = ANY (portal.actor_organisations('{viewer,editor,approver,admin}'))
    OR (portal.is_member() AND 'shared' = (
      SELECT v.state FROM practice_versions v WHERE v.practice_id = practice
      ORDER BY v.version DESC LIMIT 1))
$$;
--> statement-breakpoint
-- Whose the subject of an entry is; null for the definitions, which are nobody's to change.
CREATE FUNCTION portal.searched_organisation(kind text, subject uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$
  SELECT CASE kind
    WHEN 'update' THEN (SELECT organisation_id FROM project_updates WHERE id = subject)
    WHEN 'practice' THEN (SELECT organisation_id FROM practices WHERE id = subject)
    WHEN 'attachment' THEN (SELECT organisation_id FROM attachments WHERE id = subject) END
$$;
--> statement-breakpoint
-- The entries that hold some pairs of characters. The index over the pairs cannot be used under row
-- security, for the comparison is not leakproof; so the candidates are found here, as ids that say
-- nothing, and every one of them is then read under the policies below.
CREATE FUNCTION portal.search_candidates(wanted text[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT coalesce(array_agg(id), '{}') FROM search_entries WHERE pairs @> wanted $$;
--> statement-breakpoint
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA portal FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA portal TO portal_app;
--> statement-breakpoint

ALTER TABLE attachments ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (withdrawn_at, withdrawn_reason) ON attachments TO portal_app;
--> statement-breakpoint
-- Members only, also where a figure is published: what stands behind it is not. The subquery on
-- observation_versions is itself read under row security: a file that came with a later draft stays
-- hidden from those who see only the accepted version before it.
CREATE POLICY see ON attachments FOR SELECT TO portal_app USING ((SELECT portal.is_member()) AND CASE
  WHEN observation_id IS NOT NULL THEN EXISTS (SELECT FROM observation_versions v
    WHERE v.observation_id = attachments.observation_id
      AND v.version >= attachments.observation_version)
  WHEN practice_id IS NOT NULL THEN portal.sees_practice(practice_id)
  ELSE true END);
--> statement-breakpoint
-- Files come with what they stand behind, in the same transaction and by the same person.
CREATE POLICY add ON attachments FOR INSERT TO portal_app WITH CHECK (
  created_at = now() AND NOT is_demo AND author_id = (SELECT portal.actor_id())
  AND withdrawn_at IS NULL AND size BETWEEN 1 AND 10485760
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND CASE
    WHEN update_id IS NOT NULL THEN EXISTS (SELECT FROM project_updates u
      WHERE u.id = update_id AND u.organisation_id = attachments.organisation_id
        AND u.author_id = attachments.author_id AND u.created_at = now())
    WHEN milestone_version_id IS NOT NULL THEN EXISTS (SELECT FROM milestone_versions v
      WHERE v.id = milestone_version_id AND v.step <> 'save'
        AND v.author_organisation_id = attachments.organisation_id
        AND v.author_id = attachments.author_id AND v.created_at = now())
    WHEN observation_id IS NOT NULL THEN EXISTS (SELECT FROM observation_versions v
      WHERE v.observation_id = attachments.observation_id
        AND v.version = attachments.observation_version
        AND v.organisation_id = attachments.organisation_id AND v.state IN ('draft', 'submitted')
        AND v.author_id = attachments.author_id AND v.created_at = now())
    ELSE portal.practice_organisation(practice_id) = organisation_id END);
--> statement-breakpoint
-- What an accepted figure rests on stays.
CREATE POLICY withdraw ON attachments FOR UPDATE TO portal_app
USING (withdrawn_at IS NULL
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND NOT EXISTS (SELECT FROM observation_versions v
    WHERE v.observation_id = attachments.observation_id
      AND v.version >= attachments.observation_version AND v.state = 'accepted'))
WITH CHECK (withdrawn_at = now() AND withdrawn_reason <> '');
--> statement-breakpoint

ALTER TABLE attachment_contents ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON attachment_contents TO portal_app;
--> statement-breakpoint
CREATE POLICY see ON attachment_contents FOR SELECT TO portal_app USING (
  EXISTS (SELECT FROM attachments a WHERE a.id = attachment_id AND a.withdrawn_at IS NULL));
--> statement-breakpoint
CREATE POLICY add ON attachment_contents FOR INSERT TO portal_app WITH CHECK (
  EXISTS (SELECT FROM attachments a WHERE a.id = attachment_id AND a.created_at = now()
    AND a.author_id = (SELECT portal.actor_id())
    AND a.size = octet_length(content) AND a.sha256 = encode(sha256(content), 'hex')));
--> statement-breakpoint

GRANT INSERT, UPDATE, DELETE ON search_entries TO portal_app;
--> statement-breakpoint
DROP POLICY read_all ON search_entries;
--> statement-breakpoint
CREATE POLICY find ON search_entries FOR SELECT TO portal_app USING (CASE kind
  WHEN 'update' THEN (SELECT portal.is_member())
  WHEN 'practice' THEN portal.sees_practice(subject_id)
  WHEN 'attachment' THEN EXISTS (SELECT FROM attachments a
    WHERE a.id = subject_id AND a.withdrawn_at IS NULL)
  ELSE true END);
--> statement-breakpoint
CREATE POLICY add ON search_entries FOR INSERT TO portal_app WITH CHECK (
  code = subject_id::text AND portal.searched_organisation(kind, subject_id)
    = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[]));
--> statement-breakpoint
CREATE POLICY supersede ON search_entries FOR DELETE TO portal_app USING (
  portal.searched_organisation(kind, subject_id)
    = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[]));
--> statement-breakpoint
-- The entries of a definition are written anew by whoever makes a version of the plan.
CREATE POLICY define ON search_entries FOR INSERT TO portal_app WITH CHECK (
  kind IN ('goal', 'policy', 'project', 'strategy', 'indicator') AND subject_id IS NULL
  AND portal.keeps_plan(plan_id));
--> statement-breakpoint
CREATE POLICY redefine ON search_entries FOR DELETE TO portal_app USING (
  kind IN ('goal', 'policy', 'project', 'strategy', 'indicator') AND portal.keeps_plan(plan_id));
--> statement-breakpoint
CREATE POLICY define_again ON search_entries FOR UPDATE TO portal_app
USING (kind IN ('goal', 'policy', 'project', 'strategy', 'indicator') AND portal.keeps_plan(plan_id))
WITH CHECK (kind IN ('goal', 'policy', 'project', 'strategy', 'indicator') AND subject_id IS NULL
  AND portal.keeps_plan(plan_id));
