-- A figure that waits for a decision inside its organisation (proposed) is seen like a draft: by the
-- organisation alone.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['observations', 'observation_versions'] LOOP
    EXECUTE format('DROP POLICY see ON %I', name);
    EXECUTE format('CREATE POLICY see ON %I FOR SELECT TO portal_app USING ('
      'organisation_id = ANY ((SELECT portal.actor_organisations(''{viewer,editor,approver,admin}''))::uuid[])'
      ' OR (state NOT IN (''draft'', ''proposed'') AND ((SELECT portal.is_secretariat())'
      ' OR indicator_id = ANY ((SELECT portal.led_indicators(''{viewer,editor,approver,admin}''))::uuid[])))'
      '%s)', name,
      CASE name WHEN 'observation_versions'
        THEN ' OR (state = ''accepted'' AND (SELECT portal.is_member()))' ELSE '' END);
  END LOOP;
END $$;
