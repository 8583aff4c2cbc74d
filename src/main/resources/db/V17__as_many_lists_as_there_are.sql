-- One letter may be about every list of a large authority: eight thousand characters were the sums of 123 files.
alter table letter alter column about set data type varchar(200000);
alter table letter alter column attachment_sha256 set data type varchar(200000);
