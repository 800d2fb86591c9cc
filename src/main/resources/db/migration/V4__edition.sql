-- What the scenarios and systems of the folder have been: one row each time their text was found to be another. The text itself is a
-- revision, which is kept as long as an incident or an edition refers to it.
create table edition (
    item     text   not null,              -- the scenario's id, or systems/ and the system's
    number   bigint not null,              -- from 1, ascending; gaps where very old ones were given up
    revision text   not null references revision (digest),
    standing text   not null,              -- published, draft, broken
    by_id    text   not null,
    by_name  text   not null,              -- who saved it in the studio; empty: changed on the disk
    noted_at text   not null,              -- real time
    primary key (item, number)
);

create index edition_of_revision on edition (revision);
