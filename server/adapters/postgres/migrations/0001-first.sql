-- The first schema. Text compares by code point (COLLATE "C"), so that order never depends on a machine's language.

-- The sealed entries. The body is never compressed nor moved aside while a row still fits its page: it is written once
-- and read whole. A row is never changed or removed; a trigger says so to whoever tries by hand.
create table journal (
  position bigint primary key check (position > 0),
  seal bytea not null,
  body bytea not null,
  records text[] not null,
  reference_scope text collate "C",
  reference_text text collate "C",
  reference_entries integer
) with (toast_tuple_target = 8160);
alter table journal alter column body set storage external;
create unique index journal_reference on journal (reference_scope, reference_text) where reference_scope is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'An entry of the journal never changes and is never removed.';
end $$;
create trigger journal_never_changes before update or delete on journal for each row execute function refuse_change();
create trigger journal_is_never_emptied before truncate on journal for each statement execute function refuse_change();

-- Which entries a record has.
create table entry_record (
  record text collate "C" not null,
  position bigint not null,
  primary key (record, position)
);

-- Where the journal ends: one row. Each append changes it only if it stands where the writer expects it; this is the
-- fence that keeps a second writer out.
create table head (
  only_row boolean primary key default true check (only_row),
  position bigint not null,
  seal bytea not null
) with (fillfactor = 10);
insert into head (position, seal) values (0, decode(repeat('00', 32), 'hex'));

-- The tree over all seals, now and then (RFC 6962).
create table checkpoint (
  position bigint primary key,
  root bytea not null,
  frontier bytea not null
);

-- Folded records, to start from instead of from the first entry. They can be thrown away at any time.
create table snapshot (
  record text collate "C" not null,
  fold text collate "C" not null,
  position bigint not null,
  state bytea not null,
  primary key (record, fold)
);
alter table snapshot alter column state set storage external;

create table file (
  hash text collate "C" primary key,
  bytes bytea not null
);
alter table file alter column bytes set storage external;

-- Keys of persons and parties. Deleting a row erases the person's data in every entry.
create table personal_key (
  subject text collate "C" primary key,
  key bytea not null
);

-- Small things that change: accounts, sessions, settings.
create table cabinet (
  drawer text collate "C" not null,
  key text collate "C" not null,
  value json not null,
  primary key (drawer, key)
);

-- How far each view has read the journal, and the shape its table "view_<name>" was made from.
create table view_position (
  view text collate "C" primary key,
  shape text not null,
  position bigint not null
);
