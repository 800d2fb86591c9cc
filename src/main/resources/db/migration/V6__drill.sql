-- Drills: who exercises what, in which teams, and how it is led. What happens within a team's incident is that incident's events.
create table drill (
    id         text   not null primary key,
    code       text   not null,            -- what one types to join; never used again
    title      text   not null,
    scenario   text   not null,
    by_id      text   not null,
    by_name    text   not null,            -- the facilitator who made it
    created_at text   not null,            -- real time
    version    bigint not null,            -- sequence of the last event
    stage      text   not null             -- lobby, running, over
);

create unique index drill_of_code on drill (code);
create index drill_by_time on drill (created_at);

-- Only ever added to.
create table drill_event (
    drill    text    not null references drill (id),
    sequence bigint  not null,             -- from 1, without gaps
    at       text    not null,             -- real time
    type     text    not null,             -- stored names: see DrillCodec
    format   integer not null,
    body     text    not null,             -- JSON
    primary key (drill, sequence)
);

-- Who ever had a seat in which drill, so that people find theirs again.
create table drill_person (
    person text not null,
    drill  text not null references drill (id),
    primary key (person, drill)
);
