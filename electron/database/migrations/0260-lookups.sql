-- 逢办必查: credit reports as they were made, a lookup before every 许可, 处罚, 检查 and 申报, what became of applications
-- checked against credit (额尔古纳方案), the approval path by credit (陈巴尔虎旗方案 第2项), and the 查询区 (鸡西方案 第4项).

-- A report stands as it was made: what is kept is the printed document itself, so that no later change alters it.
create table credit_reports (
  id           integer primary key,
  year         integer not null check (year between 2000 and 2099),
  serial       integer not null check (serial > 0),
  number       text not null unique check (length(number) > 0),
  audience     text not null check (audience in ('internal', 'external')),
  object_id    integer not null references objects (id),
  object_name  text not null check (length(object_name) > 0),
  object_code  text not null check (length(object_code) > 0),
  document     text not null check (json_type(document) = 'object'),
  sha256       text not null check (length(sha256) = 64 and sha256 not glob '*[^0-9a-f]*'),
  made_at      text not null,
  made_by      integer not null references accounts (id),
  unique (year, serial)
) strict;

create index credit_reports_by_object on credit_reports (object_id);

create trigger credit_reports_do_not_change before update on credit_reports
begin select raise(abort, 'a credit report stands as it was made'); end;
create trigger credit_reports_are_kept before delete on credit_reports
begin select raise(abort, 'a credit report is kept'); end;

