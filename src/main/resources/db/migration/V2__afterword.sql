-- What people write about an incident after its end: post-mortems, answers to reviewers, overrides. Never part of its events.
create table afterword (
    incident   text    not null references incident (id),
    number     bigint  not null,           -- from 1, ascending; gaps where an earlier draft gave way to a later one
    kind       text    not null,           -- what it is, such as post-mortem
    subject    text    not null,           -- what of the debrief it is about; empty for all of it
    by_id      text    not null,
    by_name    text    not null,
    body       text    not null,
    written_at text    not null,           -- real time
    primary key (incident, number)
);
