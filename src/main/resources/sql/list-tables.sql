-- Which tables does a database hold, on what engine, in what collation, how large?
SELECT table_name, engine, table_collation, data_length, auto_increment
FROM information_schema.tables
WHERE table_schema = ? AND table_type = 'BASE TABLE'
ORDER BY table_name
