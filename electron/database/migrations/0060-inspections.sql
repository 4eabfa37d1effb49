-- Inspections opened by a recorded draw, their notices, results in versions, reviews and publications.

create table inspections (
  id             integer primary key,
  draw_id        integer not null references draws (id),
  task_id        integer not null references tasks (id),
  object_id      integer not null references objects (id),
  meeting_order  integer not null check (meeting_order > 0),
  year           integer not null check (year between 2000 and 2099),
  object_code    text not null check (length(object_code) > 0),      -- as drawn; a later change of the roster does not reach it
  object_name    text not null check (length(object_name) > 0),
  opened_at      text not null,
  unique (draw_id, object_id),
  unique (draw_id, meeting_order)
) strict;

create index inspections_by_object on inspections (object_id, year);
create index inspections_by_task on inspections (task_id);

create table inspection_team (
  inspection_id       integer not null references inspections (id),
  seat                integer not null check (seat >= 0),            -- 0 = 组长
  officer_id          integer not null references officers (id),
  officer_name        text not null,
  unit                text not null,
  certificate_number  text not null,
  primary key (inspection_id, seat),
  unique (inspection_id, officer_id)
) strict, without rowid;

create index inspection_team_by_officer on inspection_team (officer_id);

create table inspection_notices (                                    -- 检查通知书
  inspection_id  integer primary key references inspections (id),
  year           integer not null,
  serial         integer not null check (serial > 0),
  number         text not null unique,
  issued_on      text not null,
  inspect_on     text not null,
  address        text not null,
  contact        text not null,
  items          text not null,
  materials      text not null,
  issued_by      integer not null references accounts (id),
  unique (year, serial)
) strict;

create table publications (
  id            integer primary key,
  published_on  text not null,
  published_at  text not null,
  published_by  integer not null references accounts (id),
  is_correction integer not null check (is_correction in (0, 1)),
  list_sha256   text not null check (length(list_sha256) = 64)       -- of the published lines, as the list prints them
) strict;

create table inspection_results (
  id              integer primary key,
  inspection_id   integer not null references inspections (id),
  version         integer not null check (version > 0),
  state           text not null check (state in ('submitted', 'returned', 'approved', 'published')),
  inspected_on    text not null,
  completed_on    text not null,
  methods         text not null check (json_array_length(methods) > 0),
  result          text not null check (result in ('no-problem', 'corrected', 'pending', 'no-activity', 'closed',
                    'uncooperative', 'deregistered', 'revoked', 'annulled', 'moved')),
  problems        text not null check (json_valid(problems)),
  findings        text not null check (length(trim(findings)) > 0),
  evidence        text not null,
  refusals        text not null check (json_valid(refusals)),
  refusal_times   integer not null check (refusal_times >= 0),
  disposal        text not null check (disposal in ('none', 'to-daily', 'order', 'transfer', 'inform', 'criminal', 'other')),
  disposal_note   text not null,
  reason          text,                                              -- of a correction
  entered_by      integer not null references accounts (id),
  entered_at      text not null,
  reviewed_by     integer references accounts (id),
  reviewed_at     text,
  signed_by       integer references accounts (id),                  -- 局主要领导, corrections only (细则 第十条)
  signed_at       text,
  publication_id  integer references publications (id),
  unique (inspection_id, version),
  check (completed_on >= inspected_on),
  check ((version = 1) = (reason is null)),
  check (reviewed_by is null or reviewed_by <> entered_by),
  check (signed_by is null or (signed_by <> entered_by and signed_by <> reviewed_by)),
  check (state not in ('approved', 'published') or reviewed_by is not null),
  check ((state = 'published') = (publication_id is not null)),
  check (version = 1 or state <> 'published' or signed_by is not null)
) strict;

-- 一经公示不得擅自更改 (细则 第十条): a correction is a new version beside the old one.
create trigger published_result_is_not_changed before update on inspection_results when old.state = 'published'
begin select raise(abort, 'a published result is not changed'); end;
create trigger result_is_not_deleted before delete on inspection_results
begin select raise(abort, 'a result is not deleted'); end;
create trigger publication_is_not_changed before update on publications
begin select raise(abort, 'a publication is not changed'); end;
create trigger publication_is_not_deleted before delete on publications
begin select raise(abort, 'a publication is not deleted'); end;
create trigger only_one_version_open before insert on inspection_results
when exists (select 1 from inspection_results r where r.inspection_id = new.inspection_id and r.state <> 'published')
begin select raise(abort, 'another version is still open'); end;

create table result_reviews (                                        -- every opinion is kept
  id         integer primary key,
  result_id  integer not null references inspection_results (id),
  step       text not null check (step in ('review', 'sign')),
  decision   text not null check (decision in ('approve', 'return')),
  opinion    text not null,
  by_id      integer not null references accounts (id),
  at         text not null,
  check (decision = 'approve' or length(trim(opinion)) > 0)
) strict;

create trigger review_is_not_changed before update on result_reviews begin select raise(abort, 'a review is not changed'); end;
create trigger review_is_not_deleted before delete on result_reviews begin select raise(abort, 'a review is not deleted'); end;

create table disposal_closings (                                     -- 未完结 → 已完结
  result_id  integer primary key references inspection_results (id),  -- a correction has its own to close
  closed_on  text not null,
  note       text not null,
  closed_by  integer not null references accounts (id)
) strict;

create trigger closing_is_not_changed before update on disposal_closings begin select raise(abort, 'a closing is not changed'); end;
create trigger closing_is_not_deleted before delete on disposal_closings begin select raise(abort, 'a closing is not deleted'); end;
