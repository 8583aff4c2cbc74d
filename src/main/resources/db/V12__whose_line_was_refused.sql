-- Whose line of a returned list was not taken in, and what it is about: the child as the line has it, which list, and the
-- standard or check. Empty where nobody knows, and for what an earlier version refused.
alter table exception_refusal add column subject varchar(200) default '' not null;
alter table exception_refusal add column sort varchar(10) default '' not null;
alter table exception_refusal add column code varchar(100) default '' not null;
