-- The console's own state. Only words that H2 and MySQL both know; ids are made by the program.

create table crossing (
  id varchar(16) not null,
  name varchar(100) not null,
  plan longtext not null,
  created timestamp(3) not null,
  changed timestamp(3) not null,
  primary key (id)
);

-- The last result of each station; where no row stands, there was none.
create table crossing_station (
  crossing_id varchar(16) not null,
  station varchar(16) not null,
  summary varchar(1000) not null,
  good boolean not null,
  result_sha256 varchar(64) not null,
  made_from longtext not null,
  finished timestamp(3) not null,
  primary key (crossing_id, station),
  constraint crossing_station_of foreign key (crossing_id) references crossing (id) on delete cascade
);

create table crossing_attempt (
  id varchar(36) not null,
  crossing_id varchar(16) not null,
  station varchar(16) not null,
  state varchar(16) not null,
  started timestamp(3) not null,
  ended timestamp(3) null,
  progress longtext,
  failure longtext,
  primary key (id),
  constraint crossing_attempt_of foreign key (crossing_id) references crossing (id) on delete cascade
);

create index crossing_attempt_latest on crossing_attempt (crossing_id, station, started);

-- What a browser that was away missed.
create table crossing_event (
  crossing_id varchar(16) not null,
  id bigint not null,
  type varchar(32) not null,
  data longtext not null,
  primary key (crossing_id, id),
  constraint crossing_event_of foreign key (crossing_id) references crossing (id) on delete cascade
);

-- Sealed passwords: AES-GCM, bound to the crossing and the side; the key lies in the data folder.
create table crossing_secret (
  crossing_id varchar(16) not null,
  side varchar(8) not null,
  sealed varchar(2000) not null,
  primary key (crossing_id, side),
  constraint crossing_secret_of foreign key (crossing_id) references crossing (id) on delete cascade
);
