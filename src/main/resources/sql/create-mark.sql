CREATE TABLE fixture_ferry (
  id int(11) NOT NULL AUTO_INCREMENT,
  source varchar(400) NOT NULL,
  profile varchar(100) NOT NULL,
  step varchar(40) NOT NULL,
  `key` varchar(200) NOT NULL,
  `time` datetime NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY step (step, `key`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8 COLLATE=utf8_bin
