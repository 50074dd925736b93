-- Dirt for the site of sample.sql: one of everything that MyISAM and the years let in, and that InnoDB or Django would refuse,
-- change or lose without a word. What has parents and children brings them along, so that leaving it out takes something with it.
--
-- Wanted: a database that sample.sql filled, whatever its size, with or without sample-later.sql; a session with SET NAMES utf8 or
-- utf8mb4 and sql_mode=''. The same rules: a statement ends in a semicolon at the end of a line, every run gives the same rows.

SET SESSION sql_mode = '';

-- The ids of content types and permissions, as an installation of many years has them: not those of a fresh one.

UPDATE django_content_type SET id = id + 300 ORDER BY id DESC;

UPDATE auth_permission SET id = id + 1000, content_type_id = content_type_id + 300 ORDER BY id DESC;

UPDATE auth_group_permissions SET permission_id = permission_id + 1000 ORDER BY permission_id DESC;

UPDATE auth_user_user_permissions SET permission_id = permission_id + 1000 ORDER BY permission_id DESC;

UPDATE edumanage_name_i18n SET content_type_id = content_type_id + 300;

UPDATE edumanage_url_i18n SET content_type_id = content_type_id + 300;

UPDATE django_admin_log SET content_type_id = content_type_id + 300;

-- An institution of its own, so that the sample's rows stay good: everything below hangs on it or on nothing.

INSERT INTO edumanage_institution (realmid_id, type) VALUES (1, 3);

SET @institution = LAST_INSERT_ID();

SET @institution_type = (SELECT id FROM django_content_type WHERE app_label = 'edumanage' AND model = 'institution');

SET @details_type = (SELECT id FROM django_content_type WHERE app_label = 'edumanage' AND model = 'institutiondetails');

INSERT INTO edumanage_name_i18n (name, lang, content_type_id, object_id) VALUES
  ('Παλαιό Ινστιτούτο Χανίων', 'el', @institution_type, @institution),
  ('Old Institute of Chania', 'en', @institution_type, @institution);

INSERT INTO auth_user
  (username, first_name, last_name, email, password, is_staff, is_active, is_superuser, last_login, date_joined) VALUES
  ('old.admin@inst.example.gr', 'Ελένη', 'Νικολάου', 'old.admin@inst.example.gr', '!', 0, 1, 0,
   '2014-03-30 03:30:00', '2011-05-05 05:05:05');

SET @user = LAST_INSERT_ID();

INSERT INTO accounts_userprofile (institution_id, user_id, is_social_active) VALUES (@institution, @user, 1);

INSERT INTO edumanage_contact (contact_name, contact_email, contact_phone) VALUES
  ('Νίκος Γεωργίου', 'nikos@inst.example.gr', '+30 2821012345');

SET @contact = LAST_INSERT_ID();

INSERT INTO edumanage_institutiondetails
  (institution_id, address_street, address_city, oper_name, number_user, number_id, ts) VALUES
  (@institution, 'Οδός Ερμού 1', 'Χανιά', 'inst.example.gr', 100, 100, '2012-12-12 12:12:12');

SET @details = LAST_INSERT_ID();

INSERT INTO edumanage_instserver
  (instid_id, type, name, addr_type, host, rad_pkt_type, auth_port, acct_port, status_server, secret, proto, ts) VALUES
  (@institution, 3, 'good', 'any', 'radius1.inst.example.gr', 'auth+acct', 1812, 1813, 0, 'a good secret', 'radius',
   '2014-01-01 00:00:00');

SET @server = LAST_INSERT_ID();

INSERT INTO edumanage_instrealm (realm, instid_id) VALUES ('inst.example.gr', @institution);

SET @realm = LAST_INSERT_ID();

INSERT INTO edumanage_serviceloc
  (institutionid_id, longitude, latitude, address_street, address_city, SSID, enc_level, port_restrict, transp_proxy, IPv6, NAT,
   AP_no, wired, ts) VALUES
  (@institution, 24.0180367, 35.5138298, 'Οδός Ερμού 1', 'Χανιά', 'eduroam', '', 0, 0, 1, 0, 7, 0, '2014-01-01 00:00:00');

SET @location = LAST_INSERT_ID();

-- orphan-foreign-key: a server and a realm of an institution that is gone; on the server hangs a many-to-many row, on the realm a
-- monitor, on the monitor its parameters and its client.

INSERT INTO edumanage_instserver
  (instid_id, type, name, addr_type, host, rad_pkt_type, auth_port, acct_port, status_server, secret, proto, ts) VALUES
  (999001, 1, 'orphan', 'any', '192.0.2.200', 'auth', 1812, 1813, 0, 'the secret of an orphan', 'radius', '2014-01-01 00:00:00');

INSERT INTO edumanage_instrealm_proxyto (instrealm_id, instserver_id) VALUES (@realm, LAST_INSERT_ID());

