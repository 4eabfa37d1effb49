-- 年度抽查工作计划 of the office's own beside the joint plan, put up for approval and sent back, published, and amended after
-- approval; classes of objects as quota texts name them, and days the calendar does not know (细则 第八条).

drop trigger tasks_need_an_approved_plan;
drop trigger approved_items_are_not_changed;
drop trigger approved_items_are_not_deleted;
drop trigger approved_plans_are_not_deleted;
drop trigger approval_is_not_taken_back;

create table plans_anew (
  id               integer primary key,
  kind             text not null check (kind in ('joint', 'own')),        -- 联合抽查计划, 本局计划
  year             integer not null check (year between 2000 and 2099),
  title            text not null check (length(trim(title)) > 0),
  file_name        text,                                                  -- null: made in the program
  file_sha256      text unique check (length(file_sha256) = 64),
  state            text not null default 'draft' check (state in ('draft', 'submitted', 'approved')),
  made_by          integer not null references accounts (id),
  made_at          text not null,
  approved_by      integer references accounts (id),
  approved_at      text,
  approved_on      text check (approved_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  document_number  text not null default '',                              -- of the paper that approves it; '' where there is none
  check ((file_name is null) = (file_sha256 is null)),
  check (kind = 'own' or file_name is not null),
  check ((state = 'approved') = (approved_by is not null)),
  check ((approved_by is null) = (approved_at is null)),
  check ((approved_by is null) = (approved_on is null)),
  check (approved_by is null or approved_by <> made_by)                   -- nobody approves his own entry
) strict;

insert into plans_anew (id, kind, year, title, file_name, file_sha256, state, made_by, made_at, approved_by, approved_at, approved_on)
select id, 'joint', year, title, file_name, file_sha256, state, imported_by, imported_at, approved_by, approved_at,
       date(approved_at, '+8 hours')
  from plans;

-- A version of an item: the first one, or one that an amendment brought. The newest version not cancelled is in force.
create table plan_items_anew (
  id            integer primary key,
  plan_id       integer not null references plans (id),
  position      integer not null check (position > 0),                    -- its place in the table
  name          text not null,
  reading       text not null check (json_valid(reading)),                -- the cells word for word, and what was read
  warnings      text not null check (json_valid(warnings)),
  from_on       text check (from_on is null or from_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_on         text check (to_on is null or to_on >= from_on),
  amendment_id  integer references plan_amendments (id),
  replaces      integer unique references plan_items (id),                -- the version before it
  check ((from_on is null) = (to_on is null)),
  check (replaces is null or amendment_id is not null)
) strict;

insert into plan_items_anew (id, plan_id, position, name, reading, warnings, from_on, to_on)
select id, plan_id, sheet_row, name, reading, warnings, from_on, to_on from plan_items;

drop table plan_items;
drop table plans;
alter table plans_anew rename to plans;
alter table plan_items_anew rename to plan_items;

create index plan_items_by_plan on plan_items (plan_id, position, id);

-- 调整 of an approved plan: dated, reasoned, approved by another.
create table plan_amendments (
  id               integer primary key,
  plan_id          integer not null references plans (id),
  serial           integer not null check (serial > 0),
  reason           text not null check (length(trim(reason)) > 0),
  state            text not null default 'draft' check (state in ('draft', 'submitted', 'approved')),
  proposed_by      integer not null references accounts (id),
  proposed_at      text not null,
  approved_by      integer references accounts (id),
  approved_at      text,
  approved_on      text check (approved_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),   -- in force from this day
  document_number  text not null default '',
  unique (plan_id, serial),
  check ((state = 'approved') = (approved_by is not null)),
  check ((approved_by is null) = (approved_at is null)),
  check ((approved_by is null) = (approved_on is null)),
  check (approved_by is null or approved_by <> proposed_by)
) strict;

-- One after the other: two that are open could contradict each other.
create unique index one_open_amendment on plan_amendments (plan_id) where state <> 'approved';

create table plan_amendment_changes (
  id            integer primary key,
  amendment_id  integer not null references plan_amendments (id),
  kind          text not null check (kind in ('add', 'change', 'cancel')),
  item_id       integer references plan_items (id),                       -- the version it changes or cancels
  reading       text check (reading is null or json_valid(reading)),      -- the item as it is to be
  unique (amendment_id, item_id),
  check ((kind = 'add') = (item_id is null)),
  check ((kind = 'cancel') = (reading is null))
) strict;

-- 送审, 退回, 批准 of a plan or of an amendment, each with its opinion.
create table plan_steps (
  id            integer primary key,
  plan_id       integer not null references plans (id),
  amendment_id  integer references plan_amendments (id),
  step          text not null check (step in ('submit', 'return', 'approve')),
  opinion       text not null,
  taken_by      integer not null references accounts (id),
  taken_at      text not null,
  check (step <> 'return' or length(trim(opinion)) > 0)
) strict;

create index plan_steps_by_plan on plan_steps (plan_id, id);

-- What was made public, where and when: the plan, and each amendment after it.
create table plan_publications (
  id            integer primary key,
  plan_id       integer not null references plans (id),
  amendment_id  integer references plan_amendments (id),                  -- the newest amendment it contains
  published_on  text not null check (published_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  place         text not null check (length(trim(place)) > 0),
  recorded_by   integer not null references accounts (id),
  recorded_at   text not null
) strict;

-- 医疗机构, 药店, 获证企业: what a quota text names, as a filter of the roster.
create table object_classes (
  name_key     text primary key check (length(name_key) > 0),
  name         text not null,
  pool_filter  text not null check (json_valid(pool_filter)),
  bound_by     integer not null references accounts (id),
  bound_at     text not null
) strict;

-- 两会 and other days no calendar knows beforehand.
create table occasion_days (
  year      integer not null check (year between 2000 and 2099),
  name      text not null check (length(trim(name)) > 0),
  from_on   text not null check (from_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_on     text not null check (to_on >= from_on),
  set_by    integer not null references accounts (id),
  set_at    text not null,
  primary key (year, name)
) strict;

create trigger plan_items_are_settled before update on plan_items
when (select state from plans where id = old.plan_id) <> 'draft'
begin select raise(abort, 'an approved plan does not change'); end;
create trigger plan_items_are_not_deleted before delete on plan_items
when (select state from plans where id = old.plan_id) <> 'draft'
begin select raise(abort, 'an approved plan does not change'); end;
create trigger plan_items_come_with_an_amendment before insert on plan_items
when new.amendment_id is null and (select state from plans where id = new.plan_id) = 'approved'
begin select raise(abort, 'an approved plan does not change'); end;
create trigger approved_amendments_are_closed before insert on plan_items
when (select state from plan_amendments where id = new.amendment_id) = 'approved'
begin select raise(abort, 'an approved amendment does not change'); end;
create trigger plans_are_deleted_as_drafts before delete on plans when old.state <> 'draft'
begin select raise(abort, 'an approved plan does not change'); end;
create trigger approved_plans_do_not_change before update on plans when old.state = 'approved'
begin select raise(abort, 'an approved plan does not change'); end;

create trigger amendments_need_an_approved_plan before insert on plan_amendments
when (select state from plans where id = new.plan_id) <> 'approved'
begin select raise(abort, 'a draft is changed, not amended'); end;
create trigger approved_amendments_do_not_change before update on plan_amendments when old.state = 'approved'
begin select raise(abort, 'an approved amendment does not change'); end;
create trigger amendments_are_deleted_as_drafts before delete on plan_amendments when old.state <> 'draft'
begin select raise(abort, 'an approved amendment does not change'); end;
create trigger amendment_changes_are_added_to_drafts before insert on plan_amendment_changes
when (select state from plan_amendments where id = new.amendment_id) <> 'draft'
begin select raise(abort, 'an approved amendment does not change'); end;
create trigger amendment_changes_are_settled before update on plan_amendment_changes
when (select state from plan_amendments where id = old.amendment_id) <> 'draft'
begin select raise(abort, 'an approved amendment does not change'); end;
create trigger amendment_changes_are_not_deleted before delete on plan_amendment_changes
when (select state from plan_amendments where id = old.amendment_id) <> 'draft'
begin select raise(abort, 'an approved amendment does not change'); end;

create trigger plan_steps_stay before update on plan_steps
begin select raise(abort, 'an opinion stays as it was given'); end;
create trigger plan_steps_are_not_deleted before delete on plan_steps
when (select state from plans where id = old.plan_id) <> 'draft'
  and coalesce((select state from plan_amendments where id = old.amendment_id), 'approved') <> 'draft'
begin select raise(abort, 'an opinion stays as it was given'); end;
create trigger plan_publications_stay before update on plan_publications
begin select raise(abort, 'a publication stays recorded'); end;
create trigger plan_publications_are_not_deleted before delete on plan_publications
begin select raise(abort, 'a publication stays recorded'); end;
create trigger publications_need_an_approved_plan before insert on plan_publications
when (select state from plans where id = new.plan_id) <> 'approved'
begin select raise(abort, 'an approved plan is published'); end;

create trigger tasks_need_an_approved_plan before insert on tasks
when (select p.state from plan_items i join plans p on p.id = i.plan_id where i.id = new.plan_item_id) <> 'approved'
begin select raise(abort, 'a task is made from an approved plan'); end;
