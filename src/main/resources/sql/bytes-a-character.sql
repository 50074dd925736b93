-- How many bytes may a character of this charset take? (MariaDB 10.6 and MySQL 8 call utf8 utf8mb3.)
SELECT IFNULL(MAX(maxlen), 4)
FROM information_schema.character_sets
WHERE character_set_name = ? OR (? = 'utf8' AND character_set_name = 'utf8mb3')
