-- Imports: which rosters there are is a table, so that a further one is a row and not a new schema; and the columns of foreign
-- workbooks, remembered by their headings.

create table import_kinds (
  kind   text primary key check (kind <> '' and kind not glob '*[^a-z-]*'),
  title  text not null check (length(trim(title)) > 0)
) strict;

insert into import_kinds (kind, title) values ('objects', '检查对象'), ('officers', '执法检查人员');

create table import_batches_anew (
  id           integer primary key,
  kind         text not null references import_kinds (kind),
  file_name    text not null,
  file_sha256  text not null check (length(file_sha256) = 64),
  added        integer not null check (added >= 0),
  updated      integer not null check (updated >= 0),
  left_out     integer not null check (left_out >= 0),      -- rows with an error, and those left out by choice
  warnings     integer not null check (warnings >= 0),
  state        text not null default 'applied' check (state in ('applied', 'undone')),
  applied_at   text not null,
  applied_by   integer not null references accounts (id),
  undone_at    text,
  undone_by    integer references accounts (id),
  undo_reason  text,
  check ((state = 'undone') = (undone_at is not null and undone_by is not null and undo_reason is not null))
) strict;

insert into import_batches_anew (id, kind, file_name, file_sha256, added, updated, left_out, warnings, state, applied_at, applied_by,
                                 undone_at, undone_by, undo_reason)
  select id, kind, file_name, file_sha256, added, updated, left_out, warnings, state, applied_at, applied_by,
         undone_at, undone_by, undo_reason
    from import_batches;
drop table import_batches;
alter table import_batches_anew rename to import_batches;

create trigger import_batches_are_not_deleted before delete on import_batches begin select raise(abort, 'import batches are kept'); end;

-- 列对应: which column of a foreign workbook is which field, kept for the next workbook with the same headings.
create table import_mappings (
  id          integer primary key,
  kind        text not null references import_kinds (kind),
  headings    text not null check (json_type(headings) = 'array'),     -- the headings in one order, as compared
  fields      text not null check (json_type(fields) = 'array'),       -- for each heading its field, or null: not imported
  made_at     text not null,
  made_by     integer not null references accounts (id),
  unique (kind, headings)
) strict;
