-- 信用监管: 名单, 约谈, 信用修复, 信用异议. Every step is a row of its own, written once, by whom and when; the state of a
-- matter is read from the steps it has. Nothing skips 告知: 列入 of an adverse list rests on a heard defence, the defence on
-- a served notice, the notice on a proposal, by foreign keys and triggers.

-- One series of paper numbers a kind and year: 额工信列告〔2026〕1号.
create table supervision_numbers (
  kind    text not null check (kind in ('list-notice', 'list-decision', 'list-removal', 'talk', 'repair-notice', 'repair', 'objection')),
  year    integer not null check (year between 2000 and 2099),
  serial  integer not null check (serial > 0),
  number  text not null unique check (length(number) > 0),
  primary key (kind, year, serial)
) strict, without rowid;

-- 拟列入: a proposal under a ground of the pack, kept with its article and the pack's terms as they stood then.
create table list_entries (
  id               integer primary key,
  list_id          text not null check (length(list_id) > 0),
  list_name        text not null check (length(list_name) > 0),
  polarity         text not null check (polarity in ('good', 'bad')),
  object_id        integer not null references objects (id),
  object_code      text not null check (length(object_code) > 0),
  object_name      text not null check (length(object_name) > 0),
  person_name      text check (length(trim(person_name)) > 0),         -- null: the enterprise itself
  person_capacity  text check (person_capacity in ('legal-representative', 'principal', 'controller', 'employee')),
  person_number    text check (length(person_number) > 0),             -- 身份证号; never printed, never published
  ground_id        text not null check (length(ground_id) > 0),
  ground_text      text not null check (length(ground_text) > 0),
  ground_article   text not null check (length(ground_article) > 0),
  ground_standing  text not null check (ground_standing in ('rule', 'example', 'unverified')),
  level_id         text check (length(level_id) > 0),
  level_name       text check (length(level_name) > 0),
  facts            text not null check (length(trim(facts)) > 0),
  defence_days     integer check (defence_days between 1 and 365),     -- working days; a list that honours needs no 告知
  term_months      integer check (term_months > 0),
  pack_id          text not null,
  pack_version     integer not null check (pack_version > 0),
  proposed_on      text not null check (proposed_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  proposed_by      integer not null references accounts (id),
  proposed_at      text not null,
  check ((person_name is null) = (person_capacity is null)),
  check (person_number is null or person_name is not null),
  check ((level_id is null) = (level_name is null)),
  check ((polarity = 'bad') = (defence_days is not null))
) strict;

create index list_entries_by_object on list_entries (object_id, list_id);

-- What it rests on: credit records, inspections, as they were titled then.
create table list_entry_facts (
  entry_id   integer not null references list_entries (id),
  fact_id    text not null check (length(fact_id) > 0),
  record_id  integer references credit_records (id),
  title      text not null check (length(title) > 0),
  primary key (entry_id, fact_id)
) strict, without rowid;

create index list_entry_facts_by_record on list_entry_facts (record_id) where record_id is not null;

create table list_notices (                                            -- 告知书
  entry_id   integer primary key references list_entries (id),
  number     text not null unique references supervision_numbers (number),
  issued_on  text not null check (issued_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  issued_by  integer not null references accounts (id),
  issued_at  text not null
) strict;

create table list_services (                                           -- 送达; the term of 陈述申辩 runs from here
  entry_id       integer primary key references list_notices (entry_id),
  served_on      text not null check (served_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  manner         text not null check (manner in ('direct', 'left', 'mail', 'electronic', 'public-notice')),
  receiver       text not null check (length(trim(receiver)) > 0),
  defence_until  text not null check (defence_until glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  is_estimate    integer not null check (is_estimate in (0, 1)),
  entered_by     integer not null references accounts (id),
  entered_at     text not null,
  check (defence_until > served_on)
) strict;

create table list_defences (                                           -- 陈述申辩 and how it was considered
  entry_id     integer primary key references list_services (entry_id),
  outcome      text not null check (outcome in ('none', 'waived', 'accepted', 'partly', 'refused')),
  received_on  text check (received_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  statement    text not null,
  opinion      text not null check (length(trim(opinion)) > 0),
  closed_on    text not null check (closed_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  entered_by   integer not null references accounts (id),
  entered_at   text not null,
  check ((outcome = 'none') = (received_on is null)),
  check (outcome = 'none' or length(trim(statement)) > 0),
  check (received_on is null or received_on <= closed_on)
) strict;

create table list_decisions (                                          -- 列入决定 or 不予列入
  entry_id    integer primary key references list_entries (id),
  outcome     text not null check (outcome in ('listed', 'not-listed')),
  number      text not null unique references supervision_numbers (number),
  opinion     text not null check (length(trim(opinion)) > 0),
  decided_on  text not null check (decided_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until_on    text check (until_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),                              -- the pack's term; null: until removed
  record_id   integer unique references credit_records (id),           -- the credit record it left
  decided_by  integer not null references accounts (id),
  decided_at  text not null,
  check (until_on is null or (outcome = 'listed' and until_on > decided_on)),
  check (record_id is null or outcome = 'listed')
) strict;

create table list_publications (
  entry_id      integer primary key references list_decisions (entry_id),
  published_on  text not null check (published_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  place         text not null check (length(trim(place)) > 0),
  entered_by    integer not null references accounts (id),
  entered_at    text not null
) strict;

-- Joint measures (细则 第十六条): which field, what the department was asked, which one was told and when.
create table list_measures (
  id          integer primary key,
  entry_id    integer not null references list_decisions (entry_id),
  measure_id  text not null check (length(measure_id) > 0),
  field       text not null check (length(field) > 0),
  text        text not null check (length(text) > 0),
  article     text not null check (length(article) > 0),
  department  text not null check (length(trim(department)) > 0),
  told_on     text not null check (told_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  entered_by  integer not null references accounts (id),
  entered_at  text not null,
  unique (entry_id, measure_id, department)
) strict;

create table list_measure_lifts (
  measure_id  integer primary key references list_measures (id),
  lifted_on   text not null check (lifted_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  entered_by  integer not null references accounts (id),
  entered_at  text not null
) strict;

create table list_removals (                                           -- 拟移出
  id           integer primary key,
  entry_id     integer not null references list_decisions (entry_id),
  reason       text not null check (reason in ('term-over', 'repaired', 'remedied', 'wrong')),
  facts        text not null check (length(trim(facts)) > 0),
  repair_id    integer references repairs (id),
  objection_id integer references objections (id),
  proposed_on  text not null check (proposed_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  proposed_by  integer not null references accounts (id),
  proposed_at  text not null,
  check ((reason = 'repaired') = (repair_id is not null)),
  check (objection_id is null or reason = 'wrong')
) strict;

create index list_removals_by_entry on list_removals (entry_id);

create table list_removal_decisions (
  removal_id              integer primary key references list_removals (id),
  outcome                 text not null check (outcome in ('removed', 'kept')),
  number                  text not null unique references supervision_numbers (number),
  opinion                 text not null check (length(trim(opinion)) > 0),
  decided_on              text not null check (decided_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  publication_stopped_on  text check (publication_stopped_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),    -- null: it had not been published
  decided_by              integer not null references accounts (id),
  decided_at              text not null,
  check (publication_stopped_on is null or outcome = 'removed')
) strict;

-- 约谈: the notice, its service, the record or the absence, and the result of what was demanded.
create table talks (
  id             integer primary key,
  number         text not null unique references supervision_numbers (number),
  kind_id        text not null check (length(kind_id) > 0),
  kind_name      text not null check (length(kind_name) > 0),
  kind_article   text not null check (length(kind_article) > 0),
  kind_standing  text not null check (kind_standing in ('rule', 'example', 'unverified')),
  object_id      integer not null references objects (id),
  object_code    text not null check (length(object_code) > 0),
  object_name    text not null check (length(object_name) > 0),
  reason         text not null check (length(trim(reason)) > 0),
  record_id      integer references credit_records (id),
  entry_id       integer references list_entries (id),
  follows_id     integer references talks (id),                        -- held again after an absence, or after what was demanded was not done
  determined_by  text not null check (length(trim(determined_by)) > 0),  -- 谁认定谁约谈
  meet_on        text not null check (meet_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  meet_at        text not null check (meet_at glob '[0-2][0-9]:[0-5][0-9]'),
  place          text not null check (length(trim(place)) > 0),
  attendees      text not null check (length(trim(attendees)) > 0),
  materials      text not null,
  contact        text not null check (length(trim(contact)) > 0),
  pack_id        text not null,
  pack_version   integer not null check (pack_version > 0),
  issued_on      text not null check (issued_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  issued_by      integer not null references accounts (id),
  issued_at      text not null,
  check (meet_on >= issued_on)
) strict;

create index talks_by_object on talks (object_id);

create table talk_services (
  talk_id     integer primary key references talks (id),
  served_on   text not null check (served_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  manner      text not null check (manner in ('direct', 'left', 'mail', 'electronic', 'public-notice')),
  receiver    text not null check (length(trim(receiver)) > 0),
  entered_by  integer not null references accounts (id),
  entered_at  text not null
) strict;

create table talk_absences (                                           -- did not come
  talk_id     integer primary key references talk_services (talk_id),
  absent_on   text not null check (absent_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  is_excused  integer not null check (is_excused in (0, 1)),
  note        text not null check (length(trim(note)) > 0),
  entered_by  integer not null references accounts (id),
  entered_at  text not null
) strict;

create table talk_records (
  talk_id       integer primary key references talk_services (talk_id),
  held_on       text not null check (held_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  from_at       text not null check (from_at glob '[0-2][0-9]:[0-5][0-9]'),
  to_at         text not null check (to_at glob '[0-2][0-9]:[0-5][0-9]'),
  place         text not null check (length(trim(place)) > 0),
  attended      text not null check (length(trim(attended)) > 0),
  interviewers  text not null check (length(trim(interviewers)) > 0),
  demands       text not null,
  rectify_by    text check (rectify_by glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  record_id     integer unique references credit_records (id),         -- where the pack has it kept under the enterprise
  entered_by    integer not null references accounts (id),
  entered_at    text not null,
  check (from_at < to_at),
  check ((length(trim(demands)) > 0) = (rectify_by is not null)),
  check (rectify_by is null or rectify_by >= held_on)
) strict;

create table talk_questions (
  talk_id   integer not null references talk_records (talk_id),
  position  integer not null check (position > 0),
  asked     text not null check (length(trim(asked)) > 0),
  answered  text not null check (length(trim(answered)) > 0),
  primary key (talk_id, position)
) strict, without rowid;

create table talk_results (                                            -- 整改到位, 未到位
  talk_id     integer primary key references talk_records (talk_id),
  checked_on  text not null check (checked_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  outcome     text not null check (outcome in ('done', 'not-done')),
  finding     text not null check (length(trim(finding)) > 0),
  entered_by  integer not null references accounts (id),
  entered_at  text not null
) strict;

-- 信用修复 of adverse records or of an entry of a list; the tier of the pack as it stood, counted from the document.
create table repairs (
  id             integer primary key,
  number         text not null unique references supervision_numbers (number),
  object_id      integer not null references objects (id),
  object_code    text not null check (length(object_code) > 0),
  object_name    text not null check (length(object_name) > 0),
  severity       text not null check (severity in ('minor', 'ordinary', 'serious')),
  tier_name      text not null check (length(tier_name) > 0),
  tier_article   text not null check (length(tier_article) > 0),
  tier_standing  text not null check (tier_standing in ('rule', 'example', 'unverified')),
  document_on    text not null check (document_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  earliest_on    text not null check (earliest_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  applicant      text not null check (length(trim(applicant)) > 0),
  applied_on     text not null check (applied_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  remedy         text not null check (length(trim(remedy)) > 0),       -- what was put right
  ways_needed    integer not null check (ways_needed >= 0),
  pack_id        text not null,
  pack_version   integer not null check (pack_version > 0),
  entered_by     integer not null references accounts (id),
  entered_at     text not null,
  check (earliest_on >= document_on),
  check (applied_on >= earliest_on)
) strict;

create index repairs_by_object on repairs (object_id);

create table repair_subjects (
  repair_id  integer not null references repairs (id),
  position   integer not null check (position > 0),
  record_id  integer references credit_records (id),
  entry_id   integer references list_entries (id),
  title      text not null check (length(title) > 0),
  primary key (repair_id, position),
  unique (repair_id, record_id),
  unique (repair_id, entry_id),
  check ((record_id is null) <> (entry_id is null))
) strict, without rowid;

create table repair_materials (                                        -- 履行证明, 信用承诺书
  repair_id   integer not null references repairs (id),
  kind        text not null check (kind in ('fulfilment', 'commitment')),
  title       text not null check (length(trim(title)) > 0),
  dated_on    text not null check (dated_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  entered_by  integer not null references accounts (id),
  entered_at  text not null,
  primary key (repair_id, kind)
) strict, without rowid;

create table repair_ways (                                             -- 承诺、整改、核查、培训、信用报告、公益
  repair_id   integer not null references repairs (id),
  way_id      text not null check (length(way_id) > 0),
  name        text not null check (length(name) > 0),
  done_on     text not null check (done_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  proof       text not null check (length(trim(proof)) > 0),
  attendance  text not null,                                           -- of a training: who attended, how long
  entered_by  integer not null references accounts (id),
  entered_at  text not null,
  primary key (repair_id, way_id)
) strict, without rowid;

create table repair_acceptances (
  repair_id    integer primary key references repairs (id),
  accepted_on  text not null check (accepted_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  entered_by   integer not null references accounts (id),
  entered_at   text not null
) strict;

create table repair_checks (                                           -- 核查
  repair_id   integer primary key references repair_acceptances (repair_id),
  checked_on  text not null check (checked_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  is_passed   integer not null check (is_passed in (0, 1)),
  finding     text not null check (length(trim(finding)) > 0),
  entered_by  integer not null references accounts (id),
  entered_at  text not null
) strict;

create table repair_decisions (
  repair_id   integer primary key references repairs (id),
  outcome     text not null check (outcome in ('repaired', 'refused')),
  opinion     text not null check (length(trim(opinion)) > 0),
  decided_on  text not null check (decided_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  decided_by  integer not null references accounts (id),
  decided_at  text not null
) strict;

create table repair_effects (                                          -- what the decision did, in words, in the same transaction
  repair_id  integer not null references repair_decisions (repair_id),
  position   integer not null check (position > 0),
  what       text not null check (length(what) > 0),
  primary key (repair_id, position)
) strict, without rowid;

-- 信用修复告知书, served together with the penalty (两书同达).
create table repair_notices (
  record_id  integer primary key references credit_records (id),
  number     text not null unique references supervision_numbers (number),
  severity   text not null check (severity in ('minor', 'ordinary', 'serious')),
  issued_on  text not null check (issued_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  issued_by  integer not null references accounts (id),
  issued_at  text not null
) strict;

create table repair_notice_services (
  record_id   integer primary key references repair_notices (record_id),
  served_on   text not null check (served_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  manner      text not null check (manner in ('direct', 'left', 'mail', 'electronic', 'public-notice')),
  receiver    text not null check (length(trim(receiver)) > 0),
  entered_by  integer not null references accounts (id),
  entered_at  text not null
) strict;

-- 信用信息异议: to a record, an entry of a list, or a grade. Objections to inspection results stay with the inspections (细则 第十条).
create table objections (
  id           integer primary key,
  number       text not null unique references supervision_numbers (number),
  subject      text not null check (subject in ('record', 'list-entry', 'grade')),
  object_id    integer not null references objects (id),
  object_code  text not null check (length(object_code) > 0),
  object_name  text not null check (length(object_name) > 0),
  record_id    integer references credit_records (id),
  entry_id     integer references list_entries (id),
  title        text not null check (length(title) > 0),                -- of what is objected to, as it stood
  objector     text not null check (length(trim(objector)) > 0),
  contact      text not null,
  claim        text not null check (length(trim(claim)) > 0),
  evidence     text not null,
  received_on  text not null check (received_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  verify_by    text not null check (verify_by glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  is_estimate  integer not null check (is_estimate in (0, 1)),
  pack_id      text not null,
  pack_version integer not null check (pack_version > 0),
  entered_by   integer not null references accounts (id),
  entered_at   text not null,
  check ((subject = 'record') = (record_id is not null)),
  check ((subject = 'list-entry') = (entry_id is not null))
) strict;

create index objections_by_object on objections (object_id);

create table objection_checks (
  objection_id  integer primary key references objections (id),
  checked_on    text not null check (checked_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  supplier      text not null check (length(trim(supplier)) > 0),      -- who supplied the information and was asked
  finding       text not null check (length(trim(finding)) > 0),
  proposal      text not null check (proposal in ('correct', 'withdraw', 'keep')),
  correction    text not null check (json_type(correction) = 'object'),  -- the fields as they should read
  entered_by    integer not null references accounts (id),
  entered_at    text not null
) strict;

create table objection_decisions (
  objection_id  integer primary key references objection_checks (objection_id),
  outcome       text not null check (outcome in ('correct', 'withdraw', 'keep')),
  opinion       text not null check (length(trim(opinion)) > 0),
  is_wrongful   integer not null check (is_wrongful in (0, 1)),        -- a measure had been taken on it: its effects are cleared
  decided_on    text not null check (decided_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  answer_by     text not null check (answer_by glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  decided_by    integer not null references accounts (id),
  decided_at    text not null,
  check (is_wrongful = 0 or outcome <> 'keep')
) strict;

create table objection_answers (                                       -- 答复书
  objection_id  integer primary key references objection_decisions (objection_id),
  answered_on   text not null check (answered_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  manner        text not null check (manner in ('direct', 'left', 'mail', 'electronic', 'public-notice')),
  receiver      text not null check (length(trim(receiver)) > 0),
  entered_by    integer not null references accounts (id),
  entered_at    text not null
) strict;

create table objection_feedbacks (
  objection_id  integer primary key references objection_answers (objection_id),
  heard_on      text not null check (heard_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reaction      text not null check (reaction in ('accepts', 'disagrees')),
  note          text not null,
  entered_by    integer not null references accounts (id),
  entered_at    text not null
) strict;

-- 消除影响 after an entry or a record that was wrong (陈巴尔虎旗方案 第三部分第11项).
create table clearings (
  id            integer primary key,
  removal_id    integer references list_removals (id),
  objection_id  integer references objections (id),
  cleared_on    text not null check (cleared_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  what          text not null check (length(trim(what)) > 0),
  told          text not null check (length(trim(told)) > 0),          -- which departments, media and people were told
  entered_by    integer not null references accounts (id),
  entered_at    text not null,
  check ((removal_id is null) <> (objection_id is null))
) strict;

create unique index clearings_of_removals on clearings (removal_id) where removal_id is not null;
create unique index clearings_of_objections on clearings (objection_id) where objection_id is not null;

-- 名单: nothing skips 告知, nobody decides on his own proposal, the days follow each other.
create trigger notices_follow_the_proposal before insert on list_notices
when new.issued_on < (select proposed_on from list_entries where id = new.entry_id)
  or exists (select 1 from list_decisions where entry_id = new.entry_id)
begin select raise(abort, 'a notice follows the proposal and comes before the decision'); end;
create trigger services_follow_the_notice before insert on list_services
when new.served_on < (select issued_on from list_notices where entry_id = new.entry_id)
  or exists (select 1 from list_decisions where entry_id = new.entry_id)
begin select raise(abort, 'a notice is served after it was issued'); end;
create trigger defences_follow_the_service before insert on list_defences
when coalesce(new.received_on, new.closed_on) < (select served_on from list_services where entry_id = new.entry_id)
  or (new.outcome = 'none' and new.closed_on <= (select defence_until from list_services where entry_id = new.entry_id))
  or exists (select 1 from list_decisions where entry_id = new.entry_id)
begin select raise(abort, 'the term of 陈述申辩 is waited for'); end;
create trigger nothing_skips_the_notice before insert on list_decisions
when new.outcome = 'listed' and (select polarity from list_entries where id = new.entry_id) = 'bad'
  and not exists (select 1 from list_defences d where d.entry_id = new.entry_id and d.outcome <> 'accepted' and d.closed_on <= new.decided_on)
begin select raise(abort, 'nobody is listed without 告知 and 陈述申辩'); end;
create trigger listing_is_decided_by_another before insert on list_decisions
when new.decided_by = (select proposed_by from list_entries where id = new.entry_id)
  or new.decided_on < (select proposed_on from list_entries where id = new.entry_id)
begin select raise(abort, 'nobody decides on his own proposal'); end;
create trigger only_the_listed_are_published before insert on list_publications
when (select outcome from list_decisions where entry_id = new.entry_id) <> 'listed'
  or new.published_on < (select decided_on from list_decisions where entry_id = new.entry_id)
begin select raise(abort, 'only a listing is published, after its decision'); end;
create trigger only_the_listed_bear_measures before insert on list_measures
when (select outcome from list_decisions where entry_id = new.entry_id) <> 'listed'
  or new.told_on < (select decided_on from list_decisions where entry_id = new.entry_id)
  or exists (select 1 from list_removals r join list_removal_decisions d on d.removal_id = r.id and d.outcome = 'removed' where r.entry_id = new.entry_id)
begin select raise(abort, 'measures bind who is listed'); end;
create trigger only_the_listed_are_removed before insert on list_removals
when (select outcome from list_decisions where entry_id = new.entry_id) <> 'listed'
  or new.proposed_on < (select decided_on from list_decisions where entry_id = new.entry_id)
  or exists (select 1 from list_removals r left join list_removal_decisions d on d.removal_id = r.id
              where r.entry_id = new.entry_id and (d.outcome is null or d.outcome = 'removed'))
begin select raise(abort, 'who is listed is removed once'); end;
create trigger removal_is_decided_by_another before insert on list_removal_decisions
when new.decided_by = (select proposed_by from list_removals where id = new.removal_id)
  or new.decided_on < (select proposed_on from list_removals where id = new.removal_id)
begin select raise(abort, 'nobody decides on his own proposal'); end;

create trigger absent_or_recorded before insert on talk_absences
when exists (select 1 from talk_records where talk_id = new.talk_id)
begin select raise(abort, 'the talk was held'); end;
create trigger recorded_or_absent before insert on talk_records
when exists (select 1 from talk_absences where talk_id = new.talk_id)
begin select raise(abort, 'nobody came to the talk'); end;
create trigger results_need_a_demand before insert on talk_results
when (select rectify_by from talk_records where talk_id = new.talk_id) is null
  or new.checked_on < (select held_on from talk_records where talk_id = new.talk_id)
begin select raise(abort, 'nothing was demanded'); end;

-- 修复: materials before acceptance, a passed 核查 before the decision, by another.
create trigger repairs_are_accepted_with_their_materials before insert on repair_acceptances
when (select count(*) from repair_materials where repair_id = new.repair_id) < 2
  or (select count(*) from repair_ways where repair_id = new.repair_id) < (select ways_needed from repairs where id = new.repair_id)
  or not exists (select 1 from repair_subjects where repair_id = new.repair_id)
  or new.accepted_on < (select applied_on from repairs where id = new.repair_id)
  or exists (select 1 from repair_decisions where repair_id = new.repair_id)
begin select raise(abort, 'a repair is accepted with its materials'); end;
create trigger repairs_are_decided_by_another before insert on repair_decisions
when new.decided_by in (select entered_by from repairs where id = new.repair_id
    union select entered_by from repair_acceptances where repair_id = new.repair_id
    union select entered_by from repair_checks where repair_id = new.repair_id)
  or new.decided_on < (select applied_on from repairs where id = new.repair_id)
begin select raise(abort, 'nobody decides on his own proposal'); end;
create trigger repairs_need_a_passed_check before insert on repair_decisions
when new.outcome = 'repaired' and not exists (
  select 1 from repair_checks c where c.repair_id = new.repair_id and c.is_passed = 1 and c.checked_on <= new.decided_on)
begin select raise(abort, 'a repair is checked first'); end;

create trigger objections_are_decided_by_another before insert on objection_decisions
when new.decided_by = (select entered_by from objection_checks where objection_id = new.objection_id)
  or new.decided_on < (select checked_on from objection_checks where objection_id = new.objection_id)
begin select raise(abort, 'nobody decides on his own proposal'); end;

-- Steps stand.
create trigger supervision_numbers_do_not_change before update on supervision_numbers begin select raise(abort, 'a step stands'); end;
create trigger supervision_numbers_are_kept before delete on supervision_numbers begin select raise(abort, 'a step stands'); end;
create trigger list_entries_do_not_change before update on list_entries begin select raise(abort, 'a step stands'); end;
create trigger list_entries_are_kept before delete on list_entries begin select raise(abort, 'a step stands'); end;
create trigger list_entry_facts_do_not_change before update on list_entry_facts begin select raise(abort, 'a step stands'); end;
create trigger list_entry_facts_are_kept before delete on list_entry_facts begin select raise(abort, 'a step stands'); end;
create trigger list_notices_do_not_change before update on list_notices begin select raise(abort, 'a step stands'); end;
create trigger list_notices_are_kept before delete on list_notices begin select raise(abort, 'a step stands'); end;
create trigger list_services_do_not_change before update on list_services begin select raise(abort, 'a step stands'); end;
create trigger list_services_are_kept before delete on list_services begin select raise(abort, 'a step stands'); end;
create trigger list_defences_do_not_change before update on list_defences begin select raise(abort, 'a step stands'); end;
create trigger list_defences_are_kept before delete on list_defences begin select raise(abort, 'a step stands'); end;
create trigger list_decisions_do_not_change before update on list_decisions begin select raise(abort, 'a step stands'); end;
create trigger list_decisions_are_kept before delete on list_decisions begin select raise(abort, 'a step stands'); end;
create trigger list_publications_do_not_change before update on list_publications begin select raise(abort, 'a step stands'); end;
create trigger list_publications_are_kept before delete on list_publications begin select raise(abort, 'a step stands'); end;
create trigger list_measures_do_not_change before update on list_measures begin select raise(abort, 'a step stands'); end;
create trigger list_measures_are_kept before delete on list_measures begin select raise(abort, 'a step stands'); end;
create trigger list_measure_lifts_do_not_change before update on list_measure_lifts begin select raise(abort, 'a step stands'); end;
create trigger list_measure_lifts_are_kept before delete on list_measure_lifts begin select raise(abort, 'a step stands'); end;
create trigger list_removals_do_not_change before update on list_removals begin select raise(abort, 'a step stands'); end;
create trigger list_removals_are_kept before delete on list_removals begin select raise(abort, 'a step stands'); end;
create trigger list_removal_decisions_do_not_change before update on list_removal_decisions begin select raise(abort, 'a step stands'); end;
create trigger list_removal_decisions_are_kept before delete on list_removal_decisions begin select raise(abort, 'a step stands'); end;
create trigger talks_do_not_change before update on talks begin select raise(abort, 'a step stands'); end;
create trigger talks_are_kept before delete on talks begin select raise(abort, 'a step stands'); end;
create trigger talk_services_do_not_change before update on talk_services begin select raise(abort, 'a step stands'); end;
create trigger talk_services_are_kept before delete on talk_services begin select raise(abort, 'a step stands'); end;
create trigger talk_absences_do_not_change before update on talk_absences begin select raise(abort, 'a step stands'); end;
create trigger talk_absences_are_kept before delete on talk_absences begin select raise(abort, 'a step stands'); end;
create trigger talk_records_do_not_change before update on talk_records begin select raise(abort, 'a step stands'); end;
create trigger talk_records_are_kept before delete on talk_records begin select raise(abort, 'a step stands'); end;
create trigger talk_questions_do_not_change before update on talk_questions begin select raise(abort, 'a step stands'); end;
create trigger talk_questions_are_kept before delete on talk_questions begin select raise(abort, 'a step stands'); end;
create trigger talk_results_do_not_change before update on talk_results begin select raise(abort, 'a step stands'); end;
create trigger talk_results_are_kept before delete on talk_results begin select raise(abort, 'a step stands'); end;
create trigger repairs_do_not_change before update on repairs begin select raise(abort, 'a step stands'); end;
create trigger repairs_are_kept before delete on repairs begin select raise(abort, 'a step stands'); end;
create trigger repair_subjects_do_not_change before update on repair_subjects begin select raise(abort, 'a step stands'); end;
create trigger repair_subjects_are_kept before delete on repair_subjects begin select raise(abort, 'a step stands'); end;
create trigger repair_materials_do_not_change before update on repair_materials begin select raise(abort, 'a step stands'); end;
create trigger repair_materials_are_kept before delete on repair_materials begin select raise(abort, 'a step stands'); end;
create trigger repair_ways_do_not_change before update on repair_ways begin select raise(abort, 'a step stands'); end;
create trigger repair_ways_are_kept before delete on repair_ways begin select raise(abort, 'a step stands'); end;
create trigger repair_acceptances_do_not_change before update on repair_acceptances begin select raise(abort, 'a step stands'); end;
create trigger repair_acceptances_are_kept before delete on repair_acceptances begin select raise(abort, 'a step stands'); end;
create trigger repair_checks_do_not_change before update on repair_checks begin select raise(abort, 'a step stands'); end;
create trigger repair_checks_are_kept before delete on repair_checks begin select raise(abort, 'a step stands'); end;
create trigger repair_decisions_do_not_change before update on repair_decisions begin select raise(abort, 'a step stands'); end;
create trigger repair_decisions_are_kept before delete on repair_decisions begin select raise(abort, 'a step stands'); end;
create trigger repair_effects_do_not_change before update on repair_effects begin select raise(abort, 'a step stands'); end;
create trigger repair_effects_are_kept before delete on repair_effects begin select raise(abort, 'a step stands'); end;
create trigger repair_notices_do_not_change before update on repair_notices begin select raise(abort, 'a step stands'); end;
create trigger repair_notices_are_kept before delete on repair_notices begin select raise(abort, 'a step stands'); end;
create trigger repair_notice_services_do_not_change before update on repair_notice_services begin select raise(abort, 'a step stands'); end;
create trigger repair_notice_services_are_kept before delete on repair_notice_services begin select raise(abort, 'a step stands'); end;
create trigger objections_do_not_change before update on objections begin select raise(abort, 'a step stands'); end;
create trigger objections_are_kept before delete on objections begin select raise(abort, 'a step stands'); end;
create trigger objection_checks_do_not_change before update on objection_checks begin select raise(abort, 'a step stands'); end;
create trigger objection_checks_are_kept before delete on objection_checks begin select raise(abort, 'a step stands'); end;
create trigger objection_decisions_do_not_change before update on objection_decisions begin select raise(abort, 'a step stands'); end;
create trigger objection_decisions_are_kept before delete on objection_decisions begin select raise(abort, 'a step stands'); end;
create trigger objection_answers_do_not_change before update on objection_answers begin select raise(abort, 'a step stands'); end;
create trigger objection_answers_are_kept before delete on objection_answers begin select raise(abort, 'a step stands'); end;
create trigger objection_feedbacks_do_not_change before update on objection_feedbacks begin select raise(abort, 'a step stands'); end;
create trigger objection_feedbacks_are_kept before delete on objection_feedbacks begin select raise(abort, 'a step stands'); end;
create trigger clearings_do_not_change before update on clearings begin select raise(abort, 'a step stands'); end;
create trigger clearings_are_kept before delete on clearings begin select raise(abort, 'a step stands'); end;
