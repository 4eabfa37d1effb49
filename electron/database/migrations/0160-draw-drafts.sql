-- What the operator has settled of a draw before freezing, one for the real draw of a task and one for its rehearsal. Nothing is
-- committed to yet, so it is written over and goes away with the freezing; the ledger is told then.

create table draw_drafts (
  task_id       integer not null references tasks (id),
  is_rehearsal  integer not null check (is_rehearsal in (0, 1)),
  step          text not null check (step in ('roster', 'freeze')),
  setting       text not null check (json_valid(setting)),
  form          text not null check (json_valid(form)),                    -- witnesses, place, supervisor as far as filled in
  saved_at      text not null,
  saved_by      integer not null references accounts (id),
  primary key (task_id, is_rehearsal)
) strict;
