-- What can be found is what the definitions say: public, and not the web process's to change.
ALTER TABLE search_entries ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT ON search_entries TO portal_app;
--> statement-breakpoint
CREATE POLICY read_all ON search_entries FOR SELECT TO portal_app USING (true);
