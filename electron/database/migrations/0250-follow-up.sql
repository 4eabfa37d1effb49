-- 信用监管, what follows from a grade or a record: measures as dated tasks (制度 第八至十一条), 绿色通道 certificates, 信用承诺 with 践诺, 预警.

-- 预警: a rule of the pack that holds for an enterprise, with the facts it rests on. It closes by itself when its ground is gone and stays as history.
create table warnings (
  id             integer primary key,
  object_id      integer not null references objects (id),
  rule_id        text not null,                                          -- of the pack: a 预警, or `list:…` for a ground of a list
  name           text not null check (length(trim(name)) > 0),
  level          text not null check (level in ('urgent', 'notice')),
  advice         text not null check (length(trim(advice)) > 0),
  opens          text check (opens in ('talk', 'measure', 'list')),
  article        text not null check (length(article) > 0),
  pack_id        text not null,
  pack_version   integer not null check (pack_version > 0),
  grounds        text not null check (json_type(grounds) = 'array' and json_array_length(grounds) > 0),
  opened_on      text not null check (opened_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  state          text not null default 'open' check (state in ('open', 'handled', 'acknowledged', 'closed')),
  note           text check (length(trim(note)) > 0),                    -- what was done, or why it may rest
  until_on       text check (until_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  closed_on      text check (closed_on >= opened_on),
  check (state not in ('handled', 'acknowledged') or note is not null),
  check ((state = 'acknowledged') = (until_on is not null)),
  check ((state = 'closed') = (closed_on is not null))
) strict;

create unique index one_standing_warning on warnings (object_id, rule_id) where state <> 'closed';
create index warnings_by_state on warnings (state, level, opened_on, id);
create index warnings_of_object on warnings (object_id, id);

create trigger warnings_are_kept before delete on warnings begin select raise(abort, 'a warning is kept'); end;
create trigger closed_warnings_stay before update on warnings when old.state = 'closed'
begin select raise(abort, 'a closed warning stays closed'); end;

create table warning_steps (
  id          integer primary key,
  warning_id  integer not null references warnings (id),
  step        text not null check (step in ('opened', 'grounds', 'handled', 'acknowledged', 'reopened', 'closed')),
  note        text not null,
  at          text not null,
  by_name     text not null
) strict;

create index warning_steps_of_warning on warning_steps (warning_id, id);
create trigger warning_steps_are_not_changed before update on warning_steps begin select raise(abort, 'what became of a warning is append-only'); end;
create trigger warning_steps_are_not_deleted before delete on warning_steps begin select raise(abort, 'what became of a warning is append-only'); end;

-- When the warnings were last brought up to the day, and under which pack.
create table warning_scans (
  id            integer primary key,
  scanned_on    text not null check (scanned_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  pack_id       text not null,
  pack_version  integer not null check (pack_version > 0),
  objects       integer not null check (objects >= 0),
  opened        integer not null check (opened >= 0),
  closed        integer not null check (closed >= 0),
  at            text not null
) strict;

create trigger warning_scans_are_not_changed before update on warning_scans begin select raise(abort, 'a scan is kept as it was'); end;
create trigger warning_scans_are_not_deleted before delete on warning_scans begin select raise(abort, 'a scan is kept as it was'); end;

-- 办理记录: one for every enterprise it was about, e.g. those who came to one training. Its papers are attachments of the subject `measure` under this number.
create table measure_records (
  id           integer primary key,
  done_on      text not null check (done_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  what         text not null check (length(trim(what)) > 0),
  result       text not null check (length(trim(result)) > 0),
  done_by      text not null check (length(trim(done_by)) > 0),
  recorded_by  integer not null references accounts (id),
  recorded_at  text not null
) strict;

create trigger measure_records_are_not_changed before update on measure_records begin select raise(abort, 'a record of what was done stands'); end;
create trigger measure_records_are_not_deleted before delete on measure_records begin select raise(abort, 'a record of what was done stands'); end;

create table measure_tasks (
  id             integer primary key,
  object_id      integer not null references objects (id),
  year           integer not null check (year between 2000 and 2099),
  measure_id     text not null,                                          -- of the pack
  kind           text not null check (kind in ('talk', 'training', 'monitoring', 'rectification', 'publicity', 'green-channel', 'service', 'other')),
  text           text not null check (length(trim(text)) > 0),
  article        text not null check (length(article) > 0),
  grade          text check (grade in ('A', 'B', 'C', 'D')),             -- internal, never on a paper that leaves the office
  origin         text not null check (origin in ('grade', 'round', 'hand')),
  ground         text not null check (length(trim(ground)) > 0),
  warning_id     integer references warnings (id),
  pack_id        text not null,
  pack_version   integer not null check (pack_version > 0),
  opened_on      text not null check (opened_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  due_on         text check (due_on >= opened_on),                       -- null: the pack sets no term
  section        text not null default '',
  officer_id     integer references officers (id),
  state          text not null default 'open' check (state in ('open', 'done', 'cancelled')),
  talk_id        integer references talks (id),                          -- the 约谈 that carries out a talk
  record_id      integer references measure_records (id),
  cancel_reason  text check (length(trim(cancel_reason)) > 0),
  check ((state = 'done') = (record_id is not null)),
  check ((state = 'cancelled') = (cancel_reason is not null)),
  check (warning_id is null or origin = 'hand'),
  check (talk_id is null or kind = 'talk')
) strict;

create unique index one_open_measure on measure_tasks (object_id, measure_id) where state = 'open';
create index measure_tasks_of_object on measure_tasks (object_id, year, measure_id, state);
create index measure_tasks_by_due on measure_tasks (state, due_on, id);
create index measure_tasks_of_record on measure_tasks (record_id) where record_id is not null;

create trigger measure_tasks_are_kept before delete on measure_tasks begin select raise(abort, 'a measure is cancelled, not deleted'); end;
create trigger measure_tasks_keep_their_ground before update of object_id, year, measure_id, kind, text, article, grade, origin, ground, warning_id, pack_id, pack_version, opened_on on measure_tasks
begin select raise(abort, 'why a measure was opened stands'); end;

create table measure_steps (
  id         integer primary key,
  task_id    integer not null references measure_tasks (id),
  step       text not null check (step in ('assigned', 'talk', 'done', 'reopened', 'cancelled')),
  record_id  integer references measure_records (id),
  note       text not null,
  at         text not null,
  by_name    text not null
) strict;

create index measure_steps_of_task on measure_steps (task_id, id);
create trigger measure_steps_are_not_changed before update on measure_steps begin select raise(abort, 'what became of a measure is append-only'); end;
create trigger measure_steps_are_not_deleted before delete on measure_steps begin select raise(abort, 'what became of a measure is append-only'); end;

-- 绿色通道 certificates handed out; what they say stands as printed. They name no grade.
create table green_channel_certificates (
  id             integer primary key,
  year           integer not null check (year between 2000 and 2099),
  serial         integer not null check (serial > 0),
  number         text not null unique,
  object_id      integer not null references objects (id),
  object_name    text not null,
  object_code    text not null,
  gives          text not null check (json_type(gives) = 'array' and json_array_length(gives) > 0),
  article        text not null check (length(article) > 0),
  pack_id        text not null,
  pack_version   integer not null check (pack_version > 0),
  from_on        text not null check (from_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until_on       text not null check (until_on >= from_on),
  issued_by      integer not null references accounts (id),
  issued_at      text not null,
  revoked_on     text check (revoked_on >= from_on),
  revoke_reason  text check (length(trim(revoke_reason)) > 0),
  unique (year, serial),
  check ((revoked_on is null) = (revoke_reason is null))
) strict;

create index certificates_of_object on green_channel_certificates (object_id, until_on);
create trigger certificates_are_kept before delete on green_channel_certificates begin select raise(abort, 'a certificate is revoked, not deleted'); end;
create trigger certificates_only_end before update of year, serial, number, object_id, object_name, object_code, gives, article, pack_id, pack_version, from_on, until_on, issued_by, issued_at on green_channel_certificates
begin select raise(abort, 'a certificate stands as it was issued'); end;
create trigger revoked_certificates_stay before update on green_channel_certificates when old.revoked_on is not null
begin select raise(abort, 'a revoked certificate stays revoked'); end;

-- 信用承诺书: issued from the pack's list of 承诺事项, signed, published; what it says stands as printed.
create table commitments (
  id             integer primary key,
  year           integer not null check (year between 2000 and 2099),
  serial         integer not null check (serial > 0),
  number         text not null unique,
  object_id      integer not null references objects (id),
  item_id        text not null,                                          -- of the pack
  name           text not null check (length(trim(name)) > 0),
  kind           text not null check (kind in ('proactive-publicity', 'licence', 'repair', 'project', 'voluntary-information', 'integrity', 'other')),
  terms          text not null check (json_type(terms) = 'array' and json_array_length(terms) > 0),
  is_publicised  integer not null check (is_publicised in (0, 1)),
  article        text not null check (length(article) > 0),
  pack_id        text not null,
  pack_version   integer not null check (pack_version > 0),
  matter         text not null,                                          -- 许可、项目、修复 it was given for; empty = none
  issued_on      text not null check (issued_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until_on       text check (until_on >= issued_on),                     -- null: until taken back
  issued_by      integer not null references accounts (id),
  issued_at      text not null,
  signed_on      text check (signed_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  signed_by      text check (length(trim(signed_by)) > 0),
  published_on   text check (published_on >= signed_on),
  published_at   text check (length(trim(published_at)) > 0),            -- the place: 政务网、信用中国 …
  check_on       text check (check_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),  -- next 践诺 check
  ended_on       text check (ended_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  end_reason     text check (length(trim(end_reason)) > 0),
  unique (year, serial),
  check ((signed_on is null) = (signed_by is null)),
  check ((published_on is null) = (published_at is null)),
  check (published_on is null or (signed_on is not null and is_publicised = 1)),
  check ((ended_on is null) = (end_reason is null))
) strict;

create index commitments_of_object on commitments (object_id, item_id, id);
create index commitments_by_check on commitments (check_on) where check_on is not null;
create trigger commitments_are_kept before delete on commitments begin select raise(abort, 'a commitment is ended, not deleted'); end;
create trigger commitments_stand before update of year, serial, number, object_id, item_id, name, kind, terms, is_publicised, article, pack_id, pack_version, matter, issued_on, issued_by, issued_at on commitments
begin select raise(abort, 'a commitment stands as it was issued'); end;
create trigger signatures_stand before update of signed_on, signed_by on commitments when old.signed_on is not null
begin select raise(abort, 'a signature stands'); end;

-- 践诺: each check, term by term. 践诺 and 违诺 become a credit record.
create table commitment_checks (
  id             integer primary key,
  commitment_id  integer not null references commitments (id),
  checked_on     text not null check (checked_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  outcome        text not null check (outcome in ('kept', 'partly', 'broken')),
  terms          text not null check (json_type(terms) = 'array'),        -- kept, broken or unchecked, in the order of the commitment's terms
  findings       text not null check (length(trim(findings)) > 0),
  evidence       text not null,
  checked_by     text not null check (length(trim(checked_by)) > 0),
  record_id      integer references credit_records (id),
  entered_by     integer not null references accounts (id),
  entered_at     text not null,
  check ((outcome = 'partly') = (record_id is null))
) strict;

create index commitment_checks_of_commitment on commitment_checks (commitment_id, checked_on, id);
create trigger commitment_checks_are_not_changed before update on commitment_checks begin select raise(abort, 'a check stands'); end;
create trigger commitment_checks_are_not_deleted before delete on commitment_checks begin select raise(abort, 'a check stands'); end;
