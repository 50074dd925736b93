-- A DjNRO 0.8 database to practise on, made inside the server.
--
-- Parameters, set in the session before the first statement:
--   @institutions  how many institutions, 1 to 99999; each brings about 40 Django objects
--   @seed          any number; the same two parameters give the same rows, on every server
-- Wanted: a database with the 0.8 schema and the rows that syncdb and South put there (content types, permissions,
-- the site), otherwise empty; a session with SET NAMES utf8 or utf8mb4 and sql_mode=''.
--
-- Rules of this file
--   A statement ends in a semicolon at the end of a line, and nowhere else does a line end in one.
--   Chance is CRC32(MD5('seed/purpose/id')) and time is counted back from one fixed moment: RAND() and NOW() would give
--   other rows at every run.
--   An id is computed, or counted by one ordered INSERT a table: InnoDB leaves gaps between two INSERT ... SELECT.
--   Servers, realms and locations have gaps in their ids, as a database has that people worked in.
--   Every reference points at a row. Content types and permissions are looked up by name, their ids differ by site.
--   It speaks MySQL 5.5 and MariaDB 11: no window functions, no recursive queries, no counting in user variables.

DROP TABLE IF EXISTS sample_digit, sample_word, sample_city, sample_institution;

-- Helper tables; the last statement of this file drops them.

CREATE TABLE sample_digit (n INT NOT NULL PRIMARY KEY) ENGINE=MyISAM;

INSERT INTO sample_digit VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9);

CREATE TABLE sample_word (
  list VARCHAR(10) NOT NULL, n INT NOT NULL, el VARCHAR(40) NOT NULL, en VARCHAR(40) NOT NULL, PRIMARY KEY (list, n)
) ENGINE=MyISAM DEFAULT CHARSET=utf8 COLLATE=utf8_unicode_ci;

INSERT INTO sample_word VALUES
  ('kind', 0, 'Πανεπιστήμιο', 'University'), ('kind', 1, 'ΤΕΙ', 'TEI'),
  ('kind', 2, 'Ερευνητικό Κέντρο', 'Research Centre'), ('kind', 3, 'Ινστιτούτο', 'Institute'),
  ('first', 0, 'Μαρία', 'Maria'), ('first', 1, 'Γιώργος', 'Giorgos'), ('first', 2, 'Ελένη', 'Eleni'),
  ('first', 3, 'Νίκος', 'Nikos'), ('first', 4, 'Κατερίνα', 'Katerina'), ('first', 5, 'Δημήτρης', 'Dimitris'),
  ('first', 6, 'Ζήνων', 'Zenon'), ('first', 7, 'Ευαγγελία', 'Evangelia'),
  ('last', 0, 'Παπαδόπουλος', 'Papadopoulos'), ('last', 1, 'Οικονόμου', 'Oikonomou'),
  ('last', 2, 'Νικολάου', 'Nikolaou'), ('last', 3, 'Γεωργίου', 'Georgiou'),
  ('last', 4, 'Χατζηδάκης', 'Chatzidakis'), ('last', 5, 'Δημητρίου', 'Dimitriou'),
  ('place', 0, 'Βιβλιοθήκη', 'Library'), ('place', 1, 'Αμφιθέατρο', 'Auditorium'),
  ('place', 2, 'Κτίριο Διοίκησης', 'Administration'), ('place', 3, 'Εστία', 'Dormitory'),
  ('place', 4, 'Εργαστήρια', 'Laboratories');

