-- What is signed and kept of a draw: who attended and as what, who was out of the officers' list and why, scans of the signed
-- sheets, and 作废 with witnesses named one by one, also of a recorded draw whose inspections have not begun.

alter table draw_witnesses add column kind text
  check (kind in ('discipline', 'enterprise', 'congress', 'consultative', 'notary', 'community', 'other'));  -- null: from before the list
alter table draws add column supervisor_unit text not null default '';
alter table draws add column recorded_before_void text;              -- recorded_at of a draw voided after its record

create trigger witnesses_do_not_change before update of draw_id, position, name, unit, kind, identity, is_dice on draw_witnesses
begin select raise(abort, 'witnesses do not change'); end;
create trigger draws_keep_who_was_there before update of place, supervisor, supervisor_unit, operator_name, frozen_by on draws
begin select raise(abort, 'who was there does not change'); end;

-- Officers of the roster who took no part, as of freezing.
create table draw_officers_barred (
  draw_id     integer not null references draws (id),
  code        text not null,
  name        text not null,
  department  text not null,
  reasons     text not null check (length(reasons) > 0),
  primary key (draw_id, code)
) strict, without rowid;

create trigger draw_officers_barred_do_not_change before update on draw_officers_barred
begin select raise(abort, 'frozen officers do not change'); end;
create trigger draw_officers_barred_are_kept before delete on draw_officers_barred
begin select raise(abort, 'frozen officers are kept'); end;

-- Who was there when the draw was voided. Void draws from before have them in one text, void_witnesses.
create table draw_void_witnesses (
  draw_id   integer not null references draws (id),
  position  integer not null check (position > 0),
  name      text not null check (length(trim(name)) > 0),
  unit      text not null check (length(trim(unit)) > 0),
  kind      text not null check (kind in ('discipline', 'enterprise', 'congress', 'consultative', 'notary', 'community', 'other')),
  identity  text not null check (length(trim(identity)) > 0),
  primary key (draw_id, position),
  unique (draw_id, name)
) strict, without rowid;

create trigger void_witnesses_do_not_change before update on draw_void_witnesses
begin select raise(abort, 'witnesses do not change'); end;
create trigger void_witnesses_are_kept before delete on draw_void_witnesses
begin select raise(abort, 'witnesses are kept'); end;

-- A recorded draw can be voided as long as none of its objects was told or visited. Its inspections stay, and end with it.
drop trigger draws_go_forward;
create trigger draws_go_forward before update of state on draws
when old.state = 'void' or (old.state = 'recorded' and new.state <> 'void') or (new.state <> 'void' and
  instr('frozen,seeding,sealed,drawn,staffed,recorded', new.state) < instr('frozen,seeding,sealed,drawn,staffed,recorded', old.state))
begin select raise(abort, 'a draw goes forward only'); end;
create trigger voided_draws_keep_their_record before update of state on draws
when new.state = 'void' and new.recorded_before_void is not old.recorded_at
begin select raise(abort, 'the time of the record is kept'); end;
create trigger draws_with_begun_inspections_stand before update of state on draws
when new.state = 'void' and exists (
  select 1 from inspections i
   where i.draw_id = new.id
     and (exists (select 1 from inspection_notices n where n.inspection_id = i.id)
       or exists (select 1 from inspection_results r where r.inspection_id = i.id)))
begin select raise(abort, 'its inspections have begun'); end;
create trigger void_draws_send_no_notice before insert on inspection_notices
when (select d.state from inspections i join draws d on d.id = i.draw_id where i.id = new.inspection_id) = 'void'
begin select raise(abort, 'its draw is void'); end;
create trigger void_draws_have_no_result before insert on inspection_results
when (select d.state from inspections i join draws d on d.id = i.draw_id where i.id = new.inspection_id) = 'void'
begin select raise(abort, 'its draw is void'); end;

-- 演练 can never become real: what was committed to says so itself, and it opens no inspection.
create trigger rehearsals_commit_as_rehearsals before insert on draw_files
when new.name = 'manifest.txt'
 and (new.content like 'SSJ-1-演练%') <> (select is_rehearsal from draws where id = new.draw_id)
begin select raise(abort, 'a rehearsal says so in its manifest'); end;
create trigger rehearsals_open_no_inspection before insert on inspections
when (select is_rehearsal from draws where id = new.draw_id) = 1
begin select raise(abort, 'a rehearsal opens no inspection'); end;
create trigger inspections_keep_their_draw before update of draw_id, task_id on inspections
begin select raise(abort, 'an inspection stays with its draw'); end;

-- Scans of signed sheets, as they came. A wrong one is set aside with a reason; nothing is overwritten or deleted.
create table draw_scans (
  id           integer primary key,
  draw_id      integer not null references draws (id),
  paper        text not null check (paper in ('freeze-sheet', 'record', 'void-sheet')),
  file_name    text not null check (length(trim(file_name)) > 0),
  media_type   text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  pages        integer not null check (pages > 0),
  size         integer not null check (size > 0),
  sha256       text not null check (length(sha256) = 64 and sha256 not glob '*[^0-9a-f]*'),
  attached_at  text not null,
  attached_by  integer not null references accounts (id),
  content      blob not null,
  check (length(content) = size)
) strict;

create index draw_scans_by_draw on draw_scans (draw_id);

create table draw_scan_withdrawals (
  scan_id       integer primary key references draw_scans (id),
  reason        text not null check (length(trim(reason)) > 0),
  withdrawn_at  text not null,
  withdrawn_by  integer not null references accounts (id)
) strict;

create trigger scans_do_not_change before update on draw_scans begin select raise(abort, 'scans do not change'); end;
create trigger scans_are_kept before delete on draw_scans begin select raise(abort, 'scans are kept'); end;
create trigger withdrawals_do_not_change before update on draw_scan_withdrawals begin select raise(abort, 'withdrawals stand'); end;
create trigger withdrawals_are_kept before delete on draw_scan_withdrawals begin select raise(abort, 'withdrawals stand'); end;
