-- Which keys hold only the beginning of a text, or cannot be made on InnoDB as they are?
SELECT DISTINCT CONCAT(table_name, '.', index_name)
FROM information_schema.statistics
WHERE table_schema = ? AND (sub_part IS NOT NULL OR index_type NOT IN ('BTREE', 'HASH'))
