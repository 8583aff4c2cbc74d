-- Who was known in a run and by whom held, in pages by bucket (docs/decisions/0010): until now one list, of the last
-- night alone. ${bytes} is the engine's own word for bytes.
create table if not exists child_page (
  run_no integer not null,
  bucket integer not null,
  children ${bytes} not null,
  primary key (run_no, bucket)
);
