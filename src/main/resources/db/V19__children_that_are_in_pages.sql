-- What V18 has laid into pages.
drop table if exists child;
