-- Children's names, where jobs/nightly.yml asks for them in lists; else empty.
alter table child add column if not exists name varchar(400) default '' not null;
