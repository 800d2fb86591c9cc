-- Who may facilitate, and what they did. Instants are ISO 8601 in UTC with three decimals, so that they sort as text.

create table account (
    id            text    not null primary key,
    name          text    not null unique,  -- with which one logs in; lower case
    display_name  text    not null,
    password      text    not null,         -- a hash with its parameters and salt, never the password
    from_variable text    not null,         -- the hash of the value of MAYDAY_ADMIN_PASSWORD that was last taken over; empty: never
    generation    bigint  not null,         -- sessions of an earlier one have ended
    created_at    text    not null,
    last_seen_at  text    not null,         -- created_at: not yet
    disabled      integer not null          -- 0, 1
);

-- Sessions that were logged out of before their time; kept until they would have ended anyhow.
create table ended_session (
    id    text not null primary key,
    until text not null
);

-- Only ever added to, but for rows so old that they are given up.
create table audit (
    number  bigint not null primary key,    -- from 1, ascending
    at      text   not null,
    by_id   text   not null,                -- empty: nobody who proved who they are
    by_name text   not null,
    what    text   not null,                -- stored names, such as logged-in
    about   text   not null,                -- what it was done to; empty: nothing but what it says already
    detail  text   not null
);
