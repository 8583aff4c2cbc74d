-- Which part of a table an extract is, and what its file and folder are called without dates. Empty for one that an
-- earlier version received.
alter table extract add column part varchar(700) default '' not null;
alter table extract add column called varchar(700) default '' not null;
-- What a finding rests on that is doubtful, one bit for each sort.
alter table finding add column doubts integer default 0 not null;
-- Of the denominator, how many rest on something doubtful.
alter table figure add column doubtful integer default 0 not null;
