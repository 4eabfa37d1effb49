-- 随机抽取 (细则 第九条): what was frozen, what the witnesses gave, what came out. A draw goes forward only.

create table draws (
  id             integer primary key,
  year           integer not null check (year between 2000 and 2099),
  serial         integer not null check (serial > 0),
  is_rehearsal   integer not null check (is_rehearsal in (0, 1)),
  number         text not null unique check (number glob '20[0-9][0-9]-[0-9][0-9][0-9]*' or number glob 'YL20[0-9][0-9]-[0-9][0-9][0-9]*'),
  task_id        integer not null references tasks (id),
  state          text not null check (state in ('frozen', 'seeding', 'sealed', 'drawn', 'staffed', 'recorded', 'void')),
  setting        text not null check (json_valid(setting)),
  commitment     text not null check (length(commitment) = 64 and commitment not glob '*[^0-9a-f]*'),
  place          text not null,
  supervisor     text not null,
  operator_name  text not null,
  frozen_at      text not null,
  frozen_by      integer not null references accounts (id),
  seed           text,                                    -- C|D1|…: text from end to end, never a number
  sealed_at      text,
  drawn_at       text,
  tmin           integer,
  stage          integer not null default 1 check (stage >= 1),
  staffed_at     text,
  result_hash    text check (length(result_hash) = 64),
  recorded_at    text,
  ledger_seq     integer,                                 -- the head printed on the record
  ledger_hash    text,
  voided_at      text,
  voided_by      integer references accounts (id),
  void_approver  text,
  void_reason    text,
  void_witnesses text,
  unique (is_rehearsal, year, serial),
  check ((number glob 'YL*') = (is_rehearsal = 1)),
  check ((seed is null) = (sealed_at is null)),
  check (state not in ('sealed', 'drawn', 'staffed', 'recorded') or seed is not null),
  check (state not in ('staffed', 'recorded') or result_hash is not null),
  check ((state = 'recorded') = (recorded_at is not null)),
  check ((state = 'void') = (voided_at is not null and void_reason is not null and void_approver is not null and void_witnesses is not null))
) strict;

create index draws_by_task on draws (task_id);

-- One real draw at a time for a task, and one recorded: no drawing again until it pleases.
create unique index one_real_draw_of_a_task on draws (task_id) where is_rehearsal = 0 and state <> 'void';

create table draw_files (
  draw_id  integer not null references draws (id),
  name     text not null,
  content  text not null,
  primary key (draw_id, name)
) strict;

create table draw_witnesses (
  draw_id      integer not null references draws (id),
  position     integer not null check (position > 0),
  name         text not null check (length(trim(name)) > 0),
  unit         text not null,
  identity     text not null,
  is_dice      integer not null check (is_dice in (0, 1)),
  digit_count  integer not null check (digit_count > 0),
  digits       text check (digits not glob '*[^0-9]*' and length(digits) = digit_count),
  entered_at   text,
  primary key (draw_id, position),
  check ((digits is null) = (entered_at is null))
) strict;

-- The pool as it was at freezing: names change, the record does not.
create table draw_pool (
  draw_id    integer not null references draws (id),
  object_id  integer not null references objects (id),
  code       text not null,
  name       text not null,
  stratum    text not null,
  excluded   text,
  note       text not null,
  is_must    integer not null check (is_must in (0, 1)),
  primary key (draw_id, object_id),
  unique (draw_id, code)
) strict;

create index draw_pool_by_object on draw_pool (object_id);

create table draw_officers (
  draw_id     integer not null references draws (id),
  stage       integer not null check (stage >= 1),
  officer_id  integer not null references officers (id),
  code        text not null,
  name        text not null,
  department  text not null,
  primary key (draw_id, stage, officer_id)
) strict;

create table draw_amendments (
  draw_id     integer not null references draws (id),
  stage       integer not null check (stage >= 2),
  reason      text not null check (length(trim(reason)) > 0),
  cause       text not null,                              -- why the stage before was infeasible
  amended_at  text not null,
  primary key (draw_id, stage)
) strict;

