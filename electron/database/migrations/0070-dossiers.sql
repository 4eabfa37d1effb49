-- 一对象一档案 (细则 第十三条): the register of filed dossiers.

create table dossiers (
  id              integer primary key,
  inspection_id   integer not null unique references inspections (id),
  year            integer not null check (year between 2000 and 2099),
  serial          integer not null check (serial between 1 and 9999),
  archive_number  text not null unique check (length(archive_number) = 8),
  retention       text not null check (retention in ('permanent', '30-years', '10-years')),
  remark          text not null,
  filed_on        text not null,
  filed_at        text not null,
  filed_by        integer not null references accounts (id),
  unique (year, serial)
) strict;

create trigger dossier_is_not_changed before update on dossiers begin select raise(abort, 'a filed dossier is not changed'); end;
create trigger dossier_is_not_deleted before delete on dossiers begin select raise(abort, 'a filed dossier is not deleted'); end;

-- What has left the printer: which bytes, when, so that a printed dossier can be told to be the one on file.
create table dossier_prints (
  id             integer primary key,
  inspection_id  integer not null references inspections (id),
  sha256         text not null check (length(sha256) = 64),
  pages          integer not null check (pages > 0),
  printed_at     text not null,
  printed_by     integer not null references accounts (id)
) strict;