CREATE TABLE sample_city (
  n INT NOT NULL PRIMARY KEY, el VARCHAR(40) NOT NULL, en VARCHAR(40) NOT NULL,
  latitude DECIMAL(12,8) NOT NULL, longitude DECIMAL(12,8) NOT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8 COLLATE=utf8_unicode_ci;

INSERT INTO sample_city VALUES
  (0, 'Αθήνα', 'Athens', 37.9838, 23.7275), (1, 'Θεσσαλονίκη', 'Thessaloniki', 40.6401, 22.9444),
  (2, 'Πάτρα', 'Patras', 38.2466, 21.7346), (3, 'Ηράκλειο', 'Heraklion', 35.3387, 25.1442),
  (4, 'Ιωάννινα', 'Ioannina', 39.6650, 20.8537), (5, 'Βόλος', 'Volos', 39.3622, 22.9420),
  (6, 'Κομοτηνή', 'Komotini', 41.1224, 25.4066), (7, 'Ρέθυμνο', 'Rethymno', 35.3644, 24.4822);

-- One row an institution: what its other rows agree on. type 1 has users, 2 has locations, 3 has both.
CREATE TABLE sample_institution (
  id INT NOT NULL PRIMARY KEY, type INT NOT NULL, city INT NOT NULL, kind INT NOT NULL, domain VARCHAR(40) NOT NULL,
  servers INT NOT NULL, realms INT NOT NULL, locations INT NOT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8 COLLATE=utf8_unicode_ci;

INSERT INTO sample_institution (id, type, city, kind, domain, servers, realms, locations)
SELECT i.id,
  ELT(1 + CRC32(MD5(CONCAT_WS('/', @seed, 'type', i.id))) % 5, 1, 2, 3, 3, 3),
  CRC32(MD5(CONCAT_WS('/', @seed, 'city', i.id))) % 8,
  CRC32(MD5(CONCAT_WS('/', @seed, 'kind', i.id))) % 4,
  CONCAT(ELT(1 + CRC32(MD5(CONCAT_WS('/', @seed, 'kind', i.id))) % 4, 'uni', 'tei', 'rc', 'inst'), i.id, '.example.gr'),
  1 + CRC32(MD5(CONCAT_WS('/', @seed, 'servers', i.id))) % 3,
  IF(CRC32(MD5(CONCAT_WS('/', @seed, 'realms', i.id))) % 100 < 70, 1, 2),
  1 + CRC32(MD5(CONCAT_WS('/', @seed, 'locations', i.id))) % 8
FROM (
  SELECT 1 + a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n AS id
  FROM sample_digit a CROSS JOIN sample_digit b CROSS JOIN sample_digit c CROSS JOIN sample_digit d CROSS JOIN sample_digit e
) i
WHERE i.id <= @institutions;

UPDATE sample_institution SET realms = 0 WHERE type = 2;

UPDATE sample_institution SET locations = 0 WHERE type = 1;

-- The country: one realm, with the first contact.

INSERT INTO edumanage_realm (id, country, stype, address_street, address_city, ts) VALUES
  (1, 'gr', 0, 'Λεωφ. Μεσογείων 56', 'Αθήνα', '2014-10-10 22:59:59');

INSERT INTO edumanage_realmdata
  (id, realmid_id, number_inst, number_user, number_id, number_IdP, number_SP, number_IdPSP, ts)
SELECT 1, 1, @institutions, @institutions * 900, @institutions * 1000,
  SUM(type = 1), SUM(type = 2), SUM(type = 3), '2015-09-28 03:12:24'
FROM sample_institution;

UPDATE django_site SET domain = 'eduroam.example.gr', name = 'eduroam | gr' WHERE id = 1;

-- Contact 1 belongs to the realm; institution i has contacts 3i-1, 3i and 3i+1.
INSERT INTO edumanage_contact (id, contact_name, contact_email, contact_phone)
SELECT c.id,
  IF(CRC32(MD5(CONCAT_WS('/', @seed, 'contact greek', c.id))) % 2, CONCAT(f.el, ' ', l.el), CONCAT(f.en, ' ', l.en)),
  CONCAT(LOWER(f.en), '.', LOWER(l.en), '@', c.domain),
  CONCAT('+30 2', LPAD(CRC32(MD5(CONCAT_WS('/', @seed, 'contact phone', c.id))) % 1000000000, 9, '0'))
FROM (
  SELECT 1 AS id, 'eduroam.example.gr' AS domain
  UNION ALL
  SELECT 3 * i.id - 1 + d.n, i.domain FROM sample_institution i JOIN sample_digit d ON d.n < 3
) c
JOIN sample_word f ON f.list = 'first' AND f.n = CRC32(MD5(CONCAT_WS('/', @seed, 'contact first', c.id))) % 8
JOIN sample_word l ON l.list = 'last' AND l.n = CRC32(MD5(CONCAT_WS('/', @seed, 'contact last', c.id))) % 6
ORDER BY c.id;

INSERT INTO edumanage_realm_contact (id, realm_id, contact_id) VALUES (1, 1, 1);

-- Institutions.

INSERT INTO edumanage_institution (id, realmid_id, type)
SELECT id, 1, type FROM sample_institution ORDER BY id;

INSERT INTO edumanage_institutioncontactpool (contact_id, institution_id)
SELECT 3 * i.id - 1 + d.n, i.id FROM sample_institution i JOIN sample_digit d ON d.n < 2 ORDER BY i.id, d.n;

-- oper_name is given, empty or NULL.
INSERT INTO edumanage_institutiondetails
  (id, institution_id, address_street, address_city, oper_name, number_user, number_id, ts)
SELECT i.id, i.id,
  CONCAT(ELT(1 + CRC32(MD5(CONCAT_WS('/', @seed, 'street', i.id))) % 5, 'Λεωφ. Κηφισίας', 'Οδός Ερμού', 'Λεωφ. Μεσογείων',
    'Πανεπιστημιούπολη', 'Οδός Ακαδημίας'), ' ', 1 + CRC32(MD5(CONCAT_WS('/', @seed, 'house', i.id))) % 199),
  c.el,
  CASE WHEN CRC32(MD5(CONCAT_WS('/', @seed, 'operator', i.id))) % 100 < 70 THEN i.domain
    WHEN CRC32(MD5(CONCAT_WS('/', @seed, 'operator', i.id))) % 100 < 85 THEN '' END,
  IF(CRC32(MD5(CONCAT_WS('/', @seed, 'users?', i.id))) % 10 < 9,
    50 + CRC32(MD5(CONCAT_WS('/', @seed, 'users', i.id))) % 39950, NULL),
  IF(CRC32(MD5(CONCAT_WS('/', @seed, 'ids?', i.id))) % 10 < 9,
    50 + CRC32(MD5(CONCAT_WS('/', @seed, 'ids', i.id))) % 39950, NULL),
  '2015-09-28 03:12:24' - INTERVAL CRC32(MD5(CONCAT_WS('/', @seed, 'details ts', i.id))) % 77760000 SECOND
FROM sample_institution i JOIN sample_city c ON c.n = i.city
ORDER BY i.id;

INSERT INTO edumanage_institutiondetails_contact (institutiondetails_id, contact_id)
SELECT i.id, 3 * i.id - 1 + d.n
FROM sample_institution i JOIN sample_digit d ON d.n <= CRC32(MD5(CONCAT_WS('/', @seed, 'details contacts', i.id))) % 2
ORDER BY i.id, d.n;

-- Radius servers: 3i-2, 3i-1 and 3i are kept for institution i, one to three of them are taken.

INSERT INTO edumanage_instserver
  (id, instid_id, type, name, addr_type, host, rad_pkt_type, auth_port, acct_port, status_server, secret, proto, ts)
SELECT s.id, s.institution, s.type,
  IF(CRC32(MD5(CONCAT_WS('/', @seed, 'server name', s.id))) % 10 < 6, CONCAT('radius', s.n), NULL),
  ELT(1 + CRC32(MD5(CONCAT_WS('/', @seed, 'server address', s.id))) % 2, 'any', 'ipv4'),
  IF(CRC32(MD5(CONCAT_WS('/', @seed, 'server host', s.id))) % 2,
    CONCAT('192.0.2.', 1 + s.id % 254), CONCAT('radius', s.n, '.', s.domain)),
  ELT(1 + CRC32(MD5(CONCAT_WS('/', @seed, 'server packets', s.id))) % 4, 'auth', 'acct', 'auth+acct', 'auth+acct'),
  IF(CRC32(MD5(CONCAT_WS('/', @seed, 'server auth', s.id))) % 10 < 9, 1812, NULL),
  IF(CRC32(MD5(CONCAT_WS('/', @seed, 'server acct', s.id))) % 10 < 9, 1813, NULL),
  CRC32(MD5(CONCAT_WS('/', @seed, 'server status', s.id))) % 10 < 4,
  LEFT(SHA1(CONCAT_WS('/', @seed, 'server secret', s.id)), 24),
  'radius',
  '2015-09-28 03:12:24' - INTERVAL CRC32(MD5(CONCAT_WS('/', @seed, 'server ts', s.id))) % 77760000 SECOND
FROM (
  SELECT 3 * i.id - 2 + d.n AS id, d.n, i.id AS institution, i.type, i.domain
  FROM sample_institution i JOIN sample_digit d ON d.n < i.servers
) s
ORDER BY s.id;

-- Realms: 2i-1 and 2i are kept for institution i. The rows of a monitored realm carry its id.

INSERT INTO edumanage_instrealm (id, realm, instid_id)
SELECT 2 * i.id - 1 + d.n, CONCAT(IF(d.n = 0, '', 'staff.'), i.domain), i.id
FROM sample_institution i JOIN sample_digit d ON d.n < i.realms
ORDER BY i.id, d.n;

INSERT INTO edumanage_instrealm_proxyto (instrealm_id, instserver_id)
SELECT r.id, s.id FROM edumanage_instrealm r JOIN edumanage_instserver s ON s.instid_id = r.instid_id ORDER BY r.id, s.id;

INSERT INTO edumanage_instrealmmon (id, realm_id, mon_type)
SELECT id, id, 'localauthn' FROM edumanage_instrealm
WHERE CRC32(MD5(CONCAT_WS('/', @seed, 'monitored', id))) % 2
ORDER BY id;

INSERT INTO edumanage_monlocalauthnparam (id, instrealmmonid_id, eap_method, phase2, username, pass)
SELECT m.id, m.id,
  ELT(1 + CRC32(MD5(CONCAT_WS('/', @seed, 'eap', m.id))) % 2, 'PEAP', 'TTLS'),
  ELT(1 + CRC32(MD5(CONCAT_WS('/', @seed, 'phase2', m.id))) % 3, 'PAP', 'CHAP', 'MS-CHAPv2'),
  CONCAT('monitor@', LEFT(i.domain, 27)),
  LEFT(SHA1(CONCAT_WS('/', @seed, 'monitor pass', m.id)), 16)
FROM edumanage_instrealmmon m
JOIN edumanage_instrealm r ON r.id = m.realm_id
JOIN sample_institution i ON i.id = r.instid_id
ORDER BY m.id;

INSERT INTO edumanage_monproxybackclient (id, instrealmmonid_id, name, host, status_server, secret, proto, ts)
SELECT id, id,
  IF(CRC32(MD5(CONCAT_WS('/', @seed, 'client name', id))) % 10 < 3, CONCAT('μόνιτορ ', id), NULL),
  CONCAT('198.51.100.', 1 + id % 254),
  CRC32(MD5(CONCAT_WS('/', @seed, 'client status', id))) % 10 < 2,
  LEFT(SHA1(CONCAT_WS('/', @seed, 'client secret', id)), 24),
  'radius',
  '2015-09-28 03:12:24' - INTERVAL CRC32(MD5(CONCAT_WS('/', @seed, 'client ts', id))) % 77760000 SECOND
FROM edumanage_instrealmmon
WHERE CRC32(MD5(CONCAT_WS('/', @seed, 'client', id))) % 10 < 6
ORDER BY id;

-- Locations: 8i-7 to 8i are kept for institution i. enc_level is a list, empty or NULL.

INSERT INTO edumanage_serviceloc
  (id, institutionid_id, longitude, latitude, address_street, address_city, SSID, enc_level, port_restrict,
   transp_proxy, IPv6, NAT, AP_no, wired, ts)
SELECT s.id, s.institution,
  c.longitude + (CRC32(MD5(CONCAT_WS('/', @seed, 'longitude', s.id))) % 10000001 - 5000000.0) / 100000000.0,
  c.latitude + (CRC32(MD5(CONCAT_WS('/', @seed, 'latitude', s.id))) % 10000001 - 5000000.0) / 100000000.0,
  CONCAT(ELT(1 + CRC32(MD5(CONCAT_WS('/', @seed, 'location street', s.id))) % 5, 'Λεωφ. Κηφισίας', 'Οδός Ερμού',
    'Λεωφ. Μεσογείων', 'Πανεπιστημιούπολη', 'Οδός Ακαδημίας'), ' ',
    1 + CRC32(MD5(CONCAT_WS('/', @seed, 'location house', s.id))) % 199),
  c.el,
  ELT(1 + CRC32(MD5(CONCAT_WS('/', @seed, 'ssid', s.id))) % 3, 'eduroam', 'eduroam', 'eduroam-5G'),
  IF(CRC32(MD5(CONCAT_WS('/', @seed, 'enc?', s.id))) % 100 < 95, CONCAT_WS(',',
    IF(CRC32(MD5(CONCAT_WS('/', @seed, 'enc 1', s.id))) % 2, 'WPA/TKIP', NULL),
    IF(CRC32(MD5(CONCAT_WS('/', @seed, 'enc 2', s.id))) % 2, 'WPA/AES', NULL),
    IF(CRC32(MD5(CONCAT_WS('/', @seed, 'enc 3', s.id))) % 2, 'WPA2/TKIP', NULL),
    IF(CRC32(MD5(CONCAT_WS('/', @seed, 'enc 4', s.id))) % 2, 'WPA2/AES', NULL)), NULL),
  CRC32(MD5(CONCAT_WS('/', @seed, 'port_restrict', s.id))) % 10 < 3,
  CRC32(MD5(CONCAT_WS('/', @seed, 'transp_proxy', s.id))) % 10 < 1,
  CRC32(MD5(CONCAT_WS('/', @seed, 'IPv6', s.id))) % 10 < 4,
  CRC32(MD5(CONCAT_WS('/', @seed, 'NAT', s.id))) % 10 < 4,
  1 + CRC32(MD5(CONCAT_WS('/', @seed, 'AP_no', s.id))) % 59,
  CRC32(MD5(CONCAT_WS('/', @seed, 'wired', s.id))) % 10 < 2,
  '2015-09-28 03:12:24' - INTERVAL CRC32(MD5(CONCAT_WS('/', @seed, 'location ts', s.id))) % 77760000 SECOND
FROM (
  SELECT 8 * i.id - 7 + d.n AS id, i.id AS institution, i.city
  FROM sample_institution i JOIN sample_digit d ON d.n < i.locations
) s
JOIN sample_city c ON c.n = s.city
ORDER BY s.id;

INSERT INTO edumanage_serviceloc_contact (serviceloc_id, contact_id)
SELECT s.id, 3 * s.institutionid_id - 1 + d.n
FROM edumanage_serviceloc s JOIN sample_digit d ON d.n < CRC32(MD5(CONCAT_WS('/', @seed, 'location contacts', s.id))) % 3
ORDER BY s.id, d.n;

-- A word in a derived table has the collation of the session; the content types have theirs: hence CONVERT ... COLLATE.

-- Names and addresses of realm, institutions, details and locations, hung on by content type and id.

INSERT INTO edumanage_name_i18n (name, lang, content_type_id, object_id)
SELECT LEFT(x.name, 80), x.lang, t.id, x.object
FROM (
  SELECT 'realm' AS model, 1 AS object, 'el' AS lang, 'ΕΔΥΤΕ Α.Ε.' AS name
  UNION ALL
  SELECT 'realm', 1, 'en', 'GRNET S.A.'
  UNION ALL
  SELECT 'institution', i.id, 'el', CONCAT(k.el, ' ', c.el, ' ', i.id)
  FROM sample_institution i JOIN sample_word k ON k.list = 'kind' AND k.n = i.kind JOIN sample_city c ON c.n = i.city
  UNION ALL
  SELECT 'institution', i.id, 'en', CONCAT(k.en, ' of ', c.en, ' ', i.id)
  FROM sample_institution i JOIN sample_word k ON k.list = 'kind' AND k.n = i.kind JOIN sample_city c ON c.n = i.city
  UNION ALL
  SELECT 'serviceloc', s.id, 'el', CONCAT(p.el, ', ', c.el)
  FROM edumanage_serviceloc s
  JOIN sample_institution i ON i.id = s.institutionid_id JOIN sample_city c ON c.n = i.city
  JOIN sample_word p ON p.list = 'place' AND p.n = CRC32(MD5(CONCAT_WS('/', @seed, 'place', s.id))) % 5
  UNION ALL
  SELECT 'serviceloc', s.id, 'en', CONCAT(p.en, ', ', c.en)
  FROM edumanage_serviceloc s
  JOIN sample_institution i ON i.id = s.institutionid_id JOIN sample_city c ON c.n = i.city
  JOIN sample_word p ON p.list = 'place' AND p.n = CRC32(MD5(CONCAT_WS('/', @seed, 'place', s.id))) % 5
) x
JOIN django_content_type t ON t.app_label = 'edumanage' AND t.model = CONVERT(x.model USING utf8) COLLATE utf8_unicode_ci
ORDER BY x.model, x.object, x.lang;

INSERT INTO edumanage_url_i18n (URL, lang, type, content_type_id, object_id)
SELECT LEFT(x.url, 180), x.lang, x.type, t.id, x.object
FROM (
  SELECT 'realm' AS model, 1 AS object, l.lang AS lang, 'info' AS type,
    CONCAT('http://www.eduroam.example.gr/', l.lang) AS url
  FROM (SELECT 'en' AS lang UNION ALL SELECT 'el') l
  UNION ALL
  SELECT 'realm', 1, l.lang, 'policy', CONCAT('http://www.eduroam.example.gr/', l.lang, '/policy')
  FROM (SELECT 'en' AS lang UNION ALL SELECT 'el') l
  UNION ALL
  SELECT 'institutiondetails', i.id, l.lang, 'info', CONCAT('http://www.', i.domain, '/', l.lang, '/eduroam')
  FROM sample_institution i CROSS JOIN (SELECT 'en' AS lang UNION ALL SELECT 'el') l
  UNION ALL
  SELECT 'institutiondetails', i.id, l.lang, 'policy',
    CONCAT('https://www.', i.domain, '/', l.lang, '/eduroam/policy?id=', i.id, '&x=<y>')
  FROM sample_institution i CROSS JOIN (SELECT 'en' AS lang UNION ALL SELECT 'el') l
  WHERE CRC32(MD5(CONCAT_WS('/', @seed, 'policy', l.lang, i.id))) % 10 < 8
  UNION ALL
  SELECT 'serviceloc', s.id, 'en', 'info', CONCAT('http://wifi.', i.domain, '/loc/', s.id)
  FROM edumanage_serviceloc s JOIN sample_institution i ON i.id = s.institutionid_id
  WHERE CRC32(MD5(CONCAT_WS('/', @seed, 'location url', s.id))) % 2
) x
JOIN django_content_type t ON t.app_label = 'edumanage' AND t.model = CONVERT(x.model USING utf8) COLLATE utf8_unicode_ci
ORDER BY x.model, x.object, x.type, x.lang;

-- People: users 2i-1 and 2i belong to institution i; the first signs in elsewhere, the second has a password.

INSERT INTO auth_user
  (id, username, first_name, last_name, email, password, is_staff, is_active, is_superuser, last_login, date_joined)
SELECT u.id,
  CONCAT(LOWER(f.en), '.', LOWER(l.en), '.', u.n, '@', u.domain), f.el, LEFT(l.el, 30),
  CONCAT(LOWER(f.en), u.n, '@', u.domain),
  IF(u.n = 0, '!', CONCAT('sha1$', LEFT(SHA1(CONCAT_WS('/', @seed, 'salt', u.id)), 5), '$', SHA1(CONCAT_WS('/', @seed, 'password', u.id)))),
  u.id % 17 = 1,
  CRC32(MD5(CONCAT_WS('/', @seed, 'active', u.id))) % 100 < 95,
  u.id = 1,
  '2015-09-28 03:12:24' - INTERVAL CRC32(MD5(CONCAT_WS('/', @seed, 'login', u.id))) % 77760000 SECOND,
  '2015-09-28 03:12:24' - INTERVAL CRC32(MD5(CONCAT_WS('/', @seed, 'joined', u.id))) % 77760000 SECOND
FROM (
  SELECT 2 * i.id - 1 + d.n AS id, d.n, i.domain FROM sample_institution i JOIN sample_digit d ON d.n < 2
) u
JOIN sample_word f ON f.list = 'first' AND f.n = CRC32(MD5(CONCAT_WS('/', @seed, 'user first', u.id))) % 8
JOIN sample_word l ON l.list = 'last' AND l.n = CRC32(MD5(CONCAT_WS('/', @seed, 'user last', u.id))) % 6
ORDER BY u.id;

INSERT INTO accounts_userprofile (id, institution_id, user_id, is_social_active)
SELECT id, (id + 1) DIV 2, id, CRC32(MD5(CONCAT_WS('/', @seed, 'social', id))) % 10 < 7 FROM auth_user ORDER BY id;

INSERT INTO auth_group (id, name) VALUES (1, 'nro'), (2, 'helpdesk'), (3, 'διαχειριστές');

INSERT INTO auth_group_permissions (group_id, permission_id)
SELECT g.id, p.id
FROM (
  SELECT 1 AS id, 'institutioncontactpool' AS model, 'add_institutioncontactpool' AS codename
  UNION ALL SELECT 1, 'institutioncontactpool', 'change_institutioncontactpool'
  UNION ALL SELECT 1, 'userprofile', 'overview'
  UNION ALL SELECT 2, 'institutioncontactpool', 'add_institutioncontactpool'
  UNION ALL SELECT 3, 'institution', 'add_institution'
  UNION ALL SELECT 3, 'institution', 'change_institution'
  UNION ALL SELECT 3, 'userprofile', 'overview'
) g
JOIN django_content_type t ON t.app_label IN ('edumanage', 'accounts') AND t.model = CONVERT(g.model USING utf8) COLLATE utf8_unicode_ci
JOIN auth_permission p ON p.content_type_id = t.id AND p.codename = CONVERT(g.codename USING utf8) COLLATE utf8_unicode_ci
ORDER BY g.id, t.model, p.codename;

INSERT INTO auth_user_groups (user_id, group_id)
SELECT id, 1 + CRC32(MD5(CONCAT_WS('/', @seed, 'group', id))) % 3 FROM auth_user
WHERE CRC32(MD5(CONCAT_WS('/', @seed, 'group?', id))) % 10 < 3
ORDER BY id;

INSERT INTO auth_user_user_permissions (user_id, permission_id)
SELECT u.id, p.id
FROM auth_user u
JOIN (
  SELECT 0 AS n, 'name_i18n' AS model, 'add_name_i18n' AS codename
  UNION ALL SELECT 1, 'institutioncontactpool', 'add_institutioncontactpool'
  UNION ALL SELECT 2, 'serviceloc', 'add_serviceloc'
  UNION ALL SELECT 3, 'userprofile', 'overview'
) c ON c.n = CRC32(MD5(CONCAT_WS('/', @seed, 'permission', u.id))) % 4
JOIN django_content_type t ON t.app_label IN ('edumanage', 'accounts') AND t.model = CONVERT(c.model USING utf8) COLLATE utf8_unicode_ci
JOIN auth_permission p ON p.content_type_id = t.id AND p.codename = CONVERT(c.codename USING utf8) COLLATE utf8_unicode_ci
WHERE CRC32(MD5(CONCAT_WS('/', @seed, 'permission?', u.id))) % 10 < 1
ORDER BY u.id;

INSERT INTO registration_registrationprofile (user_id, activation_key)
SELECT id, IF(CRC32(MD5(CONCAT_WS('/', @seed, 'activated', id))) % 10 < 3,
  SHA1(CONCAT_WS('/', @seed, 'activation key', id)), 'ALREADY_ACTIVATED')
FROM auth_user
WHERE id % 2 = 0 AND CRC32(MD5(CONCAT_WS('/', @seed, 'registered', id))) % 2
ORDER BY id;

INSERT INTO social_auth_usersocialauth (user_id, provider, uid, extra_data)
SELECT a.id, a.provider, CONCAT(a.provider, '-', LEFT(SHA1(CONCAT_WS('/', @seed, 'uid', a.id)), 20)),
  CONCAT('{"access_token": "', LEFT(SHA1(CONCAT_WS('/', @seed, 'token', a.id)), 24), '", "id": null}')
FROM (
  SELECT id,
    ELT(1 + CRC32(MD5(CONCAT_WS('/', @seed, 'provider', id))) % 4, 'google', 'twitter', 'openid', 'yahoo') AS provider
  FROM auth_user WHERE id % 2 = 1
) a
ORDER BY a.id;

INSERT INTO social_auth_nonce (id, server_url, timestamp, salt)
SELECT 1 + n, 'https://www.google.com/accounts/o8/ud', 1443400000 + n, LEFT(SHA1(CONCAT_WS('/', @seed, 'nonce', n)), 6)
FROM sample_digit WHERE n < 4 ORDER BY n;

INSERT INTO social_auth_association (id, server_url, handle, secret, issued, lifetime, assoc_type)
SELECT 1 + n, CONCAT('https://me.yahoo.com/op', n), LEFT(SHA1(CONCAT_WS('/', @seed, 'handle', n)), 30),
  CONCAT(LEFT(SHA1(CONCAT_WS('/', @seed, 'association', n)), 28), '=\n'), 1443400000 + n, 1209600, 'HMAC-SHA1'
FROM sample_digit WHERE n < 4 ORDER BY n;

-- What Django keeps about its users: the log of the admin, sessions.

INSERT INTO django_admin_log
  (action_time, user_id, content_type_id, object_id, object_repr, action_flag, change_message)
SELECT '2015-09-28 03:12:24' - INTERVAL CRC32(MD5(CONCAT_WS('/', @seed, 'log time', u.id))) % 77760000 SECOND,
  u.id, t.id, i.id, CONCAT(k.el, ' ', c.el), 1 + CRC32(MD5(CONCAT_WS('/', @seed, 'log flag', u.id))) % 3,
  'Άλλαξε το πεδίο «host».'
FROM auth_user u
JOIN sample_institution i ON i.id = (u.id + 1) DIV 2
JOIN sample_word k ON k.list = 'kind' AND k.n = i.kind
JOIN sample_city c ON c.n = i.city
LEFT JOIN django_content_type t ON t.app_label = 'edumanage'
  AND t.model = ELT(1 + CRC32(MD5(CONCAT_WS('/', @seed, 'log type', u.id))) % 3, 'institution', 'instserver', NULL)
WHERE CRC32(MD5(CONCAT_WS('/', @seed, 'logged', u.id))) % 2
ORDER BY u.id;

INSERT INTO django_session (session_key, session_data, expire_date)
SELECT LEFT(SHA1(CONCAT_WS('/', @seed, 'session', id)), 32), CONCAT(REPEAT('gAJ9cQEu', 12), '\n'),
  '2015-10-12 03:12:24' - INTERVAL CRC32(MD5(CONCAT_WS('/', @seed, 'session expires', id))) % 1728000 SECOND
FROM auth_user
WHERE CRC32(MD5(CONCAT_WS('/', @seed, 'session?', id))) % 10 < 3
ORDER BY id;

-- Pages that hold what careless software stumbles over: quotes, backslashes, tabs, CRLF, Unicode line ends, a control
-- character, the end of a script.

INSERT INTO django_flatpage (id, url, title, content, enable_comments, template_name, registration_required) VALUES
  (1, '/about/', 'Σχετικά', '<h1>eduroam</h1>\r\n<p>Κείμενο με "εισαγωγικά", ''απόστροφο'', \\ανάποδη κάθετο\\, tab\tκαι € · ½ ©.</p>',
   0, '', 0),
  (2, '/en/terms/', 'Terms', CONCAT('line', _utf8 X'E280A8', 'separator ', _utf8 X'E280A9', ' paragraph ', _utf8 X'01',
    ' control </script>'), 0, 'flatpages/default.html', 1);

INSERT INTO django_flatpage_sites (id, flatpage_id, site_id) VALUES (1, 1, 1), (2, 2, 1);

DROP TABLE sample_digit, sample_word, sample_city, sample_institution;
