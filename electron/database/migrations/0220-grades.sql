-- 等级: on what it rests, the points behind it, when it may next change by itself; 人工调整, 等级变动 and what all grades were
-- when a draw was frozen.

create table manual_grades (                                         -- 人工调整: proposed, reviewed by another, until a day
  id               integer primary key,
  object_id        integer not null,                                 -- outlives an object that was taken out, so it names it itself
  object_code      text not null,
  from_grade       text check (from_grade in ('A', 'B', 'C', 'D')),  -- when it was proposed
  to_grade         text not null check (to_grade in ('A', 'B', 'C', 'D')),
  reason           text not null check (length(trim(reason)) > 0),
  expires_on       text not null check (expires_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),  -- the last day it holds
  state            text not null default 'proposed' check (state in ('proposed', 'approved', 'rejected', 'withdrawn')),
  proposed_by      integer not null references accounts (id),
  proposed_at      text not null,
  decided_by       integer references accounts (id),
  decided_at       text,
  opinion          text not null default '',
  withdrawn_by     integer references accounts (id),
  withdrawn_at     text,
  withdraw_reason  text check (length(trim(withdraw_reason)) > 0),
  check ((decided_by is null) = (decided_at is null)),
  check (state not in ('approved', 'rejected') or decided_by is not null),
  check (state <> 'proposed' or decided_by is null),
  check (decided_by is null or decided_by <> proposed_by),
  check (state <> 'rejected' or length(trim(opinion)) > 0),
  check ((state = 'withdrawn') = (withdrawn_by is not null and withdrawn_at is not null and withdraw_reason is not null))
) strict;

create index manual_grades_by_object on manual_grades (object_id, id);
create unique index one_manual_grade_proposed on manual_grades (object_id) where state = 'proposed';

create trigger manual_grades_are_not_deleted before delete on manual_grades
begin select raise(abort, 'a manual grade is kept'); end;
create trigger manual_grades_keep_what_was_proposed
before update of object_id, object_code, from_grade, to_grade, reason, expires_on, proposed_by, proposed_at on manual_grades
begin select raise(abort, 'a manual grade keeps what was proposed'); end;
create trigger manual_grades_go_forward before update of state on manual_grades
when old.state in ('rejected', 'withdrawn') or (old.state = 'approved' and new.state <> 'withdrawn') or new.state = 'proposed'
begin select raise(abort, 'a manual grade goes forward only'); end;

create table new_grades (
  object_id       integer primary key references objects (id) on delete cascade,
  grade           text not null check (grade in ('A', 'B', 'C', 'D')),
  basis           text not null check (basis in ('national-grade', 'reference', 'model', 'no-national-grade', 'manual')),
  national_grade  text,
  points          integer check (points >= 0),                       -- thousandths of a point; null without a model
  parts           text not null check (json_type(parts) = 'array'),  -- [indicator, points, most, [facts]] of the model
  raised_by       text not null check (json_type(raised_by) = 'array'),
  reasons         text not null check (json_type(reasons) = 'array' and json_array_length(reasons) > 0),
  pack_id         text not null,
  pack_version    integer not null check (pack_version > 0),
  model_id        text,
  model_version   integer check (model_version > 0),
  manual_id       integer references manual_grades (id),
  graded_at       text not null,
  next_change_on  text check (next_change_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),  -- by time alone; null = never
  check (basis <> 'national-grade' or national_grade is not null),
  check ((model_id is null) = (model_version is null) and (model_id is null) = (points is null)),
  check ((basis = 'manual') = (manual_id is not null))
) strict;

-- When what is on file may change by itself is not known: it is asked again on the first day.
insert into new_grades (object_id, grade, basis, national_grade, points, parts, raised_by, reasons, pack_id, pack_version, model_id,
  model_version, manual_id, graded_at, next_change_on)
select object_id, grade, basis, national_grade, null, '[]', raised_by, reasons, pack_id, pack_version, null, null, null, graded_at,
       '2000-01-01'
  from grades;
drop table grades;
alter table new_grades rename to grades;

create index grades_by_letter on grades (grade, object_id);
create index grades_by_next_change on grades (next_change_on) where next_change_on is not null;

-- History; it outlives an object that was taken out again, so it names the object itself.
create table new_grade_changes (
  id             integer primary key,
  object_id      integer not null,
  object_code    text not null,
  from_grade     text check (from_grade in ('A', 'B', 'C', 'D')),    -- null: the first
  to_grade       text not null check (to_grade in ('A', 'B', 'C', 'D')),
  from_points    integer,
  to_points      integer,
  why            text not null check (json_type(why) = 'array'),     -- what is different from before
  reasons        text not null check (json_type(reasons) = 'array'),
  pack_id        text not null,
  pack_version   integer not null,
  model_id       text,
  model_version  integer,
  cause          text not null,                                      -- the command that led to it, or the day
  changed_by     integer references accounts (id),                   -- null: the day
  changed_at     text not null,
  check (from_grade is null or from_grade <> to_grade),
  check ((model_id is null) = (model_version is null))
) strict;

insert into new_grade_changes (id, object_id, object_code, from_grade, to_grade, why, reasons, pack_id, pack_version, cause, changed_by,
  changed_at)
select id, object_id, object_code, from_grade, to_grade, reasons, reasons, pack_id, pack_version, cause, changed_by, changed_at
  from grade_changes;
drop table grade_changes;
alter table new_grade_changes rename to grade_changes;

create index grade_changes_by_object on grade_changes (object_id, id);
create index grade_moves on grade_changes (id) where from_grade is not null;

create trigger grade_changes_are_not_changed before update on grade_changes
begin select raise(abort, 'grade history is append-only'); end;
create trigger grade_changes_are_not_deleted before delete on grade_changes
begin select raise(abort, 'grade history is append-only'); end;

create table grade_change_notes (                                    -- 知悉
  change_id  integer primary key references grade_changes (id),
  noted_by   integer not null references accounts (id),
  noted_at   text not null
) strict;

create trigger grade_change_notes_are_not_changed before update on grade_change_notes
begin select raise(abort, 'what was noted stands'); end;
create trigger grade_change_notes_are_not_deleted before delete on grade_change_notes
begin select raise(abort, 'what was noted stands'); end;

create table grade_snapshots (                                       -- all grades as they were when a draw was frozen
  draw_id        integer primary key references draws (id),
  taken_at       text not null,
  pack_id        text not null,
  pack_version   integer not null check (pack_version > 0),
  model_id       text,
  model_version  integer,
  objects        integer not null check (objects >= 0),
  content        blob not null,                                      -- raw deflate: see grade-snapshots.repo.ts
  check ((model_id is null) = (model_version is null))
) strict;

create trigger grade_snapshots_are_not_changed before update on grade_snapshots
begin select raise(abort, 'a snapshot stands'); end;
create trigger grade_snapshots_are_not_deleted before delete on grade_snapshots
begin select raise(abort, 'a snapshot stands'); end;
