-- Which views, triggers, routines and events does a database hold?
SELECT 'view', table_name FROM information_schema.views WHERE table_schema = ?
UNION ALL
SELECT 'trigger', trigger_name FROM information_schema.triggers WHERE trigger_schema = ?
UNION ALL
SELECT LOWER(routine_type), routine_name FROM information_schema.routines WHERE routine_schema = ?
UNION ALL
SELECT 'event', event_name FROM information_schema.events WHERE event_schema = ?
