-- Letters that are to leave, and what became of each copy. A letter is known by its Message-ID.
create table if not exists letter (
  message_id varchar(200) primary key,
  week varchar(10) not null,
  kind varchar(20) not null,
  about varchar(400) not null,
  position integer not null,
  sender varchar(320) not null,
  recipient varchar(320) not null,
  copies varchar(4000) not null,
  subject varchar(500) not null,
  body ${bytes} not null,
  html ${bytes} not null,
  attachment varchar(2000) not null,
  attachment_sha256 varchar(64) not null,
  written timestamp with time zone not null
);

create table if not exists letter_copy (
  message_id varchar(200) not null,
  address varchar(320) not null,
  state varchar(20) not null,
  attempts integer not null,
  why varchar(1000) not null,
  again boolean not null,
  primary key (message_id, address)
);