create table draw_objects (
  draw_id        integer not null references draws (id),
  object_id      integer not null references objects (id),
  code           text not null,
  stratum        text not null,
  kind           text not null check (kind in ('随机', '必检')),
  meeting_order  integer not null check (meeting_order > 0),
  ticket         text not null check (ticket glob '0.[0-9]*'),
  batch          integer,
  primary key (draw_id, object_id),
  unique (draw_id, meeting_order),
  foreign key (draw_id, object_id) references draw_pool (draw_id, object_id)
) strict;

create table draw_seats (
  draw_id     integer not null references draws (id),
  object_id   integer not null,
  seat        integer not null check (seat >= 0),         -- 0 = 组长
  officer_id  integer not null references officers (id),
  candidates  integer not null check (candidates > 0),    -- with one, the choice was not random
  primary key (draw_id, object_id, seat),
  unique (draw_id, object_id, officer_id),
  foreign key (draw_id, object_id) references draw_objects (draw_id, object_id)
) strict;

create trigger draws_are_kept before delete on draws begin select raise(abort, 'a draw is never deleted'); end;
create trigger draws_keep_what_was_frozen before update on draws
when old.number <> new.number or old.commitment <> new.commitment or old.task_id <> new.task_id or old.is_rehearsal <> new.is_rehearsal
  or old.setting <> new.setting or old.frozen_at <> new.frozen_at or (old.seed is not null and old.seed <> new.seed)
  or (old.result_hash is not null and old.result_hash <> new.result_hash)
begin select raise(abort, 'what was frozen does not change'); end;
create trigger draws_go_forward before update of state on draws
when old.state in ('recorded', 'void') or (new.state <> 'void' and
  instr('frozen,seeding,sealed,drawn,staffed,recorded', new.state) < instr('frozen,seeding,sealed,drawn,staffed,recorded', old.state))
begin select raise(abort, 'a draw goes forward only'); end;
create trigger draw_files_do_not_change before update on draw_files begin select raise(abort, 'frozen files do not change'); end;
create trigger draw_files_are_kept before delete on draw_files begin select raise(abort, 'frozen files are kept'); end;
create trigger draw_pool_does_not_change before update on draw_pool begin select raise(abort, 'a frozen pool does not change'); end;
create trigger draw_pool_is_kept before delete on draw_pool begin select raise(abort, 'a frozen pool is kept'); end;
create trigger draw_objects_do_not_change before update on draw_objects begin select raise(abort, 'drawn objects stand'); end;
create trigger draw_objects_are_kept before delete on draw_objects begin select raise(abort, 'drawn objects stand'); end;
create trigger draw_seats_do_not_change before update on draw_seats begin select raise(abort, 'drawn teams stand'); end;
create trigger draw_seats_are_kept before delete on draw_seats begin select raise(abort, 'drawn teams stand'); end;
create trigger draw_officers_do_not_change before update on draw_officers begin select raise(abort, 'frozen officers do not change'); end;
create trigger draw_officers_are_kept before delete on draw_officers begin select raise(abort, 'frozen officers are kept'); end;
create trigger draw_amendments_do_not_change before update on draw_amendments begin select raise(abort, 'amendments stand'); end;
create trigger draw_amendments_are_kept before delete on draw_amendments begin select raise(abort, 'amendments stand'); end;
create trigger witnesses_are_kept before delete on draw_witnesses begin select raise(abort, 'witnesses are kept'); end;
create trigger digits_are_given_once before update on draw_witnesses
when old.digits is not null or new.name <> old.name or new.digit_count <> old.digit_count
begin select raise(abort, 'announced digits do not change'); end;
create trigger digits_come_in_order before update of digits on draw_witnesses
when exists (select 1 from draw_witnesses w where w.draw_id = new.draw_id and w.position < new.position and w.digits is null)
begin select raise(abort, 'digits are taken in announced order'); end;
