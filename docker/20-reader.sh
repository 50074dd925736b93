# The account that the console reads the sample with: just what a crossing needs. The image's entrypoint sources this file and has
# docker_process_sql from there; the password has no quotes in it (see .env.example).
docker_process_sql <<SQL
CREATE USER 'reader'@'%' IDENTIFIED BY '${SOURCE_PASSWORD}';
GRANT SELECT, LOCK TABLES ON \`eduroam\_08\`.* TO 'reader'@'%';
SQL
