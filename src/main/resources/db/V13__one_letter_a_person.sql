-- Whoever reads several lists has one letter about all of them, with all their files: a line each.
alter table letter alter column about set data type varchar(20000);
alter table letter alter column attachment set data type varchar(200000);
alter table letter alter column attachment_sha256 set data type varchar(8000);
