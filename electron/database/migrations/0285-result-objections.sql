-- 异议 also against a published 检查结果 (细则第十条): taken within 60 working days of the publication, rechecked within 20 of the
-- material, told within 7 of the recheck. What is found wrong is corrected beside the old version, signed by 局主要领导.

create table objections_anew (
  id             integer primary key,
  number         text not null unique references supervision_numbers (number),
  subject        text not null check (subject in ('record', 'list-entry', 'grade', 'inspection')),
  object_id      integer not null references objects (id),
  object_code    text not null check (length(object_code) > 0),
  object_name    text not null check (length(object_name) > 0),
  record_id      integer references credit_records (id),
  entry_id       integer references list_entries (id),
  inspection_id  integer references inspections (id),
  title          text not null check (length(title) > 0),                -- of what is objected to, as it stood
  objector       text not null check (length(trim(objector)) > 0),
  contact        text not null,
  claim          text not null check (length(trim(claim)) > 0),
  evidence       text not null,
  received_on    text not null check (received_on glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  verify_by      text not null check (verify_by glob '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  is_estimate    integer not null check (is_estimate in (0, 1)),
  pack_id        text not null,
  pack_version   integer not null check (pack_version > 0),
  entered_by     integer not null references accounts (id),
  entered_at     text not null,
  check ((subject = 'record') = (record_id is not null)),
  check ((subject = 'list-entry') = (entry_id is not null)),
  check ((subject = 'inspection') = (inspection_id is not null))
) strict;

insert into objections_anew
  select id, number, subject, object_id, object_code, object_name, record_id, entry_id, null, title, objector, contact, claim, evidence,
         received_on, verify_by, is_estimate, pack_id, pack_version, entered_by, entered_at
    from objections;

drop table objections;
alter table objections_anew rename to objections;

create index objections_by_object on objections (object_id);
create index objections_by_inspection on objections (inspection_id) where inspection_id is not null;

create trigger objections_do_not_change before update on objections begin select raise(abort, 'a step stands'); end;
create trigger objections_are_kept before delete on objections begin select raise(abort, 'a step stands'); end;
