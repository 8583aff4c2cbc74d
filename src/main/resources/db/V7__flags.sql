-- What the flags say of the children of a night: a page for each bucket of children, written and read as a
-- whole. ${bytes} is the engine's own word for bytes.
create table if not exists flag_page (
  run_no integer not null,
  bucket integer not null,
  flags ${bytes} not null,
  primary key (run_no, bucket)
);
