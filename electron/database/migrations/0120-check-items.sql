-- 随机抽查事项清单: its versions, their items, why each changed, and every opinion on them (细则 第五条).

create table check_lists (
  id                 integer primary key,
  version            integer unique check (version > 0),                      -- given on approval, without gaps
  title              text not null check (length(trim(title)) > 0),
  state              text not null default 'draft' check (state in ('draft', 'submitted', 'approved', 'dropped')),
  based_on           integer references check_lists (id),                     -- the version in force it began as a copy of
  ordinary_limit_bp  integer check (ordinary_limit_bp between 1 and 10000),   -- what 一般检查事项 may ask at most; null = not set
  drafted_by         integer not null references accounts (id),
  drafted_at         text not null,
  submitted_by       integer references accounts (id),
  submitted_at       text,
  approved_by        integer references accounts (id),
  approved_at        text,
  approved_on        text check (approved_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),   -- in force from this day
  approval_number    text check (length(trim(approval_number)) > 0),
  published_on       text check (published_on >= approved_on),
  check ((state = 'approved') = (version is not null)),
  check ((state = 'approved') = (approved_by is not null)),
  check ((approved_by is null) = (approved_at is null) and (approved_by is null) = (approved_on is null)),
  check ((submitted_by is null) = (submitted_at is null)),
  check (state not in ('submitted', 'approved') or submitted_by is not null),
  check (state = 'approved' or (approval_number is null and published_on is null)),
  check (approved_by is null or (approved_by <> drafted_by and approved_by <> submitted_by))   -- nobody approves his own draft
) strict;

-- One version is being worked on at a time.
create unique index check_lists_one_open on check_lists ((1)) where state in ('draft', 'submitted');

-- Everyone who wrote in a version; none of them approves it.
create table check_list_drafters (
  list_id     integer not null references check_lists (id),
  account_id  integer not null references accounts (id),
  primary key (list_id, account_id)
) strict, without rowid;

create table check_items (
  id           integer primary key,
  list_id      integer not null references check_lists (id),
  position     integer not null check (position > 0),
  code         text not null check (code glob 'SX[0-9][0-9][0-9]*'),          -- one item's code in every version
  name         text not null check (length(trim(name)) > 0),
  kind         text not null check (kind in ('key', 'ordinary')),
  objects      text not null,
  content      text not null,
  basis        text not null,
  methods      text not null check (json_valid(methods)),
  quota        text not null,
  frequency    text not null,
  section      text not null,
  agency       text not null,
  in_batches   integer not null check (in_batches in (0, 1)),                 -- 批次顺序: 重点检查事项 only
  pool_filter  text check (json_valid(pool_filter)),                          -- the roster's objects; null = not bound
  unique (list_id, code),
  unique (list_id, position),
  check (in_batches = 0 or kind = 'key')
) strict;

-- Why a version differs from the one before it in this item: added, changed or removed.
create table check_item_changes (
  list_id  integer not null references check_lists (id),
  code     text not null check (code glob 'SX[0-9][0-9][0-9]*'),
  reason   text not null check (reason in ('law', 'function', 'other')),      -- 法律法规规章制修订, 职能转变, 其他
  note     text not null check (length(trim(note)) > 0),
  primary key (list_id, code)
) strict, without rowid;

create table check_list_reviews (
  id        integer primary key,
  list_id   integer not null references check_lists (id),
  decision  text not null check (decision in ('approve', 'return')),
  opinion   text not null check (decision = 'approve' or length(trim(opinion)) > 0),
  by_id     integer not null references accounts (id),
  at        text not null
) strict;
create index check_list_reviews_by_list on check_list_reviews (list_id);

-- Only a draft is written in.
create trigger check_items_enter_a_draft before insert on check_items
when (select state from check_lists where id = new.list_id) <> 'draft'
begin select raise(abort, 'only a draft list changes'); end;
create trigger check_items_change_in_a_draft before update on check_items
when (select state from check_lists where id = old.list_id) <> 'draft' or new.list_id <> old.list_id
begin select raise(abort, 'only a draft list changes'); end;
create trigger check_items_leave_a_draft before delete on check_items
when (select state from check_lists where id = old.list_id) <> 'draft'
begin select raise(abort, 'only a draft list changes'); end;
create trigger check_item_changes_enter_a_draft before insert on check_item_changes
when (select state from check_lists where id = new.list_id) <> 'draft'
begin select raise(abort, 'only a draft list changes'); end;
create trigger check_item_changes_change_in_a_draft before update on check_item_changes
when (select state from check_lists where id = old.list_id) <> 'draft' or new.list_id <> old.list_id
begin select raise(abort, 'only a draft list changes'); end;
create trigger check_item_changes_leave_a_draft before delete on check_item_changes
when (select state from check_lists where id = old.list_id) <> 'draft'
begin select raise(abort, 'only a draft list changes'); end;

create trigger check_lists_are_not_deleted before delete on check_lists
begin select raise(abort, 'a list is never deleted'); end;
-- After approval only its document number and its day of publication are entered.
create trigger approved_check_lists_stand before update of
  version, title, state, based_on, ordinary_limit_bp, drafted_by, drafted_at, submitted_by, submitted_at, approved_by, approved_at, approved_on
on check_lists when old.state in ('approved', 'dropped')
begin select raise(abort, 'an approved list does not change'); end;
create trigger check_list_versions_have_no_gap before update of version on check_lists
when new.version <> (select coalesce(max(version), 0) + 1 from check_lists)
begin select raise(abort, 'a list takes the next version'); end;
create trigger drafters_do_not_approve before update of approved_by on check_lists
when exists (select 1 from check_list_drafters where list_id = new.id and account_id = new.approved_by)
begin select raise(abort, 'nobody approves his own draft'); end;

create trigger check_list_drafters_are_kept before update on check_list_drafters
begin select raise(abort, 'drafters are kept'); end;
create trigger check_list_drafters_are_not_deleted before delete on check_list_drafters
begin select raise(abort, 'drafters are kept'); end;
create trigger check_list_reviews_are_kept before update on check_list_reviews
begin select raise(abort, 'opinions are kept'); end;
create trigger check_list_reviews_are_not_deleted before delete on check_list_reviews
begin select raise(abort, 'opinions are kept'); end;
