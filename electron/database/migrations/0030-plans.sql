-- 年度抽查计划, its items as published, and the tasks made from them (细则 第八条).

create table plans (
  id           integer primary key,
  year         integer not null check (year between 2000 and 2099),
  title        text not null check (length(trim(title)) > 0),
  file_name    text not null,
  file_sha256  text not null unique check (length(file_sha256) = 64),
  state        text not null default 'draft' check (state in ('draft', 'approved')),
  imported_by  integer not null references accounts (id),
  imported_at  text not null,
  approved_by  integer references accounts (id),
  approved_at  text,
  check ((state = 'approved') = (approved_by is not null)),
  check ((approved_by is null) = (approved_at is null)),
  check (approved_by is null or approved_by <> imported_by)               -- nobody approves his own entry
) strict;

create table plan_items (
  id          integer primary key,
  plan_id     integer not null references plans (id),
  sheet_row   integer not null check (sheet_row > 0),
  name        text not null,
  reading     text not null check (json_valid(reading)),                  -- the thirteen cells word for word, and what was read
  warnings    text not null check (json_valid(warnings)),
  from_on     text check (from_on is null or from_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_on       text check (to_on is null or to_on >= from_on),
  unique (plan_id, sheet_row),
  check ((from_on is null) = (to_on is null))
) strict;

create trigger approved_items_are_not_changed before update on plan_items
when (select state from plans where id = old.plan_id) = 'approved'
begin select raise(abort, 'an approved plan does not change'); end;
create trigger approved_items_are_not_deleted before delete on plan_items
when (select state from plans where id = old.plan_id) = 'approved'
begin select raise(abort, 'an approved plan does not change'); end;
create trigger approved_plans_are_not_deleted before delete on plans when old.state = 'approved'
begin select raise(abort, 'an approved plan does not change'); end;
create trigger approval_is_not_taken_back before update on plans when old.state = 'approved'
begin select raise(abort, 'an approved plan does not change'); end;

create table tasks (
  id                 integer primary key,
  year               integer not null check (year between 2000 and 2099),
  serial             integer not null check (serial > 0),
  number             text not null unique,                                -- 机关简称+抽查〔年〕N号
  plan_item_id       integer not null references plan_items (id),
  title              text not null check (length(trim(title)) > 0),
  lead_department    text not null check (length(trim(lead_department)) > 0),
  joint_departments  text not null check (json_valid(joint_departments)),
  pool_filter        text not null check (json_valid(pool_filter)),
  quota_kind         text not null check (quota_kind in ('count', 'ratio')),
  quota_count        integer check (quota_count > 0),
  quota_bp           integer check (quota_bp between 1 and 10000),
  quota_at_least     integer check (quota_at_least in (0, 1)),
  item_kind          text not null check (item_kind in ('key', 'ordinary')),
  from_on            text not null check (from_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_on              text not null check (to_on >= from_on),
  state              text not null default 'waiting' check (state in ('waiting', 'running', 'finished')),
  check_items        text not null,
  check_focus        text not null,
  methods            text not null check (json_valid(methods)),
  basis              text not null,
  created_by         integer not null references accounts (id),
  created_at         text not null,
  unique (year, serial),
  check ((quota_kind = 'count') = (quota_count is not null)),
  check ((quota_kind = 'ratio') = (quota_bp is not null and quota_at_least is not null))
) strict;

create index tasks_by_item on tasks (plan_item_id);

-- Numbers have no gaps: each is the next of its year, and no task is ever deleted or renumbered.
create trigger task_serials_have_no_gap before insert on tasks
when new.serial <> (select coalesce(max(serial), 0) + 1 from tasks where year = new.year)
begin select raise(abort, 'a task takes the next serial of its year'); end;
create trigger tasks_are_not_deleted before delete on tasks
begin select raise(abort, 'a task is never deleted'); end;
create trigger tasks_keep_their_number before update of year, serial, number, plan_item_id on tasks
begin select raise(abort, 'a task keeps its number and its item'); end;
create trigger tasks_need_an_approved_plan before insert on tasks
when (select p.state from plan_items i join plans p on p.id = i.plan_id where i.id = new.plan_item_id) <> 'approved'
begin select raise(abort, 'a task is made from an approved plan'); end;
