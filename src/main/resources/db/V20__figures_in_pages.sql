-- The figures of a run, in pages (docs/decisions/0010); compared: of now, and of no single worker, which later nights
-- are held against. ${bytes} is the engine's own word for bytes.
create table if not exists figure_page (
  run_no integer not null,
  page integer not null,
  compared boolean not null,
  figures ${bytes} not null,
  primary key (run_no, page)
);
