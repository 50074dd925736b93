-- Which keys do a database's tables have, over which columns?
SELECT table_name, index_name, non_unique, column_name
FROM information_schema.statistics
WHERE table_schema = ?
ORDER BY table_name, index_name, seq_in_index
