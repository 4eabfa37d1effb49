-- 工作台账, 总结, 通报, 专项治理. Nothing here is changed or taken away: a correction is a new version beside the old one, a withdrawal a row of its own.

-- Which registers there are is told by the policy pack in force; 成效案例 and 报送记录 are the program's own.
create table register_entries (
  id           integer primary key autoincrement,
  register_id  text not null check (length(trim(register_id)) > 0),
  created_at   text not null
) strict;

create index register_entries_of_register on register_entries (register_id, id);

create table register_versions (
  entry_id      integer not null references register_entries (id),
  version       integer not null check (version > 0),
  day           text not null check (day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),   -- the day the entry is of; its year is the register's year
  object_id     integer references objects (id),                    -- the enterprise it names first
  cells         text not null check (json_valid(cells)),            -- by column
  reason        text not null,                                      -- of a correction
  pack_version  integer not null check (pack_version > 0),          -- whose columns it was filled in under
  at            text not null,
  by_id         integer not null references accounts (id),
  by_name       text not null,
  primary key (entry_id, version),
  check (version = 1 or length(trim(reason)) > 0)
) strict, without rowid;

create index register_versions_of_object on register_versions (object_id) where object_id is not null;

create table register_withdrawals (
  entry_id  integer primary key references register_entries (id),
  reason    text not null check (length(trim(reason)) > 0),
  at        text not null,
  by_id     integer not null references accounts (id),
  by_name   text not null
) strict;

