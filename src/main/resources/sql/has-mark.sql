-- How many of the mark's columns does a table have?
SELECT COUNT(*)
FROM information_schema.columns
WHERE table_schema = ? AND table_name = ? AND column_name IN ('id', 'source', 'profile', 'step', 'key', 'time')
