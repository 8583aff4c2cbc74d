-- What V21 has laid into pages.
drop table if exists figure;
