-- Weeks of audits: what was drawn and stands, the forms that went out, what came back in them, and
-- what became of what the auditors recommended. A draw that stands here is never made again.
create table if not exists practice_week (
  week varchar(100) primary key,
  name varchar(400) not null,
  from_day date not null,
  to_day date not null,
  as_at date not null,
  drawn_on date not null,
  draw ${bytes} not null
);

create table if not exists practice_case (
  week varchar(100) not null,
  position integer not null,
  child_id varchar(100) not null,
  state varchar(20) not null,
  details ${bytes} not null,
  primary key (week, position)
);

create table if not exists practice_form (
  form varchar(64) primary key,
  week varchar(100) not null,
  number varchar(10) not null,
  child_id varchar(100) not null,
  auditor varchar(100) not null,
  moderation boolean not null,
  locked_sha256 varchar(64) not null
);

create table if not exists practice_audit (
  form varchar(64) primary key,
  week varchar(100) not null,
  child_id varchar(100) not null,
  file_sha256 varchar(64) not null,
  faults integer not null,
  answers ${bytes} not null
);

create table if not exists recommendation (
  form varchar(64) not null,
  item integer not null,
  week varchar(100) not null,
  child_id varchar(100) not null,
  team varchar(400) not null,
  what varchar(2000) not null,
  who varchar(400) not null,
  due date,
  done date,
  note varchar(2000) not null,
  primary key (form, item)
);

-- A letter may belong to a Practice Week too, whose id is longer than that of a week.
alter table letter alter column week set data type varchar(100);
