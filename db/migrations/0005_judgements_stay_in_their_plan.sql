-- A judgement names the plan whose indicator or node it is about; in another plan's name it would be
-- left out of the roll-up of the one and frozen into the editions of the other.
CREATE POLICY in_its_plan ON assessments AS RESTRICTIVE FOR INSERT TO portal_app WITH CHECK (
  EXISTS (SELECT FROM indicators i
    WHERE i.id = assessments.indicator_id AND i.plan_id = assessments.plan_id)
  OR EXISTS (SELECT FROM plan_nodes n
    WHERE n.id = assessments.node_id AND n.plan_id = assessments.plan_id));
