-- A role that named nobody was open to every full member where it came first in a right's row, which managers never did.
-- Now it says so: "anybody", or "nobody". All versions, as each handoff names the one it was decided by.
UPDATE "Playbook" SET "document" = jsonb_set("document", '{roles}', (
  SELECT jsonb_object_agg(name, CASE
    WHEN jsonb_array_length(coalesce(role -> 'groups', '[]')) + jsonb_array_length(coalesce(role -> 'users', '[]')) > 0 THEN role
    WHEN name = 'managers' THEN '"nobody"'
    ELSE '"anybody"'
  END)
  FROM unnest(ARRAY['sales', 'marketing', 'managers', 'operations']) AS names (name),
    LATERAL (SELECT "document" -> 'roles' -> name AS role) AS roles
));
