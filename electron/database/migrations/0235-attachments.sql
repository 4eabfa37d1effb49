-- 附件: files kept with a record, a list entry, a talk …, as they came. A wrong one is taken off with a reason; nothing is overwritten
-- or deleted.

create table attachments (
  id           integer primary key,
  subject      text not null check (subject in ('credit-record', 'authorisation', 'list-entry', 'talk', 'repair', 'objection',
                 'commitment', 'measure', 'lookup', 'register-entry', 'policy-version', 'model', 'grade-change')),
  subject_id   integer not null,
  file_name    text not null check (length(trim(file_name)) > 0),
  media_type   text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png',
                 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
                 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')),
  pages        integer check (pages > 0),                                  -- of what can be shown in the page
  size         integer not null check (size > 0),
  sha256       text not null check (length(sha256) = 64 and sha256 not glob '*[^0-9a-f]*'),
  attached_at  text not null,
  attached_by  integer not null references accounts (id),
  content      blob not null,
  check (length(content) = size),
  check ((pages is null) = (media_type like 'application/vnd.%'))
) strict;

create index attachments_by_subject on attachments (subject, subject_id);

create table attachment_withdrawals (
  attachment_id  integer primary key references attachments (id),
  reason         text not null check (length(trim(reason)) > 0),
  withdrawn_at   text not null,
  withdrawn_by   integer not null references accounts (id)
) strict;

create trigger attachments_do_not_change before update on attachments begin select raise(abort, 'attachments do not change'); end;
create trigger attachments_are_kept before delete on attachments begin select raise(abort, 'attachments are kept'); end;
create trigger attachment_withdrawals_stand before update on attachment_withdrawals
begin select raise(abort, 'withdrawals stand'); end;
create trigger attachment_withdrawals_are_kept before delete on attachment_withdrawals
begin select raise(abort, 'withdrawals stand'); end;
