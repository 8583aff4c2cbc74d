-- What V15 has laid into pages.
drop table if exists finding;
