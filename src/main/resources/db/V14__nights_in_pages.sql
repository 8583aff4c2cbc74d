-- What a night finds stands in pages, by bucket and in order, as its facts and issues do (docs/decisions/0010).
-- ${bytes} is the engine's own word for bytes.

-- Findings: a page holds children of one bucket, in the order in which they are written out.
create table if not exists finding_page (
  run_no integer not null,
  bucket integer not null,
  page integer not null,
  findings ${bytes} not null,
  primary key (run_no, bucket, page)
);

-- Who was known in a run and by whom held: until now one list, of the last night alone.
create table if not exists child_page (
  run_no integer not null,
  bucket integer not null,
  children ${bytes} not null,
  primary key (run_no, bucket)
);

-- Figures; compared: of now, and of no single worker, which later nights are held against.
create table if not exists figure_page (
  run_no integer not null,
  page integer not null,
  compared boolean not null,
  figures ${bytes} not null,
  primary key (run_no, page)
);

-- How the issues of a page are ordered: 0 as they were found, which is how an earlier version wrote them; 1 in order;
-- 2 in order, and after those of the page before.
alter table issue_page add column if not exists sorted integer default 0 not null;