INSERT INTO edumanage_instrealm (realm, instid_id) VALUES ('gone.example.gr', 999001);

SET @orphan = LAST_INSERT_ID();

INSERT INTO edumanage_instrealm_proxyto (instrealm_id, instserver_id) VALUES (@orphan, @server);

INSERT INTO edumanage_instrealmmon (realm_id, mon_type) VALUES (@orphan, 'localauthn');

SET @monitor = LAST_INSERT_ID();

INSERT INTO edumanage_monlocalauthnparam (instrealmmonid_id, eap_method, phase2, username, pass) VALUES
  (@monitor, 'PEAP', 'MS-CHAPv2', 'monitor@gone.example.gr', 'the password of a monitor');

INSERT INTO edumanage_monproxybackclient (instrealmmonid_id, name, host, status_server, secret, proto, ts) VALUES
  (@monitor, 'μόνιτορ', '198.51.100.200', 0, 'the secret of a client', 'radius', '2014-01-01 00:00:00');

INSERT INTO edumanage_institutioncontactpool (contact_id, institution_id) VALUES (999002, @institution);

INSERT INTO accounts_userprofile (institution_id, user_id, is_social_active) VALUES (999006, 999007, 1);

INSERT INTO django_admin_log (action_time, user_id, content_type_id, object_id, object_repr, action_flag, change_message) VALUES
  ('2014-02-02 02:02:02', 999008, @institution_type, '1', 'of a user who is gone', 2, ''),
  ('2014-02-02 02:02:03', @user, 998, '1', 'of a content type that is gone', 2, '');

-- orphan-many-to-many

INSERT INTO edumanage_instrealm_proxyto (instrealm_id, instserver_id) VALUES (@realm, 999003);

INSERT INTO edumanage_serviceloc_contact (serviceloc_id, contact_id) VALUES (999004, @contact);

INSERT INTO edumanage_institutiondetails_contact (institutiondetails_id, contact_id) VALUES (@details, 999005), (@details, @contact);

INSERT INTO auth_user_groups (user_id, group_id) VALUES (@user, 999009);

INSERT INTO auth_group_permissions (group_id, permission_id) VALUES (2, 999010);

-- dangling-generic-key; a row that names no owner at all is good.

INSERT INTO edumanage_name_i18n (name, lang, content_type_id, object_id) VALUES
  ('Χαμένο ίδρυμα', 'el', @institution_type, 999011), ('no owner', 'en', NULL, NULL);

INSERT INTO edumanage_url_i18n (URL, lang, type, content_type_id, object_id) VALUES
  ('http://lost.example.gr/', 'en', 'info', @details_type, 999012);

-- stale-content-type: one that is gone, and one of an application that was taken out.

INSERT INTO django_content_type (name, app_label, model) VALUES ('poll', 'polls', 'poll');

SET @poll_type = LAST_INSERT_ID();

INSERT INTO edumanage_name_i18n (name, lang, content_type_id, object_id) VALUES
  ('of a content type that is gone', 'en', 999, 1), ('of a model that is gone', 'en', @poll_type, 1);

-- zero-date, whole and partial

INSERT INTO auth_user
  (username, first_name, last_name, email, password, is_staff, is_active, is_superuser, last_login, date_joined) VALUES
  ('never.there@inst.example.gr', 'Ζήνων', 'Δημητρίου', 'never.there@inst.example.gr', '!', 0, 1, 0,
   '0000-00-00 00:00:00', '2011-05-05 05:05:05');

UPDATE edumanage_serviceloc SET ts = '2015-00-00 00:00:00' WHERE id = @location;

UPDATE edumanage_institutiondetails SET ts = '2015-03-00 10:00:00' WHERE id = @details;

-- mojibake: Greek that was read as latin1 and stored as UTF-8 once more.

INSERT INTO edumanage_contact (contact_name, contact_email, contact_phone) VALUES
  (CONVERT(CONVERT(CONVERT('Μαρία Παπαδοπούλου' USING utf8) USING binary) USING latin1), 'maria@inst.example.gr', '+30 2821012346'),
  (CONVERT(CONVERT(CONVERT('Γιώργος «Οικονόμου»' USING utf8) USING binary) USING latin1), 'giorgos@inst.example.gr', '');

UPDATE edumanage_institutiondetails SET address_street = CONVERT(CONVERT(CONVERT('Λεωφόρος Σούδας 12' USING utf8) USING binary) USING latin1)
WHERE id = @details;

-- boolean-range

UPDATE edumanage_instserver SET status_server = 2 WHERE id = @server;

UPDATE auth_user SET is_staff = -1 WHERE id = @user;

-- does-not-fit: a column that somebody widened by hand, with a number that needed it.

ALTER TABLE edumanage_institutiondetails MODIFY number_user bigint(20) unsigned NULL;

UPDATE edumanage_institutiondetails SET number_user = 5000000000 WHERE id = @details;

