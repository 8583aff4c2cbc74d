-- What V15 has laid into pages.
drop table if exists finding;
drop table if exists child;
drop table if exists figure;
