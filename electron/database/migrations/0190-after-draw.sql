-- What happens to a draw after it was drawn: 替补 from the reserve, officers replaced by a recorded further stage, and
-- 批次顺序 carried out. The drawn objects and every stage's teams stand; what comes later is kept beside them.

-- Each officer stage keeps its seats, its load limit and its result. The row of the draw points to the last one.
create table draw_seats_anew (
  draw_id     integer not null references draws (id),
  stage       integer not null check (stage >= 1),
  object_id   integer not null,
  seat        integer not null check (seat >= 0),         -- 0 = 组长
  officer_id  integer not null,
  candidates  integer not null check (candidates > 0),    -- with one, the choice was not random
  primary key (draw_id, stage, object_id, seat),
  unique (draw_id, stage, object_id, officer_id),
  foreign key (draw_id, object_id) references draw_objects (draw_id, object_id),
  foreign key (draw_id, stage, officer_id) references draw_officers (draw_id, stage, officer_id)
) strict;

insert into draw_seats_anew (draw_id, stage, object_id, seat, officer_id, candidates)
  select s.draw_id, d.stage, s.object_id, s.seat, s.officer_id, s.candidates from draw_seats s join draws d on d.id = s.draw_id;
drop table draw_seats;
alter table draw_seats_anew rename to draw_seats;

create table draw_stages (
  draw_id      integer not null references draws (id),
  stage        integer not null check (stage >= 1),
  tmin         integer,                                   -- null in 批次顺序, which seats nobody
  result_hash  text not null check (length(result_hash) = 64),
  staffed_at   text not null,
  primary key (draw_id, stage)
) strict, without rowid;

insert into draw_stages (draw_id, stage, tmin, result_hash, staffed_at)
  select id, stage, tmin, result_hash, staffed_at from draws where result_hash is not null and staffed_at is not null;

create trigger draw_seats_do_not_change before update on draw_seats begin select raise(abort, 'drawn teams stand'); end;
create trigger draw_seats_are_kept before delete on draw_seats begin select raise(abort, 'drawn teams stand'); end;
create trigger draw_stages_do_not_change before update on draw_stages begin select raise(abort, 'a stage stands'); end;
create trigger draw_stages_are_kept before delete on draw_stages begin select raise(abort, 'a stage stands'); end;

-- A further stage brings its own result; the one before stays in draw_stages and draw_files.
drop trigger draws_keep_what_was_frozen;
create trigger draws_keep_what_was_frozen before update on draws
when old.number <> new.number or old.commitment <> new.commitment or old.task_id <> new.task_id or old.is_rehearsal <> new.is_rehearsal
  or old.setting <> new.setting or old.frozen_at <> new.frozen_at or (old.seed is not null and old.seed <> new.seed)
  or new.stage < old.stage or (old.result_hash is not null and old.result_hash <> new.result_hash and new.stage = old.stage)
begin select raise(abort, 'what was frozen does not change'); end;

-- When each step was taken, the head printed on the record and the series stand; nobody is added to a draw that is closed.
create trigger draws_keep_their_steps before update on draws
when (old.state = 'void' and new.state = 'void') or old.year <> new.year or old.serial <> new.serial
  or (old.sealed_at is not null and old.sealed_at is not new.sealed_at)
  or (old.drawn_at is not null and old.drawn_at is not new.drawn_at)
  or (old.staffed_at is not null and old.staffed_at is not new.staffed_at)
  or (old.recorded_at is not null and old.recorded_at is not new.recorded_at and new.state = 'recorded')
  or (old.ledger_hash is not null and (old.ledger_hash is not new.ledger_hash or old.ledger_seq is not new.ledger_seq))
  or (old.tmin is not null and old.tmin is not new.tmin and old.stage = new.stage)
