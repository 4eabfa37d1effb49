-- 检查对象名录库 at 100,000 entries: what lists search, filter and sort by; the rest of 细则 第六条; changes of many at once.

-- 状态变更日期、文号, and from when a licence holds.
alter table objects add column status_on text check (status_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
alter table objects add column status_document text not null default '';
alter table licences add column valid_from text check (valid_from glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');

-- Readings that some character has, in one sign: 长 is `chang zhang`, and `c z` as an initial. The sign
-- is U+0100 plus the number, from 1792 on U+E000 plus the rest.
create table sounds (
  id        integer primary key check (id between 0 and 6399),
  part      text not null check (part in ('initial', 'syllable')),
  readings  text not null,
  unique (part, readings)
) strict;

-- One narrow row an object: a search or a filter reads these only. Signs of table sounds, one a character, stand for every reading of it.
create table object_index (
  object_id       integer primary key references objects (id) on delete cascade,
  name_key        text not null,
  code            text not null,
  initials        text not null,
  sounds          text not null,
  kind            text not null,
  status          text not null,
  industry        text not null,
  township        text not null,
  is_above_scale  integer not null,
  is_key          integer not null,
  tags            text not null
) strict;

-- A list is read in the order of one of these. The few different values of kind, status, flags and tags are sorted out of object_index.
drop index objects_by_initials;
create index objects_by_pinyin on objects (initials, name_key);
create index objects_by_status_day on objects (status_on);
create index objects_by_industry on objects (industry);
create index objects_by_township on objects (township);
create index objects_by_person on objects (person_in_charge);
create index objects_by_phone on objects (phone);
create index objects_by_address on objects (address);
create index objects_by_registrar on objects (registered_by);
create index objects_by_founding on objects (founded_on);
create index licences_by_name on licences (name, object_id);

-- The roster of a day is read from this index alone: the last change of each entry before the day's end.
drop index roster_changes_of_entry;
create index roster_changes_of_entry on roster_changes (roster, entry_id, id, at, change, name);

-- 批量变更: the same change of many objects, taken back as one.
create table batch_changes (
  id           integer primary key,
  title        text not null check (length(trim(title)) > 0),        -- 加上监管标签“危化”
  entries      integer not null check (entries > 0),
  reason       text not null check (length(trim(reason)) > 0),
  state        text not null default 'applied' check (state in ('applied', 'undone')),
  applied_at   text not null,
  applied_by   integer not null references accounts (id),
  undone_at    text,
  undone_by    integer references accounts (id),
  undo_reason  text,
  check ((state = 'undone') = (undone_at is not null and undone_by is not null and undo_reason is not null))
) strict;

create trigger batch_changes_are_not_deleted before delete on batch_changes begin select raise(abort, 'batch changes are kept'); end;

alter table roster_changes add column batch_change_id integer references batch_changes (id);
create index roster_changes_of_batch_change on roster_changes (batch_change_id, id) where batch_change_id is not null;

-- 常用条件 of a list: for its owner, or for the whole office.
create table saved_filters (
  id          integer primary key,
  list        text not null check (list <> ''),
  name        text not null check (length(trim(name)) > 0),
  filter      text not null check (json_type(filter) = 'object'),
  is_shared   integer not null check (is_shared in (0, 1)),
  owner_id    integer not null references accounts (id),
  created_at  text not null,
  unique (list, owner_id, name)
) strict;

create unique index one_shared_filter on saved_filters (list, name) where is_shared = 1;
