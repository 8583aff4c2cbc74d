-- What V3 has laid into pages.
drop table if exists fact;
drop table if exists issue;
