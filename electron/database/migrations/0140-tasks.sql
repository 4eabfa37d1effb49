-- 抽查任务 anew: besides the items of plans also 投诉举报、转办交办、数据监测 (细则 第三条), several items visited together
-- (综合查一次), one task a clause and a dated round, and 取消, which keeps the number.

create table tasks_anew (
  id                 integer primary key,
  year               integer not null check (year between 2000 and 2099),
  serial             integer not null check (serial > 0),
  number             text not null unique,                                -- 机关简称+抽查〔年〕N号
  origin             text not null default 'plan' check (origin in ('plan', 'complaint', 'assigned', 'data')),
  plan_item_id       integer references plan_items (id),
  clause             text not null default '',                            -- which clause of the item's quota, in the plan's words
  round              text not null default '',                            -- which dated round of the item: 2026年3月, 春节
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
  state              text not null default 'waiting' check (state in ('proposed', 'waiting', 'running', 'finished', 'cancelled')),
  check_items        text not null,
  check_focus        text not null,
  methods            text not null check (json_valid(methods)),
  basis              text not null,
  created_by         integer not null references accounts (id),
  created_at         text not null,
  approved_by        integer references accounts (id),                    -- 必审批, of a task that no plan holds
  approved_at        text,
  cancelled_by       integer references accounts (id),
  cancelled_at       text,
  cancel_reason      text check (length(trim(cancel_reason)) > 0),
  unique (year, serial),
  check ((origin = 'plan') = (plan_item_id is not null)),
  check (plan_item_id is not null or (clause = '' and round = '')),
  check ((quota_kind = 'count') = (quota_count is not null)),
  check ((quota_kind = 'ratio') = (quota_bp is not null and quota_at_least is not null)),
  check ((approved_by is null) = (approved_at is null)),
  check (origin <> 'plan' or (approved_by is null and state <> 'proposed')),
  check (origin = 'plan' or state = 'cancelled' or (state = 'proposed') = (approved_by is null)),
  check (approved_by is null or approved_by <> created_by),               -- nobody approves his own entry
  check ((state = 'cancelled') = (cancelled_by is not null)),
  check ((cancelled_by is null) = (cancelled_at is null)),
  check ((cancelled_by is null) = (cancel_reason is null)),
  check (cancelled_by is null or cancelled_by <> created_by)
) strict;

insert into tasks_anew (id, year, serial, number, plan_item_id, title, lead_department, joint_departments, pool_filter, quota_kind,
                        quota_count, quota_bp, quota_at_least, item_kind, from_on, to_on, state, check_items, check_focus, methods,
                        basis, created_by, created_at)
select id, year, serial, number, plan_item_id, title, lead_department, joint_departments, pool_filter, quota_kind,
       quota_count, quota_bp, quota_at_least, item_kind, from_on, to_on, state, check_items, check_focus, methods,
       basis, created_by, created_at
  from tasks;
drop table tasks;
alter table tasks_anew rename to tasks;

create index tasks_by_item on tasks (plan_item_id);
create unique index one_task_of_a_round on tasks (plan_item_id, clause, round) where round <> '' and state <> 'cancelled';

-- Numbers have no gaps: each is the next of its year, and no task is ever deleted or renumbered.
create trigger task_serials_have_no_gap before insert on tasks
when new.serial <> (select coalesce(max(serial), 0) + 1 from tasks where year = new.year)
begin select raise(abort, 'a task takes the next serial of its year'); end;
create trigger tasks_are_not_deleted before delete on tasks
begin select raise(abort, 'a task is never deleted'); end;
create trigger tasks_keep_their_number before update of year, serial, number, origin, plan_item_id, clause, round, created_by on tasks
begin select raise(abort, 'a task keeps its number and its item'); end;
create trigger tasks_need_an_approved_plan before insert on tasks
when new.plan_item_id is not null
 and (select p.state from plan_items i join plans p on p.id = i.plan_id where i.id = new.plan_item_id) <> 'approved'
begin select raise(abort, 'a task is made from an approved plan'); end;
create trigger task_approvals_stand before update of approved_by, approved_at on tasks when old.approved_by is not null
begin select raise(abort, 'an approval stands'); end;
create trigger tasks_go_forward before update of state on tasks
when new.state <> old.state and (old.state in ('finished', 'cancelled') or new.state = 'proposed'
  or (old.state = 'running' and new.state in ('waiting', 'cancelled')))
begin select raise(abort, 'a task goes forward only'); end;
create trigger drawn_tasks_are_not_cancelled before update of state on tasks
when new.state = 'cancelled' and exists (select 1 from draws where task_id = new.id and is_rehearsal = 0 and state <> 'void')
begin select raise(abort, 'a task that is drawn is not cancelled'); end;
create trigger draws_need_an_open_task before insert on draws
when (select state from tasks where id = new.task_id) in ('proposed', 'cancelled')
begin select raise(abort, 'only an approved task is drawn'); end;

-- Where a task that no plan holds comes from. No complainant's name: it is not for everyone who sees the task.
create table task_sources (
  task_id      integer primary key references tasks (id),
  reference    text not null check (length(trim(reference)) > 0),         -- 来文文号 or the entry of a call
  received_on  text not null check (received_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  handed_by    text not null check (length(trim(handed_by)) > 0),         -- 转来的单位或登记人
  alleges      text not null check (length(trim(alleges)) > 0)
) strict;

-- 定向: the objects a task names, instead of a draw from a filter.
create table task_objects (
  task_id    integer not null references tasks (id),
  object_id  integer not null references objects (id),
  primary key (task_id, object_id)
) strict, without rowid;

create index task_objects_by_object on task_objects (object_id);

-- 综合查一次: further items of plans, visited together with the task's own.
create table task_items (
  task_id       integer not null references tasks (id),
  position      integer not null check (position >= 2),                    -- 1 is the task's own item
  plan_item_id  integer not null references plan_items (id),
  title         text not null check (length(trim(title)) > 0),
  check_items   text not null,
  check_focus   text not null,
  methods       text not null check (json_valid(methods)),
  basis         text not null,
  primary key (task_id, position),
  unique (task_id, plan_item_id)
) strict, without rowid;

create index task_items_by_item on task_items (plan_item_id);

create trigger task_items_need_an_approved_plan before insert on task_items
when (select p.state from plan_items i join plans p on p.id = i.plan_id where i.id = new.plan_item_id) <> 'approved'
begin select raise(abort, 'a task is made from an approved plan'); end;
create trigger task_items_are_others before insert on task_items
when (select plan_item_id from tasks where id = new.task_id) is new.plan_item_id
begin select raise(abort, 'the own item is not listed again'); end;
create trigger task_sources_do_not_change before update on task_sources begin select raise(abort, 'the source of a task stands'); end;
create trigger task_sources_are_kept before delete on task_sources begin select raise(abort, 'the source of a task stands'); end;
create trigger task_objects_do_not_change before update on task_objects begin select raise(abort, 'the named objects stand'); end;
create trigger task_objects_are_kept before delete on task_objects begin select raise(abort, 'the named objects stand'); end;
create trigger task_items_do_not_change before update on task_items begin select raise(abort, 'the items of a task stand'); end;
create trigger task_items_are_kept before delete on task_items begin select raise(abort, 'the items of a task stand'); end;
