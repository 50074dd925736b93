create table operator_account (
  name varchar(100) not null,
  password_hash varchar(300) not null,
  created timestamp(3) not null,
  primary key (name)
);

-- Sessions are opaque: the browser holds a random token, we hold its SHA-256.
create table operator_session (
  token_sha256 varchar(64) not null,
  operator varchar(100) not null,
  created timestamp(3) not null,
  expires timestamp(3) not null,
  primary key (token_sha256),
  constraint operator_session_of foreign key (operator) references operator_account (name) on delete cascade
);
