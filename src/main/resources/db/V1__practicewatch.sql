-- One night is one run: its extracts, facts, findings and figures. Written once for HSQLDB and
-- PostgreSQL. Every write replaces by its key, so that a step can be run again.

create table night_run (
  run_no integer primary key,
  as_at date not null,
  fingerprint varchar(64) not null,
  closed boolean not null
);

create table note (
  name varchar(50) primary key,
  text varchar(200) not null
);

create table extract (
  extract_id integer primary key,
  run_no integer not null,
  as_at date not null,
  place integer not null,
  file varchar(500) not null,
  sheet varchar(200) not null,
  sha256 varchar(64) not null,
  profile varchar(100) not null,
  table_name varchar(200) not null,
  slot varchar(320) not null,
  dated date,
  state varchar(10) not null,
  rows_read integer not null,
  rows_loaded integer not null,
  rows_rejected integer not null,
  rows_left_out integer not null,
  rows_blank integer not null,
  held_because varchar(1000) not null
);
create index extract_of_slot on extract (slot);

create table fact (
  extract_id integer not null,
  position integer not null,
  child_id varchar(200) not null,
  form varchar(10) not null,
  kind varchar(200) not null,
  starts date,
  ends date,
  code varchar(400) not null,
  refs varchar(2000) not null,
  details varchar(4000) not null,
  cell varchar(20) not null,
  primary key (extract_id, position)
);
create index fact_of_child on fact (child_id);

create table link (
  extract_id integer not null,
  position integer not null,
  sort varchar(100) not null,
  id varchar(400) not null,
  child_id varchar(200) not null,
  name varchar(400) not null,
  primary key (extract_id, position)
);

create table child (
  ordinal integer primary key,
  child_id varchar(200) not null,
  team_now varchar(400) not null
);
create index child_by_id on child (child_id);

create table issue (
  run_no integer not null,
  stage integer not null,
  origin integer not null,
  position integer not null,
  extract varchar(500) not null,
  sheet varchar(200) not null,
  row_no integer not null,
  column_name varchar(500) not null,
  found varchar(400) not null,
  check_name varchar(200) not null,
  problem varchar(1000) not null,
  effect varchar(1000) not null,
  child_id varchar(200) not null,
  primary key (run_no, stage, origin, position)
);

create table finding (
  run_no integer not null,
  ordinal integer not null,
  position integer not null,
  child_id varchar(200) not null,
  subject varchar(200) not null,
  standard varchar(100) not null,
  during_from date,
  number_in_span integer not null,
  since date,
  due date,
  done date,
  timeliness varchar(20) not null,
  days_over integer,
  team varchar(400) not null,
  worker varchar(400) not null,
  team_now varchar(400) not null,
  worker_now varchar(400) not null,
  source varchar(800) not null,
  is_current boolean not null,
  primary key (run_no, ordinal, position)
);

create table figure (
  run_no integer not null,
  position integer not null,
  level_name varchar(20) not null,
  name varchar(400) not null,
  standard varchar(100) not null,
  measure varchar(10) not null,
  period_from date not null,
  period_to date not null,
  numerator integer not null,
  denominator integer not null,
  cannot_tell integer not null,
  primary key (run_no, position)
);
