-- A station can also be asked to look only: then the attempt is a review.
alter table crossing_attempt add column task varchar(16) default 'RUN' not null;

-- What the stored diff before an import was made from; where no row stands, there is none.
create table crossing_review (
  crossing_id varchar(16) not null,
  made_from longtext not null,
  finished timestamp(3) not null,
  primary key (crossing_id),
  constraint crossing_review_of foreign key (crossing_id) references crossing (id) on delete cascade
);
