-- 信用: national grades as handed down, credit records, and the grade of each object with its reasons (制度 第四至六条).

create table grade_imports (
  id           integer primary key,
  file_name    text not null,
  file_sha256  text not null check (length(file_sha256) = 64),
  state        text not null default 'applied' check (state in ('applied', 'undone')),
  left_out     integer not null check (left_out >= 0),                    -- rows with an error
  imported_by  integer not null references accounts (id),
  imported_at  text not null,
  undone_by    integer references accounts (id),
  undone_at    text,
  check ((state = 'undone') = (undone_by is not null and undone_at is not null))
) strict;

create table national_grades (
  id            integer primary key,
  import_id     integer not null references grade_imports (id),
  object_id     integer not null references objects (id),
  grade         text not null check (length(grade) between 1 and 10),     -- as the pack maps it: 优+ … 差
  evaluated_on  text check (evaluated_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  unique (import_id, object_id)
) strict;

create index national_grades_by_object on national_grades (object_id, import_id);

create trigger national_grades_are_not_changed before update on national_grades
begin select raise(abort, 'an imported grade does not change'); end;
create trigger national_grades_are_not_deleted before delete on national_grades
begin select raise(abort, 'an imported grade does not change'); end;

create table credit_records (
  id               integer primary key,
  object_id        integer not null references objects (id),
  kind             text not null check (kind in ('complaint', 'abnormal-list', 'serious-violation')),
  happened_on      text not null check (happened_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ended_on         text check (ended_on >= happened_on),                  -- taken off the list
  source           text not null check (length(trim(source)) > 0),
  document_number  text not null,
  summary          text not null,
  entered_by       integer not null references accounts (id),
  entered_at       text not null,
  check (ended_on is null or kind = 'abnormal-list')
) strict;

create index credit_records_by_object on credit_records (object_id, kind, happened_on);

create trigger credit_records_are_not_deleted before delete on credit_records
begin select raise(abort, 'a credit record is kept'); end;
create trigger credit_records_only_end before update of object_id, kind, happened_on, source, document_number, summary, entered_by, entered_at on credit_records
begin select raise(abort, 'a credit record only ends'); end;

create table grades (
  object_id       integer primary key references objects (id) on delete cascade,
  grade           text not null check (grade in ('A', 'B', 'C', 'D')),
  basis           text not null check (basis in ('national-grade', 'no-national-grade')),
  national_grade  text,
  raised_by       text not null check (json_type(raised_by) = 'array'),
  reasons         text not null check (json_type(reasons) = 'array' and json_array_length(reasons) > 0),
  pack_id         text not null,
  pack_version    integer not null check (pack_version > 0),
  graded_at       text not null,
  check ((basis = 'national-grade') = (national_grade is not null))
) strict;

-- History; it outlives an object that was taken out again, so it names the object itself.
create table grade_changes (
  id            integer primary key,
  object_id     integer not null,
  object_code   text not null,
  from_grade    text check (from_grade in ('A', 'B', 'C', 'D')),
  to_grade      text not null check (to_grade in ('A', 'B', 'C', 'D')),
  reasons       text not null check (json_type(reasons) = 'array'),
  pack_id       text not null,
  pack_version  integer not null,
  cause         text not null,                                            -- the command that led to it
  changed_by    integer not null references accounts (id),
  changed_at    text not null,
  check (from_grade is null or from_grade <> to_grade)
) strict;

create index grade_changes_by_object on grade_changes (object_id, id);

create trigger grade_changes_are_not_changed before update on grade_changes
begin select raise(abort, 'grade history is append-only'); end;
create trigger grade_changes_are_not_deleted before delete on grade_changes
begin select raise(abort, 'grade history is append-only'); end;
