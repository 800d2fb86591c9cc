-- What is kept of the debriefs of ended incidents, so that progress is drawn without working each out again. Can be made anew at any time.
create table result (
    incident text    not null primary key references incident (id),
    scoring  integer not null,             -- version of the scoring that it was worked out by
    body     text    not null,             -- JSON
    kept_at  text    not null              -- real time
);