-- duplicate-key: a key that was dropped by hand, and one that tells upper case from lower where the target does not.

ALTER TABLE registration_registrationprofile DROP KEY user_id;

INSERT INTO registration_registrationprofile (user_id, activation_key) VALUES
  (@user, 'ALREADY_ACTIVATED'), (@user, SHA1('a second profile of the same user'));

ALTER TABLE auth_group MODIFY name varchar(80) CHARACTER SET utf8 COLLATE utf8_bin NOT NULL;

INSERT INTO auth_group (name) VALUES ('NRO'), ('Helpdésk'), ('εφορευτές');

INSERT INTO auth_user_groups (user_id, group_id) SELECT @user, id FROM auth_group WHERE name IN ('NRO', 'εφορευτές');

-- unknown-table, unknown-column

CREATE TABLE site_inventory (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  rack varchar(20) NOT NULL,
  note text
) ENGINE=MyISAM DEFAULT CHARSET=utf8 COLLATE=utf8_unicode_ci;

INSERT INTO site_inventory (rack, note) VALUES ('A1', 'κάτω δεξιά'), ('A2', NULL), ('B1', 'it''s "here" \\o/');

ALTER TABLE edumanage_contact ADD COLUMN fax varchar(20) NULL;

UPDATE edumanage_contact SET fax = '+30 2821099999' WHERE id = @contact;

-- custom-permission: one that no model declares, given to a group and to a user; one of the application that was taken out.

INSERT INTO auth_permission (name, content_type_id, codename) VALUES
  ('Can approve institutions', @institution_type, 'approve_institution');

SET @approve = LAST_INSERT_ID();

INSERT INTO auth_group_permissions (group_id, permission_id) VALUES (1, @approve);

INSERT INTO auth_user_user_permissions (user_id, permission_id) VALUES (@user, @approve);

INSERT INTO auth_permission (name, content_type_id, codename) VALUES ('Can add poll', @poll_type, 'add_poll');

INSERT INTO auth_group_permissions (group_id, permission_id) VALUES (3, LAST_INSERT_ID());

-- null-multiselect, beside those of the sample

UPDATE edumanage_serviceloc SET enc_level = NULL WHERE id = @location;

-- broken-json: one that was cut off, one that is empty

INSERT INTO social_auth_usersocialauth (user_id, provider, uid, extra_data) VALUES
  (@user, 'twitter', 'twitter-cut-off', '{"access_token": "0123456789abcdef'),
  (@user, 'openid', 'openid-empty', '');

-- odd-primary-key: 0, with a row that points at it, and a negative one

SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO';

INSERT INTO edumanage_contact (id, contact_name, contact_email, contact_phone) VALUES
  (0, 'Κατερίνα Μηδέν', 'zero@inst.example.gr', ''), (-7, 'Δημήτρης Αρνητικός', 'negative@inst.example.gr', '');

SET SESSION sql_mode = '';

INSERT INTO edumanage_serviceloc_contact (serviceloc_id, contact_id) VALUES (@location, 0);

-- surrogate-pair: U+1F600 as two surrogates of three bytes each

INSERT INTO django_flatpage (url, title, content, enable_comments, template_name, registration_required) VALUES
  ('/smile/', 'A smile', CONCAT('before ', _utf8 X'EDA0BDEDB880', ' after'), 0, '', 0);

-- Good rows that careless software spoils: a megabyte of Greek, and every character that somebody might take for an end.

INSERT INTO django_flatpage (url, title, content, enable_comments, template_name, registration_required) VALUES
  ('/big/', 'Μεγάλη', REPEAT('Μεγάλη σελίδα. ', 38000), 0, '', 0),
  ('/odd/', 'Odd characters', CONCAT('NUL ', _utf8 X'00', ' bell ', _utf8 X'07', ' escape ', _utf8 X'1B', ' ctrl-z ', _utf8 X'1A',
    ' delete ', _utf8 X'7F', ' line ', _utf8 X'E280A8', ' paragraph ', _utf8 X'E280A9', ' BOM ', _utf8 X'EFBBBF',
    ' quotes '' " ` backslashes \\ \\\\ \\n \\'' comment -- /* */ # placeholder ? :name %s {0} end; ', 'tab\t CRLF \r\n '), 0, '', 0);

-- auto-increment: the highest contact was deleted, its number must not be given again.

ALTER TABLE edumanage_contact AUTO_INCREMENT = 500000;

-- south-state: a migration that was done and not noted (interim), one that was neither (behind), one of an application that is gone.

DELETE FROM south_migrationhistory WHERE app_name = 'social_auth' AND migration LIKE '0002%';

DELETE FROM south_migrationhistory WHERE app_name = 'edumanage' AND migration LIKE '0039%';

INSERT INTO south_migrationhistory (app_name, migration, applied) VALUES ('polls', '0001_initial', '2011-01-01 00:00:00');
