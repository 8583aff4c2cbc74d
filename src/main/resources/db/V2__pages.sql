-- Facts and issues stand many to a row, in pages (docs/decisions/0010). ${bytes} is the engine's own
-- word for bytes. Everything here may run twice: where a statement commits by itself, a process
-- that dies half-way leaves some of it done.

create table if not exists fact_page (
  extract_id integer not null,
  bucket integer not null,
  page integer not null,
  facts ${bytes} not null,
  primary key (extract_id, bucket, page)
);
create index if not exists fact_page_of_bucket on fact_page (bucket);

create table if not exists fact_kind (
  extract_id integer not null,
  form varchar(10) not null,
  kind varchar(200) not null,
  primary key (extract_id, form, kind)
);

create table if not exists issue_page (
  run_no integer not null,
  stage integer not null,
  origin integer not null,
  page integer not null,
  issues ${bytes} not null,
  primary key (run_no, stage, origin, page)
);
