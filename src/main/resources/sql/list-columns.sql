-- Which columns do a database's tables have, of what type, charset and default?
SELECT table_name, column_name, column_type, is_nullable, column_default, extra, character_set_name, collation_name
FROM information_schema.columns
WHERE table_schema = ?
ORDER BY table_name, ordinal_position
