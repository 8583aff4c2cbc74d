-- The weekly lists: what stood open, and what happened to it. A week is written in one transaction.
create table if not exists weekly_run (
  week varchar(10) primary key,
  as_at date not null,
  run_no integer not null,
  composed boolean not null
);

create table if not exists exception_life (
  sort varchar(10) not null,
  subject varchar(200) not null,
  code varchar(100) not null,
  phase varchar(10) not null,
  first_seen date not null,
  open_since date not null,
  opened integer not null,
  closed date,
  team varchar(400) not null,
  level_name varchar(10) not null,
  accepted_until date,
  reason varchar(400),
  note varchar(1000),
  accepted_by varchar(400),
  accepted_on date,
  accepted_count integer,
  set_aside boolean not null,
  shown_team varchar(400) not null,
  worker varchar(400) not null,
  since date,
  due date,
  last_done date,
  days_over integer,
  behind integer not null,
  problem varchar(2000) not null,
  source varchar(800) not null,
  primary key (sort, subject, code)
);

create table if not exists exception_event (
  as_at date not null,
  position integer not null,
  sort varchar(10) not null,
  subject varchar(200) not null,
  code varchar(100) not null,
  what varchar(20) not null,
  team varchar(400) not null,
  detail varchar(1000) not null,
  primary key (as_at, position)
);

create table if not exists exception_balance (
  as_at date not null,
  position integer not null,
  team varchar(400) not null,
  sort varchar(10) not null,
  code varchar(100) not null,
  counts varchar(200) not null,
  primary key (as_at, position)
);

create table if not exists exception_return (
  sha256 varchar(64) primary key,
  as_at date not null
);

create table if not exists exception_refusal (
  as_at date not null,
  position integer not null,
  file varchar(500) not null,
  cell varchar(200) not null,
  team varchar(400) not null,
  problem varchar(1000) not null,
  primary key (as_at, position)
);

-- What could be judged and checked on a night: later ones replace the extracts that would tell.
create table if not exists night_ran (
  run_no integer not null,
  code varchar(100) not null,
  missing varchar(1000) not null,
  primary key (run_no, code)
);
