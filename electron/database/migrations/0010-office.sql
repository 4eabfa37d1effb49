-- The bureau, its accounts and the ledger of everything done.

create table bureau (
  id             integer primary key check (id = 1),
  name           text not null check (length(trim(name)) > 0),
  short_name     text not null check (length(trim(short_name)) > 0),   -- 机关简称, heads every document number
  department     text not null check (length(trim(department)) > 0),   -- as joint plans name it: 工信
  pack_id        text not null,
  recovery_hash  text,                                                 -- null once the sealed code has been used
  set_up_at      text not null
) strict;

create table sections (                                                -- 股室
  id    integer primary key,
  name  text not null unique check (length(trim(name)) > 0)
) strict;

create table accounts (
  id             integer primary key,
  name           text not null check (length(trim(name)) > 0),
  login          text not null unique check (length(trim(login)) > 0),
  section_id     integer references sections (id),
  is_admin       integer not null default 0 check (is_admin in (0, 1)),
  is_operator    integer not null default 0 check (is_operator in (0, 1)),
  is_reviewer    integer not null default 0 check (is_reviewer in (0, 1)),
  is_leader      integer not null default 0 check (is_leader in (0, 1)),
  is_principal   integer not null default 0 check (is_principal in (0, 1)),   -- 局主要领导
  password_hash  text not null,
  is_active      integer not null default 1 check (is_active in (0, 1)),
  failures       integer not null default 0 check (failures >= 0),
  locked_until   text,
  created_at     text not null,
  check (is_admin + is_operator + is_reviewer + is_leader > 0),
  check (is_admin = 0 or is_operator + is_reviewer + is_leader = 0),   -- the administrator touches no business data
  check (is_principal = 0 or is_leader = 1)
) strict;

create unique index one_principal on accounts (is_principal) where is_principal = 1 and is_active = 1;

create table ledger (
  seq       integer primary key check (seq > 0),
  at        text not null,
  actor_id  integer references accounts (id),
  actor     text not null,
  action    text not null,
  subject   text not null,
  details   text not null check (json_valid(details)),
  previous  text not null check (length(previous) = 64),
  hash      text not null unique check (length(hash) = 64)
) strict;

create trigger ledger_is_not_changed before update on ledger begin select raise(abort, 'the ledger is append-only'); end;
create trigger ledger_is_not_deleted before delete on ledger begin select raise(abort, 'the ledger is append-only'); end;
create index ledger_by_action on ledger (action, seq);
