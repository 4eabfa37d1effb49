-- 以往检查: inspections made before the program came, or by other departments. Caps count them all (国办发〔2024〕54号).

create table past_inspection_batches (
  id           integer primary key,
  file_name    text not null,
  file_sha256  text not null check (length(file_sha256) = 64),
  added        integer not null check (added > 0),
  left_out     integer not null check (left_out >= 0),               -- rows with an error
  imported_at  text not null,
  imported_by  integer not null references accounts (id),
  undone_at    text,
  undone_by    integer references accounts (id),
  undo_reason  text check (length(trim(undo_reason)) > 0),
  check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undo_reason is null))
) strict;

create table past_inspections (
  id               integer primary key,
  batch_id         integer references past_inspection_batches (id),  -- null: entered by hand
  sheet_row        integer check (sheet_row > 0),
  object_id        integer not null references objects (id),
  item_name        text not null check (length(trim(item_name)) > 0),  -- as written
  item_key         text not null check (length(item_key) > 0),       -- under which plan items of the same name are the same item
  inspected_on     text not null check (inspected_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  is_own           integer not null check (is_own in (0, 1)),        -- this office's, else another department's
  department       text not null check (length(trim(department)) > 0),
  result           text not null check (result in ('no-problem', 'corrected', 'pending', 'no-activity', 'closed',
                     'uncooperative', 'deregistered', 'revoked', 'annulled', 'moved')),
  document_number  text not null,
  is_published     integer not null check (is_published in (0, 1)),  -- unpublished counts as 未完成 (细则 第十三条)
  note             text not null,
  entered_at       text not null,
  entered_by       integer not null references accounts (id),
  revoked_at       text,
  revoked_by       integer references accounts (id),
  revoke_reason    text check (length(trim(revoke_reason)) > 0),
  check ((batch_id is null) = (sheet_row is null)),
  check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoke_reason is null))
) strict;

create unique index one_past_inspection on past_inspections (object_id, inspected_on, item_key, department) where revoked_at is null;
create index past_inspections_of_batch on past_inspections (batch_id);

create table past_inspection_team (
  past_inspection_id  integer not null references past_inspections (id),
  seat                integer not null check (seat >= 0),
  officer_id          integer references officers (id),              -- null: nobody of the roster; the name is kept
  officer_name        text not null check (length(trim(officer_name)) > 0),
  certificate_number  text not null,
  primary key (past_inspection_id, seat),
  unique (past_inspection_id, officer_id)
) strict, without rowid;

create index past_inspection_team_by_officer on past_inspection_team (officer_id);

-- A record is revoked with its reason and stays; nothing else of it changes.
create trigger past_inspections_are_not_deleted before delete on past_inspections
begin select raise(abort, 'a past inspection is revoked, never deleted'); end;
create trigger revoked_past_inspections_are_not_changed before update on past_inspections when old.revoked_at is not null
begin select raise(abort, 'a revoked past inspection is not changed'); end;
create trigger past_inspections_are_not_changed before update of id, batch_id, sheet_row, object_id, item_name, item_key,
  inspected_on, is_own, department, result, document_number, is_published, note, entered_at, entered_by on past_inspections
begin select raise(abort, 'a past inspection is revoked, never changed'); end;
create trigger past_inspection_team_is_not_changed before update on past_inspection_team
begin select raise(abort, 'a past inspection is revoked, never changed'); end;
create trigger past_inspection_team_is_not_deleted before delete on past_inspection_team
begin select raise(abort, 'a past inspection is revoked, never changed'); end;
create trigger past_inspection_batches_are_not_deleted before delete on past_inspection_batches
begin select raise(abort, 'import batches are kept'); end;
create trigger undone_past_inspection_batches_are_not_changed before update on past_inspection_batches when old.undone_at is not null
begin select raise(abort, 'an undone batch is not changed'); end;