begin select raise(abort, 'a step that was taken stands'); end;
create trigger closed_draws_get_no_witnesses before insert on draw_witnesses
when (select state from draws where id = new.draw_id) not in ('frozen', 'seeding')
begin select raise(abort, 'the draw is past its witnesses'); end;
create trigger closed_draws_get_no_pool before insert on draw_pool
when (select state from draws where id = new.draw_id) in ('recorded', 'void')
begin select raise(abort, 'the draw is closed'); end;
create trigger closed_draws_get_no_objects before insert on draw_objects
when (select state from draws where id = new.draw_id) in ('recorded', 'void')
begin select raise(abort, 'the draw is closed'); end;
create trigger void_draws_get_no_files before insert on draw_files
when (select state from draws where id = new.draw_id) = 'void'
begin select raise(abort, 'the draw is void'); end;

-- A change after the drawing: proposed by one, decided by another (one approval is enough, so that an office of two can act).
create table draw_changes (
  id            integer primary key,
  draw_id       integer not null references draws (id),
  kind          text not null check (kind in ('substitution', 'officers')),
  note          text not null check (length(trim(note)) > 0),          -- what was found, and on what evidence
  document      text not null,                                         -- 文号 of the paper it rests on; empty where there is none
  document_on   text check (document_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  proposed_by   integer not null references accounts (id),
  proposed_name text not null,
  proposed_at   text not null,
  state         text not null default 'proposed' check (state in ('proposed', 'approved', 'returned', 'withdrawn')),
  decided_at    text,
  check ((state = 'proposed') = (decided_at is null)),
  check (document = '' or document_on is not null)
) strict;

create index draw_changes_of_draw on draw_changes (draw_id);
create unique index one_change_of_officers_at_a_time on draw_changes (draw_id) where kind = 'officers' and state = 'proposed';

create table draw_change_opinions (
  change_id  integer not null references draw_changes (id),
  position   integer not null check (position > 0),
  decision   text not null check (decision in ('approve', 'return')),
  opinion    text not null,
  by_id      integer not null references accounts (id),
  by_name    text not null,
  at         text not null,
  primary key (change_id, position),
  unique (change_id, by_id),
  check (decision = 'approve' or length(trim(opinion)) > 0)
) strict, without rowid;

-- 替补: who is out, for a listed reason, and who takes the place: the next of the same stratum's reserve, or nobody.
create table draw_substitutions (
  change_id  integer primary key references draw_changes (id),
  draw_id    integer not null references draws (id),
  out_id     integer not null,
  reason     text not null check (reason in ('DEREGISTERED', 'REVOKED', 'UNREACHABLE', 'CLOSED', 'MOVED', 'RECUSED')),
  in_id      integer,
  ticket     text check (ticket glob '0.[0-9]*'),
  place      integer check (place > 0),                                -- in the stratum's reserve, from 1
  alone      text check (alone in ('must', 'empty')),                  -- why nobody takes the place: 必检, or no reserve left
  foreign key (draw_id, out_id) references draw_pool (draw_id, object_id),
  foreign key (draw_id, in_id) references draw_pool (draw_id, object_id),
  check ((in_id is null) = (alone is not null)),
  check ((in_id is null) = (ticket is null) and (in_id is null) = (place is null)),
  check (in_id is null or in_id <> out_id)
) strict;

create index draw_substitutions_of_draw on draw_substitutions (draw_id);

-- Of the reserve before the one who takes the place: each passed over for a reason of its own.
create table draw_passed_over (
  change_id  integer not null references draw_substitutions (change_id),
  draw_id    integer not null,
  place      integer not null check (place > 0),
  object_id  integer not null,
  reason     text not null check (reason in ('DEREGISTERED', 'REVOKED', 'UNREACHABLE', 'CLOSED', 'MOVED', 'RECUSED', 'CAP')),
  note       text not null,
  primary key (change_id, place),
  unique (change_id, object_id),
  foreign key (draw_id, object_id) references draw_pool (draw_id, object_id)
) strict, without rowid;

-- The substitute's team at each officer stage: the team of the one it replaces, else drawn for it alone.
create table draw_substitute_seats (
  change_id   integer not null references draw_substitutions (change_id),
  stage       integer not null check (stage >= 1),
  seat        integer not null check (seat >= 0),
  officer_id  integer not null references officers (id),
  candidates  integer check (candidates > 0),                          -- null: taken over from the team of the one replaced
  primary key (change_id, stage, seat),
  unique (change_id, stage, officer_id)
) strict, without rowid;

-- 更换检查人员: who cannot serve and why, and the list that is drawn from once it is approved, fixed when it was proposed.
create table draw_officers_out (
  change_id   integer not null references draw_changes (id),
  officer_id  integer not null references officers (id),
  name        text not null,
  reason      text not null check (reason in ('SICK', 'TRANSFERRED', 'RECUSED', 'CERTIFICATE', 'DUTY')),
  primary key (change_id, officer_id)
) strict, without rowid;

create table draw_proposed_lists (
  change_id  integer primary key references draw_changes (id),
  stage      integer not null check (stage >= 2),
  officers   text not null,
  recusals   text not null
) strict;

alter table draw_amendments add column proposed_name text not null default '';
alter table draw_amendments add column approved_name text not null default '';

create trigger draw_changes_stand before update on draw_changes
when old.state <> 'proposed' or old.draw_id <> new.draw_id or old.kind <> new.kind or old.note <> new.note
  or old.document <> new.document or old.document_on is not new.document_on or old.proposed_by <> new.proposed_by
  or old.proposed_name <> new.proposed_name or old.proposed_at <> new.proposed_at
begin select raise(abort, 'a change of a draw stands'); end;
create trigger draw_changes_are_approved_by_another before insert on draw_change_opinions
when (select c.proposed_by from draw_changes c where c.id = new.change_id) = new.by_id
  or (select d.frozen_by from draw_changes c join draws d on d.id = c.draw_id where c.id = new.change_id) = new.by_id
begin select raise(abort, 'nobody approves his own proposal, nor the operator of the draw'); end;
create trigger draw_changes_need_their_approvals before update of state on draw_changes
when new.state = 'approved' and not exists (select 1 from draw_change_opinions o where o.change_id = new.id and o.decision = 'approve')
begin select raise(abort, 'a change of a draw is approved first'); end;
create trigger void_draws_are_not_changed before update of state on draw_changes
when new.state = 'approved' and (select state from draws where id = new.draw_id) = 'void'
begin select raise(abort, 'its draw is void'); end;
create trigger draw_changes_are_kept before delete on draw_changes begin select raise(abort, 'a change of a draw stands'); end;
create trigger draw_change_opinions_do_not_change before update on draw_change_opinions begin select raise(abort, 'an opinion stands'); end;
create trigger draw_change_opinions_are_kept before delete on draw_change_opinions begin select raise(abort, 'an opinion stands'); end;
create trigger draw_substitutions_do_not_change before update on draw_substitutions begin select raise(abort, 'a substitution stands'); end;
create trigger draw_substitutions_are_kept before delete on draw_substitutions begin select raise(abort, 'a substitution stands'); end;
create trigger draw_passed_over_does_not_change before update on draw_passed_over begin select raise(abort, 'a substitution stands'); end;
create trigger draw_passed_over_is_kept before delete on draw_passed_over begin select raise(abort, 'a substitution stands'); end;
create trigger draw_substitute_seats_do_not_change before update on draw_substitute_seats begin select raise(abort, 'drawn teams stand'); end;
create trigger draw_substitute_seats_are_kept before delete on draw_substitute_seats begin select raise(abort, 'drawn teams stand'); end;
create trigger draw_officers_out_do_not_change before update on draw_officers_out begin select raise(abort, 'a change of a draw stands'); end;
create trigger draw_officers_out_are_kept before delete on draw_officers_out begin select raise(abort, 'a change of a draw stands'); end;
create trigger draw_proposed_lists_do_not_change before update on draw_proposed_lists begin select raise(abort, 'a change of a draw stands'); end;
create trigger draw_proposed_lists_are_kept before delete on draw_proposed_lists begin select raise(abort, 'a change of a draw stands'); end;

-- Nobody is in two places: what was drawn or left out before freezing never comes in, and what came in or was out stays so.
create trigger substitutes_come_from_the_reserve before insert on draw_substitutions
when new.in_id is not null and (exists (select 1 from draw_objects o where o.draw_id = new.draw_id and o.object_id = new.in_id)
  or exists (select 1 from draw_pool p where p.draw_id = new.draw_id and p.object_id = new.in_id and p.excluded is not null)
  or (select p.stratum from draw_pool p where p.draw_id = new.draw_id and p.object_id = new.in_id)
     <> (select p.stratum from draw_pool p where p.draw_id = new.draw_id and p.object_id = new.out_id))
begin select raise(abort, 'a substitute comes from the reserve of the same stratum'); end;
create trigger nobody_is_replaced_or_comes_in_twice before insert on draw_substitutions
when exists (select 1 from draw_substitutions s join draw_changes c on c.id = s.change_id
  where s.draw_id = new.draw_id and c.state in ('proposed', 'approved') and (s.out_id = new.out_id or s.in_id = new.in_id))
begin select raise(abort, 'replaced or standing in already'); end;

-- An inspection whose object was replaced is closed as 替换; the substitute's points back to it.
alter table inspections add column replaced_at text;
alter table inspections add column replaced_why text check (length(trim(replaced_why)) > 0 and (replaced_why is null) = (replaced_at is null));
alter table inspections add column stands_for integer references inspections (id);

create trigger replaced_inspections_stay_replaced before update of replaced_at, replaced_why on inspections
when old.replaced_at is not null
begin select raise(abort, 'a replaced inspection stays replaced'); end;
create trigger inspected_objects_are_not_replaced before update of replaced_at on inspections
when new.replaced_at is not null and exists (select 1 from inspection_results r where r.inspection_id = new.id)
begin select raise(abort, 'an inspection with a result is not replaced'); end;
create trigger replaced_inspections_get_no_notice before insert on inspection_notices
when (select replaced_at from inspections where id = new.inspection_id) is not null
begin select raise(abort, 'a replaced inspection is closed'); end;
create trigger replaced_inspections_get_no_result before insert on inspection_results
when (select replaced_at from inspections where id = new.inspection_id) is not null
begin select raise(abort, 'a replaced inspection is closed'); end;

-- 批次顺序 carried out: each batch becomes a task that names its objects, in the order drawn; who may not be inspected then is left out with the reason.
create table draw_batches (
  id           integer primary key,
  draw_id      integer not null references draws (id),
  batch        integer not null check (batch > 0),
  task_id      integer unique references tasks (id),                   -- null: nobody of the batch could be inspected
  early        text check (length(trim(early)) > 0),                   -- why before the batch ahead of it
  handed_by    integer not null references accounts (id),
  handed_at    text not null
) strict;

create index draw_batches_of_draw on draw_batches (draw_id, batch);

create table draw_batch_left_out (
  handed_id  integer not null references draw_batches (id),
  object_id  integer not null references objects (id),
  reason     text not null check (length(reason) > 0),
  note       text not null,
  primary key (handed_id, object_id)
) strict, without rowid;

create trigger draw_batches_do_not_change before update on draw_batches begin select raise(abort, 'a batch handed down stands'); end;
create trigger draw_batches_are_kept before delete on draw_batches begin select raise(abort, 'a batch handed down stands'); end;
create trigger draw_batch_left_out_does_not_change before update on draw_batch_left_out begin select raise(abort, 'a batch handed down stands'); end;
create trigger draw_batch_left_out_is_kept before delete on draw_batch_left_out begin select raise(abort, 'a batch handed down stands'); end;
