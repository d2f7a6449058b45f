-- What a round asks for stays asked, also of an organisation that a revision lets report no more
-- meanwhile: for the year of the round it still answers.
ALTER POLICY begin_own ON observations WITH CHECK (
  version = 1 AND state IN ('draft', 'proposed', 'submitted')
  AND organisation_id = ANY ((SELECT portal.actor_organisations('{editor,approver,admin}'))::uuid[])
  AND (EXISTS (SELECT FROM indicator_reporters r
      WHERE r.indicator_id = observations.indicator_id
        AND r.organisation_id = observations.organisation_id)
    OR portal.rounds_asking(indicator_id, organisation_id, fy, period) <> '{}'));