create table register_publications (                                -- 公示 of a version, where the public can see it
  id            integer primary key,
  entry_id      integer not null,
  version       integer not null,
  published_on  text not null check (published_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  place         text not null check (length(trim(place)) > 0),
  at            text not null,
  by_id         integer not null references accounts (id),
  by_name       text not null,
  foreign key (entry_id, version) references register_versions (entry_id, version)
) strict;

create index register_publications_of_entry on register_publications (entry_id, id);

create table summaries (
  id           integer primary key autoincrement,
  kind         text not null check (kind in ('half-year', 'annual', 'field')),
  year         integer not null check (year between 2000 and 2099),
  from_on      text not null check (from_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_on        text not null check (to_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  field        text,                                                -- of a summary by field
  filter       text not null check (json_valid(filter)),            -- whose enterprises it counts
  is_internal  integer not null check (is_internal in (0, 1)),      -- only an internal one tells how many enterprises have which grade
  created_at   text not null,
  check (from_on <= to_on),
  check ((kind = 'field') = (field is not null))
) strict;

create table summary_versions (
  summary_id  integer not null references summaries (id),
  version     integer not null check (version > 0),
  title       text not null check (length(trim(title)) > 0),
  sections    text not null check (json_valid(sections)),
  figures     text not null check (json_valid(figures)),            -- as they were when it was drafted, each with its list
  as_of       text not null check (as_of glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  at          text not null,
  by_id       integer not null references accounts (id),
  by_name     text not null,
  primary key (summary_id, version)
) strict, without rowid;

create table summary_steps (
  id          integer primary key,
  summary_id  integer not null,
  version     integer not null,
  step        text not null check (step in ('submit', 'return', 'approve')),
  opinion     text not null,
  at          text not null,
  by_id       integer not null references accounts (id),
  by_name     text not null,
  foreign key (summary_id, version) references summary_versions (summary_id, version)
) strict;

create index summary_steps_of_summary on summary_steps (summary_id, id);

create table letters (
  id            integer primary key autoincrement,
  kind          text not null check (kind in ('joint', 'cadre')),   -- 通报函 to departments; 干部失信通报
  year          integer not null check (year between 2000 and 2099),
  serial        integer not null check (serial > 0),
  number        text not null unique,
  addressee     text not null check (length(trim(addressee)) > 0),
  source        text not null check (source in ('list-entry', 'register-entry', 'none')),
  source_id     integer,                                            -- the entry it is about
  object_id     integer references objects (id),
  subject_name  text not null check (length(trim(subject_name)) > 0),
  created_at    text not null,
  unique (year, serial),
  check ((source = 'none') = (source_id is null))
) strict;

create index letters_of_source on letters (source, source_id);

create table letter_versions (
  letter_id  integer not null references letters (id),
  version    integer not null check (version > 0),
  title      text not null check (length(trim(title)) > 0),
  body       text not null check (length(trim(body)) > 0),
  at         text not null,
  by_id      integer not null references accounts (id),
  by_name    text not null,
  primary key (letter_id, version)
) strict, without rowid;

create table letter_steps (
  id         integer primary key,
  letter_id  integer not null references letters (id),
  version    integer not null,
  step       text not null check (step in ('approve', 'return', 'dispatch', 'answer', 'withdraw')),
  on_day     text not null check (on_day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  text       text not null,                                         -- opinion, way of dispatch, what was answered, reason
  at         text not null,
  by_id      integer not null references accounts (id),
  by_name    text not null,
  foreign key (letter_id, version) references letter_versions (letter_id, version)
) strict;

create index letter_steps_of_letter on letter_steps (letter_id, id);

create table campaigns (                                            -- 重点领域失信问题专项治理
  id          integer primary key autoincrement,
  name        text not null check (length(trim(name)) > 0),
  field       text not null check (length(trim(field)) > 0),
  from_on     text not null check (from_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_on       text not null check (to_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  goal        text not null check (length(trim(goal)) > 0),
  basis       text not null,
  filter      text not null check (json_valid(filter)),
  started_on  text not null check (started_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  at          text not null,
  by_id       integer not null references accounts (id),
  by_name     text not null,
  check (from_on <= to_on)
) strict;

create table campaign_objects (                                     -- fixed when it starts
  campaign_id  integer not null references campaigns (id),
  object_id    integer not null references objects (id),
  code         text not null,
  name         text not null,
  standing     text not null check (json_valid(standing)),          -- at the start
  primary key (campaign_id, object_id)
) strict, without rowid;

create table campaign_steps (
  id           integer primary key,
  campaign_id  integer not null,
  object_id    integer not null,
  state        text not null check (state in ('none', 'rectifying', 'done', 'transferred')),
  on_day       text not null check (on_day glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  due_on       text check (due_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),   -- 整改期限
  record       text not null check (length(trim(record)) > 0),
  at           text not null,
  by_id        integer not null references accounts (id),
  by_name      text not null,
  foreign key (campaign_id, object_id) references campaign_objects (campaign_id, object_id),
  check (due_on is null or state = 'rectifying')
) strict;

create index campaign_steps_of_campaign on campaign_steps (campaign_id, object_id, id);

create table campaign_ends (
  campaign_id  integer primary key references campaigns (id),
  ended_on     text not null check (ended_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  outcome      text not null check (length(trim(outcome)) > 0),
  standings    text not null check (json_valid(standings)),         -- at the end, by object
  at           text not null,
  by_id        integer not null references accounts (id),
  by_name      text not null
) strict;

create trigger register_entries_do_not_change before update on register_entries begin select raise(abort, 'an entry of a register stands'); end;
create trigger register_entries_are_kept before delete on register_entries begin select raise(abort, 'an entry of a register stands'); end;
create trigger register_versions_do_not_change before update on register_versions begin select raise(abort, 'an entry of a register stands'); end;
create trigger register_versions_are_kept before delete on register_versions begin select raise(abort, 'an entry of a register stands'); end;
create trigger register_withdrawals_do_not_change before update on register_withdrawals begin select raise(abort, 'a withdrawal stands'); end;
create trigger register_withdrawals_are_kept before delete on register_withdrawals begin select raise(abort, 'a withdrawal stands'); end;
create trigger register_publications_do_not_change before update on register_publications begin select raise(abort, 'a publication stands'); end;
create trigger register_publications_are_kept before delete on register_publications begin select raise(abort, 'a publication stands'); end;
create trigger summaries_do_not_change before update on summaries begin select raise(abort, 'a summary stands'); end;
create trigger summaries_are_kept before delete on summaries begin select raise(abort, 'a summary stands'); end;
create trigger summary_versions_do_not_change before update on summary_versions begin select raise(abort, 'a version stands'); end;
create trigger summary_versions_are_kept before delete on summary_versions begin select raise(abort, 'a version stands'); end;
create trigger summary_steps_do_not_change before update on summary_steps begin select raise(abort, 'a step stands'); end;
create trigger summary_steps_are_kept before delete on summary_steps begin select raise(abort, 'a step stands'); end;
create trigger letters_do_not_change before update on letters begin select raise(abort, 'a letter stands'); end;
create trigger letters_are_kept before delete on letters begin select raise(abort, 'a letter stands'); end;
create trigger letter_versions_do_not_change before update on letter_versions begin select raise(abort, 'a version stands'); end;
create trigger letter_versions_are_kept before delete on letter_versions begin select raise(abort, 'a version stands'); end;
create trigger letter_steps_do_not_change before update on letter_steps begin select raise(abort, 'a step stands'); end;
create trigger letter_steps_are_kept before delete on letter_steps begin select raise(abort, 'a step stands'); end;
create trigger campaigns_do_not_change before update on campaigns begin select raise(abort, 'a campaign stands'); end;
create trigger campaigns_are_kept before delete on campaigns begin select raise(abort, 'a campaign stands'); end;
create trigger campaign_objects_do_not_change before update on campaign_objects begin select raise(abort, 'whom a campaign is about is fixed'); end;
create trigger campaign_objects_are_kept before delete on campaign_objects begin select raise(abort, 'whom a campaign is about is fixed'); end;
create trigger campaign_steps_do_not_change before update on campaign_steps begin select raise(abort, 'a step stands'); end;
create trigger campaign_steps_are_kept before delete on campaign_steps begin select raise(abort, 'a step stands'); end;
create trigger campaign_ends_do_not_change before update on campaign_ends begin select raise(abort, 'the end of a campaign stands'); end;
create trigger campaign_ends_are_kept before delete on campaign_ends begin select raise(abort, 'the end of a campaign stands'); end;
