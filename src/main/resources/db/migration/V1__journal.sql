-- The journal. Instants are ISO 8601 in UTC; those of real time have exactly three decimals, so that they sort as text.

-- The text of a scenario exactly as it was played; kept as long as an incident refers to it.
create table revision (
    digest    text not null primary key,
    main      text not null,
    files     text not null,               -- JSON object: text by path
    stored_at text not null
);

-- One row an incident. What can change is derived from its events in the transaction that adds them.
create table incident (
    id         text   not null primary key,
    scenario   text   not null,
    revision   text   not null references revision (digest),
    owner_id   text   not null,
    owner_name text   not null,
    mode       text   not null,            -- practice, live
    opened_at  text   not null,            -- real time
    version    bigint not null,            -- sequence of the last event
    status     text   not null             -- open, mitigated, closed, timed-out
);

create index incident_of_owner on incident (owner_id, opened_at);

-- Only ever added to.
create table event (
    incident    text    not null references incident (id),
    sequence    bigint  not null,          -- from 1, without gaps
    at          text    not null,          -- incident time
    type        text    not null,          -- stored names: see EventCodec
    format      integer not null,
    body        text    not null,          -- JSON
    recorded_at text    not null,          -- real time
    primary key (incident, sequence)
);
