-- In which collation are a database's new tables made?
SELECT default_collation_name FROM information_schema.schemata WHERE schema_name = ?
