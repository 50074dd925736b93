-- What happened at the site of sample.sql since somebody rehearsed its migration: the diff of a second import then has every kind
-- to show: new, changed (long text, a secret, NULL to text and back, many-to-many, a generic key), same, and only in the target.
--
-- Wanted: a database that sample.sql filled; a session with SET NAMES utf8 or utf8mb4 and sql_mode=''.
-- The same rules: a statement ends in a semicolon at the end of a line, and every run gives the same rows.

-- New: an institution with its names, its contact and its server.

INSERT INTO edumanage_institution (realmid_id, type) VALUES (1, 3);

SET @institution = LAST_INSERT_ID();

INSERT INTO edumanage_name_i18n (name, lang, content_type_id, object_id)
SELECT x.name, x.lang, t.id, @institution
FROM (
  SELECT 'Ωδείο Ναυπλίου' AS name, 'el' AS lang UNION ALL SELECT 'Conservatory of Nafplio', 'en'
) x
JOIN django_content_type t ON t.app_label = 'edumanage' AND t.model = 'institution'
ORDER BY x.lang;

INSERT INTO edumanage_contact (contact_name, contact_email, contact_phone) VALUES
  ('Ζήνων Παπαδόπουλος', 'zenon@odeio.example.gr', '+30 2752012345');

SET @contact = LAST_INSERT_ID();

INSERT INTO edumanage_institutiondetails
  (institution_id, address_street, address_city, oper_name, number_user, number_id, ts) VALUES
  (@institution, 'Οδός Ερμού 7', 'Ναύπλιο', 'odeio.example.gr', 120, 140, '2015-10-05 10:20:30');

INSERT INTO edumanage_institutiondetails_contact (institutiondetails_id, contact_id) VALUES (LAST_INSERT_ID(), @contact);

INSERT INTO edumanage_instserver
  (instid_id, type, name, addr_type, host, rad_pkt_type, auth_port, acct_port, status_server, secret, proto, ts) VALUES
  (@institution, 3, 'radius1', 'any', 'radius1.odeio.example.gr', 'auth+acct', 1812, 1813, 1, LEFT(SHA1('odeio'), 24), 'radius',
   '2015-10-05 10:20:30');

-- Changed: a number and a street.

UPDATE edumanage_institutiondetails SET number_user = 4321, address_street = 'Οδός Ακαδημίας 12', ts = '2015-10-05 11:00:00'
ORDER BY id LIMIT 1;

-- Changed: NULL to text, and text to NULL.

UPDATE edumanage_instserver SET name = 'radius-main', ts = '2015-10-05 11:10:00' WHERE name IS NULL ORDER BY id LIMIT 2;

UPDATE edumanage_instserver SET acct_port = NULL, rad_pkt_type = 'auth' WHERE acct_port IS NOT NULL ORDER BY id LIMIT 1;

UPDATE edumanage_serviceloc SET enc_level = 'WPA2/AES' WHERE enc_level IS NULL ORDER BY id LIMIT 1;

UPDATE edumanage_institutiondetails SET oper_name = NULL WHERE oper_name <> '' AND institution_id <> @institution ORDER BY id DESC LIMIT 1;

-- Changed: a secret.

UPDATE edumanage_instserver SET secret = LEFT(SHA1('a better one'), 24), ts = '2015-10-05 11:20:00' WHERE instid_id <> @institution
ORDER BY id DESC LIMIT 1;

UPDATE auth_user SET password = CONCAT('sha1$c0ffe$', SHA1('a better one')), last_login = '2015-10-05 09:00:00' WHERE id = 2;

-- Changed: a long text, in several places.

UPDATE django_flatpage SET title = 'Σχετικά με το eduroam', content = CONCAT(
  REPLACE(content, 'Κείμενο με', 'Νέο κείμενο με'),
  '\r\n<p>From 1 November the helpdesk answers from 9 to 17, on working days. Outside these hours write to the address below; somebody reads it every morning.</p>')
WHERE id = 1;

-- Changed: many-to-many. One location has another contact, one group may do less.

DELETE FROM edumanage_serviceloc_contact ORDER BY id LIMIT 1;

INSERT INTO edumanage_serviceloc_contact (serviceloc_id, contact_id)
SELECT id, @contact FROM edumanage_serviceloc ORDER BY id LIMIT 1;

DELETE FROM auth_group_permissions WHERE group_id = 1 ORDER BY id DESC LIMIT 1;

-- Changed: a generic key. An address that hung on the realm hangs on the new institution's details now.

UPDATE edumanage_url_i18n u
JOIN django_content_type realm ON realm.app_label = 'edumanage' AND realm.model = 'realm'
JOIN django_content_type details ON details.app_label = 'edumanage' AND details.model = 'institutiondetails'
SET u.content_type_id = details.id, u.object_id = (SELECT MAX(id) FROM edumanage_institutiondetails)
WHERE u.content_type_id = realm.id AND u.type = 'policy' AND u.lang = 'en';

-- Only in the target: a location that was closed, with all that hung on it, and sessions that have expired.

SET @closed = (SELECT MAX(id) FROM edumanage_serviceloc);

DELETE FROM edumanage_serviceloc_contact WHERE serviceloc_id = @closed;

DELETE n FROM edumanage_name_i18n n
JOIN django_content_type t ON t.id = n.content_type_id AND t.app_label = 'edumanage' AND t.model = 'serviceloc'
WHERE n.object_id = @closed;

DELETE u FROM edumanage_url_i18n u
JOIN django_content_type t ON t.id = u.content_type_id AND t.app_label = 'edumanage' AND t.model = 'serviceloc'
WHERE u.object_id = @closed;

DELETE FROM edumanage_serviceloc WHERE id = @closed;

DELETE FROM django_session ORDER BY expire_date LIMIT 3;
