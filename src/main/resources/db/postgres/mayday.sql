-- What SQLite keeps elsewhere: the schema's version in the file's header, the key of cookies in a file. One row.
create table mayday (
    one         boolean not null primary key default true check (one),
    version     integer not null,          -- migrations that were applied
    signing_key text                       -- base64; made by the first node that wants it
);

insert into mayday (version) values (0);
