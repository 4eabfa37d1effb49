-- 检查对象名录库 (细则 第六条) and 执法检查人员名录库 (第七条), their imports and every change of them.

create table import_batches (
  id           integer primary key,
  kind         text not null check (kind in ('objects', 'officers')),
  file_name    text not null,
  file_sha256  text not null check (length(file_sha256) = 64),
  added        integer not null check (added >= 0),
  updated      integer not null check (updated >= 0),
  left_out     integer not null check (left_out >= 0),      -- rows with an error
  warnings     integer not null check (warnings >= 0),
  state        text not null default 'applied' check (state in ('applied', 'undone')),
  applied_at   text not null,
  applied_by   integer not null references accounts (id),
  undone_at    text,
  undone_by    integer references accounts (id),
  undo_reason  text,
  check ((state = 'undone') = (undone_at is not null and undone_by is not null and undo_reason is not null))
) strict;

-- Numbers are never given twice: the history outlives an entry that was removed.
create table objects (
  id                integer primary key autoincrement,
  code              text not null unique check (code not glob '*[^0-9A-Z]*'),   -- what draws know it by: the USCC, or a number of this roster
  uscc              text unique check (length(uscc) = 18),
  id_card           text unique check (length(id_card) = 18),                  -- 自然人 only; stored, never published
  name              text not null check (length(trim(name)) > 0),
  name_key          text not null,
  initials          text not null,                                             -- pinyin, for the search box
  kind              text not null check (kind in ('企业', '个体工商户', '农民专业合作社', '事业单位', '社会组织', '自然人', '其他')),
  address           text not null,
  person_in_charge  text not null,
  phone             text not null,
  industry          text not null,
  township          text not null,
  registered_by     text not null,
  founded_on        text check (founded_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  status            text not null check (status in ('存续', '注销', '吊销', '撤销', '迁出', '停业', '清算')),
  is_above_scale    integer not null check (is_above_scale in (0, 1)),
  is_key            integer not null check (is_key in (0, 1)),
  tags              text not null check (json_type(tags) = 'array'),
  created_at        text not null,
  updated_at        text not null,
  check ((uscc is null) <> (id_card is null)),
  check ((kind = '自然人') = (id_card is not null)),
  check (uscc is null or code = uscc)
) strict;

create index objects_by_name on objects (name_key, id);
create index objects_by_initials on objects (initials, id);

create table licences (
  id          integer primary key,
  object_id   integer not null references objects (id) on delete cascade,
  name        text not null check (length(trim(name)) > 0),
  number      text not null,
  expires_on  text check (expires_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) strict;

create index licences_of_object on licences (object_id);

create table officers (
  id                      integer primary key autoincrement,
  code                    text not null unique check (code glob 'ZF[0-9][0-9][0-9]*'),   -- issued by the program, used in draws
  name                    text not null check (length(trim(name)) > 0),
  unit                    text not null check (length(trim(unit)) > 0),                  -- as written: 额尔古纳市应急管理局
  department              text not null check (length(trim(department)) > 0),            -- as plans and draws name it: 应急
  section                 text not null,
  post                    text not null,
  certificate_number      text not null,                                                 -- 行政执法证号; empty = none
  certificate_expires_on  text check (certificate_expires_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  has_establishment       integer not null check (has_establishment in (0, 1)),          -- 行政编制
  is_leader_qualified     integer not null check (is_leader_qualified in (0, 1)),
  scopes                  text not null check (json_type(scopes) = 'array'),             -- empty = every item (第七条)
  status                  text not null check (status in ('在岗', '离岗', '调离', '退休')),
  phone                   text not null,
  created_at              text not null,
  updated_at              text not null
) strict;

create unique index one_certificate on officers (certificate_number) where certificate_number <> '';

create table leaves (
  id          integer primary key,
  officer_id  integer not null references officers (id) on delete cascade,
  from_on     text not null check (from_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_on       text not null check (to_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  check (from_on <= to_on)
) strict;

create index leaves_of_officer on leaves (officer_id);

create table recusals (
  id          integer primary key autoincrement,
  officer_id  integer not null references officers (id),
  object_id   integer not null references objects (id),
  reason      text not null check (reason in ('亲属', '曾任职', '持股', '本人申请', '企业申请', '其他')),
  evidence    text not null,
  created_at  text not null,
  unique (officer_id, object_id)
) strict;

create index recusals_of_object on recusals (object_id);

-- 动态维护: each change with what stood before and after, whole. The roster of any day can be read from here.
create table roster_changes (
  id         integer primary key,
  roster     text not null check (roster in ('object', 'officer', 'recusal')),
  entry_id   integer not null,
  name       text not null,
  change     text not null check (change in ('added', 'changed', 'removed')),
  before     text check (json_valid(before)),
  after      text check (json_valid(after)),
  reason     text not null,
  batch_id   integer references import_batches (id),
  at         text not null,
  by_id      integer not null references accounts (id),
  by_name    text not null,
  check ((before is null) = (change = 'added')),
  check ((after is null) = (change = 'removed'))
) strict;

create index roster_changes_of_entry on roster_changes (roster, entry_id, id);
create index roster_changes_of_batch on roster_changes (batch_id, id);

create trigger roster_changes_are_not_changed before update on roster_changes begin select raise(abort, 'the history of the rosters is append-only'); end;
create trigger roster_changes_are_not_deleted before delete on roster_changes begin select raise(abort, 'the history of the rosters is append-only'); end;
create trigger import_batches_are_not_deleted before delete on import_batches begin select raise(abort, 'import batches are kept'); end;
