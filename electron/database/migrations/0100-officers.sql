-- 执法检查人员 (细则 第七条): leaves with their kind, what an officer declared in writing, 回避 from day to day, and who takes over from one
-- who leaves (第九条).

alter table leaves add column kind text
  check (kind in ('年休假', '病假', '事假', '产假', '学习培训', '借调挂职', '出差', '其他'));   -- null: entered before kinds were kept, or not said
alter table leaves add column reason text not null default '';

create table former_employers (                                     -- 曾任职单位, declared in writing
  id          integer primary key,
  officer_id  integer not null references officers (id) on delete cascade,
  employer    text not null check (length(trim(employer)) > 0),
  from_on     text check (from_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_on       text check (to_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  check (from_on <= to_on)
) strict;

create index former_employers_of_officer on former_employers (officer_id);

create table relatives (                                            -- 亲属申报: for those who need it, never exported by default
  id          integer primary key,
  officer_id  integer not null references officers (id) on delete cascade,
  relation    text not null check (relation in ('配偶', '父母', '子女', '兄弟姐妹', '配偶的近亲属', '其他亲属')),
  name        text not null check (length(trim(name)) > 0),
  company     text not null
) strict;

create index relatives_of_officer on relatives (officer_id);

-- A pair may be recused more than once in the course of time; what was lifted stays.
create table recusals_anew (
  id           integer primary key autoincrement,
  officer_id   integer not null references officers (id),
  object_id    integer not null references objects (id),
  reason       text not null check (reason in ('亲属', '曾任职', '持股', '本人申请', '企业申请', '其他')),
  evidence     text not null,
  from_on      text check (from_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),   -- null: entered before days were kept, in force ever since
  to_on        text check (to_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),     -- the last day; null: until lifted
  lifted_on    text check (lifted_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'), -- 解除: from this day on no longer in force
  lift_reason  text check (length(trim(lift_reason)) > 0),
  basis        text,                                                -- of one the program found: what it rests on, names included; never shown
  created_at   text not null,
  check (from_on <= to_on),
  check ((lifted_on is null) = (lift_reason is null))
) strict;

-- A number is never given twice, also where the last one was taken back.
insert into sqlite_sequence (name, seq) select 'recusals_anew', seq from sqlite_sequence where name = 'recusals';
insert into recusals_anew (id, officer_id, object_id, reason, evidence, created_at)
  select id, officer_id, object_id, reason, evidence, created_at from recusals;
drop table recusals;
alter table recusals_anew rename to recusals;

create index recusals_of_officer on recusals (officer_id, object_id);
create index recusals_of_object on recusals (object_id);

create trigger one_recusal_of_a_pair_at_a_time before insert on recusals
when exists (select 1 from recusals r where r.officer_id = new.officer_id and r.object_id = new.object_id and r.lifted_on is null
  and coalesce(r.from_on, '') <= coalesce(new.to_on, '9999') and coalesce(new.from_on, '') <= coalesce(r.to_on, '9999'))
begin select raise(abort, 'the pair is recused already'); end;
create trigger lifted_recusals_do_not_change before update on recusals when old.lifted_on is not null
begin select raise(abort, 'a lifted recusal stands'); end;

-- 建议回避 that were looked at and not registered; asked again when the evidence is another.
create table recusal_dismissals (
  id          integer primary key,
  officer_id  integer not null references officers (id) on delete cascade,
  object_id   integer not null references objects (id) on delete cascade,
  reason      text not null check (reason in ('亲属', '曾任职')),
  evidence    text not null,
  basis       text not null,                                        -- what the finding rests on, names included
  why         text not null check (length(trim(why)) > 0),
  at          text not null,
  by_id       integer not null references accounts (id),
  by_name     text not null
) strict;

create index recusal_dismissals_of_pair on recusal_dismissals (officer_id, object_id);
create trigger recusal_dismissals_do_not_change before update on recusal_dismissals begin select raise(abort, 'a dismissal stands'); end;

-- Open work of somebody who leaves, handed over at one stroke. Who was drawn stays; who acts in his place is recorded beside (第九条).
create table handovers (
  id          integer primary key,
  officer_id  integer references officers (id),                     -- who leaves: an officer, or a program account
  account_id  integer references accounts (id),
  on_day      text not null check (on_day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason      text not null check (length(trim(reason)) > 0),
  at          text not null,
  by_id       integer not null references accounts (id),
  by_name     text not null,
  check ((officer_id is null) <> (account_id is null))
) strict;

create table seat_handovers (
  id                  integer primary key,
  handover_id         integer not null references handovers (id),
  inspection_id       integer not null,
  seat                integer not null,
  from_id             integer not null references officers (id),
  officer_id          integer not null references officers (id),
  officer_name        text not null,
  unit                text not null,
  certificate_number  text not null,
  foreign key (inspection_id, seat) references inspection_team (inspection_id, seat),
  check (officer_id <> from_id)
) strict;

create index seat_handovers_of_seat on seat_handovers (inspection_id, seat);

create table entry_handovers (                                       -- results entered and not yet published
  id           integer primary key,
  handover_id  integer not null references handovers (id),
  result_id    integer not null references inspection_results (id),
  account_id   integer not null references accounts (id)             -- who carries on with it
) strict;

create index entry_handovers_of_result on entry_handovers (result_id);

-- The team that acts: as drawn, with the newest replacement in each seat.
create view acting_team as
select t.inspection_id, t.seat, coalesce(h.officer_id, t.officer_id) as officer_id,
       coalesce(h.officer_name, t.officer_name) as officer_name, coalesce(h.unit, t.unit) as unit,
       coalesce(h.certificate_number, t.certificate_number) as certificate_number
  from inspection_team t
  left join seat_handovers h on h.id = (
    select max(n.id) from seat_handovers n where n.inspection_id = t.inspection_id and n.seat = t.seat);

create trigger drawn_teams_do_not_change before update on inspection_team begin select raise(abort, 'who was drawn stays on record'); end;
create trigger drawn_teams_are_kept before delete on inspection_team begin select raise(abort, 'who was drawn stays on record'); end;
create trigger handovers_do_not_change before update on handovers begin select raise(abort, 'a handover stands'); end;
create trigger handovers_are_kept before delete on handovers begin select raise(abort, 'a handover stands'); end;
create trigger seat_handovers_do_not_change before update on seat_handovers begin select raise(abort, 'a handover stands'); end;
create trigger seat_handovers_are_kept before delete on seat_handovers begin select raise(abort, 'a handover stands'); end;
create trigger entry_handovers_do_not_change before update on entry_handovers begin select raise(abort, 'a handover stands'); end;
create trigger entry_handovers_are_kept before delete on entry_handovers begin select raise(abort, 'a handover stands'); end;

insert into import_kinds (kind, title) values ('exchange', '参与部门交换表');

-- 专家库: whom the office may ask for advice. Experts sit in no officer's seat: draws do not know this table.
create table experts (
  id           integer primary key autoincrement,
  name         text not null check (length(trim(name)) > 0),
  name_key     text not null,
  field        text not null,
  unit         text not null,
  unit_key     text not null,
  title        text not null,
  phone        text not null,
  valid_until  text check (valid_until glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  document     text not null,                                       -- 聘任文件 or 资格证书
  created_at   text not null,
  updated_at   text not null,
  unique (name_key, unit_key)
) strict;

create table expert_changes (
  id         integer primary key,
  expert_id  integer not null,
  before     text check (json_valid(before)),
  after      text check (json_valid(after)),
  reason     text not null,
  at         text not null,
  by_id      integer not null references accounts (id),
  by_name    text not null,
  check (before is not null or after is not null)
) strict;

create index expert_changes_of_expert on expert_changes (expert_id, id);
create trigger expert_changes_are_not_changed before update on expert_changes begin select raise(abort, 'the history of experts is append-only'); end;
create trigger expert_changes_are_not_deleted before delete on expert_changes begin select raise(abort, 'the history of experts is append-only'); end;
