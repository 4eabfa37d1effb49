-- The hall: digits shown before they are kept, how they were given, who confirmed them, and how far the reveal has come (细则 第九条).

-- What the witness whose turn it is reads on the screen. Corrected freely; kept only once he has confirmed it.
create table draw_echoes (
  draw_id    integer primary key references draws (id),
  position   integer not null check (position > 0),
  digits     text not null check (length(digits) > 0 and digits not glob '*[^0-9]*'),
  way        text not null check (way in ('own', 'read')),
  rolled_by  text,
  echoed_at  text not null
) strict;

-- How the kept digits were given: typed by the witness himself, or read out and typed for him; and who rolled the dice.
create table draw_takings (
  draw_id    integer not null,
  position   integer not null,
  way        text not null check (way in ('own', 'read')),
  rolled_by  text check (length(trim(rolled_by)) > 0),
  primary key (draw_id, position),
  foreign key (draw_id, position) references draw_witnesses (draw_id, position)
) strict;

-- 确认封存: each witness for himself, once all digits are on the screen.
create table draw_confirmations (
  draw_id       integer not null,
  position      integer not null,
  confirmed_at  text not null,
  primary key (draw_id, position),
  foreign key (draw_id, position) references draw_witnesses (draw_id, position)
) strict;

-- How far the large screen has shown what was computed before. It decides nothing; without a row all is shown.
create table draw_reveals (
  draw_id    integer primary key references draws (id),
  frame      integer not null check (frame >= 0),
  pace       text not null check (pace in ('slow', 'normal', 'fast')),
  is_paused  integer not null check (is_paused in (0, 1)),
  moved_at   text not null
) strict;

-- The poll of the large screen counts what was drawn; in 批次顺序 these are thousands of rows.
create index draw_objects_by_kind on draw_objects (draw_id, stratum, kind);

create trigger takings_do_not_change before update on draw_takings begin select raise(abort, 'how digits were given stands'); end;
create trigger takings_are_kept before delete on draw_takings begin select raise(abort, 'how digits were given stands'); end;
create trigger confirmations_do_not_change before update on draw_confirmations begin select raise(abort, 'confirmations stand'); end;
create trigger confirmations_are_kept before delete on draw_confirmations begin select raise(abort, 'confirmations stand'); end;
create trigger confirmations_follow_the_digits before insert on draw_confirmations
when exists (select 1 from draw_witnesses w where w.draw_id = new.draw_id and w.digits is null)
  or (select state from draws where id = new.draw_id) <> 'seeding'
begin select raise(abort, 'confirmed once all digits are there'); end;
create trigger sealed_when_all_confirmed before update of seed on draws
when old.seed is null and new.seed is not null and exists (
  select 1 from draw_witnesses w where w.draw_id = new.id and not exists (
    select 1 from draw_confirmations c where c.draw_id = w.draw_id and c.position = w.position))
begin select raise(abort, 'every witness confirms before sealing'); end;