create table credit_lookups (
  id             integer primary key,
  year           integer not null check (year between 2000 and 2099),
  serial         integer not null check (serial > 0),
  number         text not null unique check (length(number) > 0),
  object_id      integer not null references objects (id),
  object_name    text not null check (length(object_name) > 0),
  object_code    text not null check (length(object_code) > 0),
  matter         text not null check (matter in ('licence', 'penalty', 'inspection', 'project', 'funds', 'reward', 'innovation',
                                                 'procurement', 'tender', 'access', 'qualification', 'honour', 'other')),
  subject        text not null check (length(trim(subject)) > 0),      -- which licence, case, project
  purpose        text not null check (length(trim(purpose)) > 0),
  asked_by       text not null check (length(trim(asked_by)) > 0),     -- the section or person who wants to know
  inspection_id  integer references inspections (id),
  seen           text not null check (length(seen) > 0),               -- what the report said, in one sentence
  has_adverse    integer not null check (has_adverse in (0, 1)),
  report_id      integer not null unique references credit_reports (id),
  looked_up_on   text not null check (looked_up_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  looked_up_at   text not null,
  looked_up_by   integer not null references accounts (id),
  unique (year, serial),
  check (inspection_id is null or matter = 'inspection')
) strict;

create index credit_lookups_by_object on credit_lookups (object_id, id);
create index credit_lookups_by_inspection on credit_lookups (inspection_id) where inspection_id is not null;
create index credit_lookups_by_day on credit_lookups (looked_up_on);

create trigger credit_lookups_do_not_change before update on credit_lookups
begin select raise(abort, 'a lookup stands'); end;
create trigger credit_lookups_are_kept before delete on credit_lookups
begin select raise(abort, 'a lookup is kept'); end;
create trigger lookups_keep_an_internal_report before insert on credit_lookups
when not exists (select 1 from credit_reports r
                  where r.id = new.report_id and r.audience = 'internal' and r.object_id = new.object_id)
begin select raise(abort, 'a lookup keeps the internal report of its object'); end;
create trigger lookups_of_inspections_are_of_their_object before insert on credit_lookups
when new.inspection_id is not null
 and new.object_id <> (select object_id from inspections where id = new.inspection_id)
begin select raise(abort, 'the inspection is of another object'); end;

-- 项目申报、资金争取、企业奖励、技术创新申报. An application is checked, decided by 局领导, and after 修复 checked again.
create table credit_applications (
  id               integer primary key,
  year             integer not null check (year between 2000 and 2099),
  serial           integer not null check (serial > 0),
  number           text not null unique check (length(number) > 0),
  kind             text not null check (kind in ('project', 'funds', 'reward', 'innovation')),
  object_id        integer not null references objects (id),
  object_name      text not null check (length(object_name) > 0),
  object_code      text not null check (length(object_code) > 0),
  title            text not null check (length(trim(title)) > 0),
  amount_fen       integer check (amount_fen > 0),
  document_number  text not null,
  received_on      text not null check (received_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note             text not null,
  entered_at       text not null,
  entered_by       integer not null references accounts (id),
  unique (year, serial)
) strict;

create index credit_applications_by_object on credit_applications (object_id);

create table credit_application_checks (
  id              integer primary key,
  application_id  integer not null references credit_applications (id),
  lookup_id       integer not null unique references credit_lookups (id),
  proposal        text not null check (proposal in ('support', 'refuse')),
  findings        text not null check (json_type(findings) = 'array'),
  remedy          text not null,                            -- what was put right since the refusal; empty for the first check
  pack_id         text not null,
  pack_version    integer not null check (pack_version > 0),
  checked_at      text not null,
  checked_by      integer not null references accounts (id),
  check ((proposal = 'refuse') = (json_array_length(findings) > 0))
) strict;

create index credit_application_checks_by_application on credit_application_checks (application_id, id);

-- The signed 承诺书 that is demanded of every applicant.
create table credit_application_promises (
  application_id  integer primary key references credit_applications (id),
  commitment_id   integer not null references commitments (id),
  entered_at      text not null,
  entered_by      integer not null references accounts (id)
) strict;

create table credit_application_decisions (
  check_id       integer primary key references credit_application_checks (id),
  outcome        text not null check (outcome in ('support', 'refuse')),
  reason         text not null check (length(trim(reason)) > 0),
  notice_number  text unique,                               -- of the 告知书 that goes to the applicant
  decided_on     text not null check (decided_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  decided_at     text not null,
  decided_by     integer not null references accounts (id),
  check ((outcome = 'refuse') = (notice_number is not null))
) strict;

create trigger decisions_are_not_by_who_entered before insert on credit_application_decisions
when new.decided_by = (select a.entered_by from credit_application_checks c join credit_applications a on a.id = c.application_id
                        where c.id = new.check_id)
  or new.decided_by = (select checked_by from credit_application_checks where id = new.check_id)
begin select raise(abort, 'another person decides'); end;
create trigger what_was_found_is_not_passed_up before insert on credit_application_decisions
when new.outcome = 'support' and (select proposal from credit_application_checks where id = new.check_id) = 'refuse'
begin select raise(abort, 'an application with findings is not passed up'); end;
create trigger applications_go_up_with_their_promise before insert on credit_application_decisions
when new.outcome = 'support' and not exists (
  select 1 from credit_application_checks c join credit_application_promises p on p.application_id = c.application_id
   where c.id = new.check_id)
begin select raise(abort, 'the promise is missing'); end;
create trigger checks_follow_a_refusal before insert on credit_application_checks
when exists (select 1 from credit_application_checks c left join credit_application_decisions d on d.check_id = c.id
              where c.application_id = new.application_id and d.outcome is not 'refuse')
begin select raise(abort, 'the last check is not refused'); end;

create trigger credit_applications_do_not_change before update on credit_applications
begin select raise(abort, 'an application stands'); end;
create trigger credit_applications_are_kept before delete on credit_applications
begin select raise(abort, 'an application is kept'); end;
create trigger credit_application_checks_do_not_change before update on credit_application_checks
begin select raise(abort, 'a check stands'); end;
create trigger credit_application_checks_are_kept before delete on credit_application_checks
begin select raise(abort, 'a check is kept'); end;
create trigger credit_application_promises_do_not_change before update on credit_application_promises
begin select raise(abort, 'a promise stands'); end;
create trigger credit_application_promises_are_kept before delete on credit_application_promises
begin select raise(abort, 'a promise is kept'); end;
create trigger credit_application_decisions_do_not_change before update on credit_application_decisions
begin select raise(abort, 'a decision stands'); end;
create trigger credit_application_decisions_are_kept before delete on credit_application_decisions
begin select raise(abort, 'a decision is kept'); end;

-- 信易+审批: which path a licence application was given, why, which was taken, and 事后审.
create table licence_applications (
  id              integer primary key,
  year            integer not null check (year between 2000 and 2099),
  serial          integer not null check (serial > 0),
  number          text not null unique check (length(number) > 0),
  object_id       integer not null references objects (id),
  object_name     text not null check (length(object_name) > 0),
  object_code     text not null check (length(object_code) > 0),
  licence         text not null check (length(trim(licence)) > 0),
  applied_on      text not null check (applied_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  lookup_id       integer not null unique references credit_lookups (id),
  proposed_path   text not null,                            -- id in the pack; the words beside it, as they stood
  proposed_name   text not null check (length(proposed_name) > 0),
  reasons         text not null check (json_type(reasons) = 'array' and json_array_length(reasons) > 0),
  pack_id         text not null,
  pack_version    integer not null check (pack_version > 0),
  entered_at      text not null,
  entered_by      integer not null references accounts (id),
  unique (year, serial)
) strict;

create index licence_applications_by_object on licence_applications (object_id);

create table licence_paths_taken (
  application_id  integer primary key references licence_applications (id),
  path            text not null,
  name            text not null check (length(name) > 0),
  differs_why     text not null,
  is_promise      integer not null check (is_promise in (0, 1)),  -- 先批后审: granted on a signed 承诺书
  commitment_id   integer references commitments (id),
  decision        text not null check (decision in ('granted', 'denied')),
  decided_on      text not null check (decided_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  licence_number  text not null,
  check_due_on    text check (check_due_on > decided_on),   -- 事后审
  taken_at        text not null,
  taken_by        integer not null references accounts (id),
  check (check_due_on is null or decision = 'granted'),
  check (is_promise = 0 or decision = 'denied' or (check_due_on is not null and commitment_id is not null))
) strict;

create trigger another_path_has_a_reason before insert on licence_paths_taken
when (new.path <> (select proposed_path from licence_applications where id = new.application_id)) <> (length(trim(new.differs_why)) > 0)
begin select raise(abort, 'another path has a reason'); end;

create table licence_after_checks (
  application_id  integer primary key references licence_paths_taken (application_id),
  checked_on      text not null check (checked_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  result          text not null check (result in ('kept', 'broken')),
  findings        text not null check (length(trim(findings)) > 0),
  record_id       integer references credit_records (id),  -- of a broken promise
  checked_at      text not null,
  checked_by      integer not null references accounts (id),
  check ((result = 'broken') = (record_id is not null))
) strict;

create trigger only_what_is_due_is_checked_after before insert on licence_after_checks
when (select check_due_on from licence_paths_taken where application_id = new.application_id) is null
begin select raise(abort, 'nothing is to be checked after'); end;
create trigger licence_applications_do_not_change before update on licence_applications
begin select raise(abort, 'an application stands'); end;
create trigger licence_applications_are_kept before delete on licence_applications
begin select raise(abort, 'an application is kept'); end;
create trigger licence_paths_taken_do_not_change before update on licence_paths_taken
begin select raise(abort, 'a path stands'); end;
create trigger licence_paths_taken_are_kept before delete on licence_paths_taken
begin select raise(abort, 'a path is kept'); end;
create trigger licence_after_checks_do_not_change before update on licence_after_checks
begin select raise(abort, 'a check stands'); end;
create trigger licence_after_checks_are_kept before delete on licence_after_checks
begin select raise(abort, 'a check is kept'); end;

-- 查询区: every question, also those that got no answer. What was typed is kept only where it is an enterprise of the roster.
create table counter_queries (
  id           integer primary key,
  asked_at     text not null,
  opened_by    integer not null references accounts (id),   -- who opened the counter
  outcome      text not null check (outcome in ('shown', 'not-matched')),
  object_id    integer references objects (id),
  object_name  text not null,
  object_code  text not null,
  report_id    integer unique references credit_reports (id),
  check ((outcome = 'shown') = (report_id is not null)),
  check (outcome = 'not-matched' or object_id is not null)
) strict;

create index counter_queries_by_object on counter_queries (object_id) where object_id is not null;
create index counter_queries_by_time on counter_queries (asked_at);

create trigger the_counter_shows_external_reports before insert on counter_queries
when new.report_id is not null
 and not exists (select 1 from credit_reports r
                  where r.id = new.report_id and r.audience = 'external' and r.object_id = new.object_id)
begin select raise(abort, 'the counter shows the external report of its object'); end;
create trigger counter_queries_do_not_change before update on counter_queries
begin select raise(abort, 'a query stands'); end;
create trigger counter_queries_are_kept before delete on counter_queries
begin select raise(abort, 'a query is kept'); end;

create table counter_prints (
  id          integer primary key,
  query_id    integer not null references counter_queries (id),
  printed_at  text not null
) strict;

create trigger counter_prints_do_not_change before update on counter_prints
begin select raise(abort, 'a print stands'); end;
create trigger counter_prints_are_kept before delete on counter_prints
begin select raise(abort, 'a print is kept'); end;
