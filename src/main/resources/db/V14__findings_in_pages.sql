-- Findings stand in pages, each of children of one bucket in the order in which they are written out, as facts and
-- issues do (docs/decisions/0010). ${bytes} is the engine's own word for bytes.
create table if not exists finding_page (
  run_no integer not null,
  bucket integer not null,
  page integer not null,
  findings ${bytes} not null,
  primary key (run_no, bucket, page)
);
-- How the issues of a page are ordered: 0 as they were found, which is how an earlier version wrote them; 1 in order;
-- 2 in order, and after those of the page before.
alter table issue_page add column if not exists sorted integer default 0 not null;
