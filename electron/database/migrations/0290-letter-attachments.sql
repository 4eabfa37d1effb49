-- 附件 of letters too: the signed letter and what was answered.

create table attachments_anew (
  id           integer primary key,
  subject      text not null check (subject in ('credit-record', 'authorisation', 'list-entry', 'talk', 'repair', 'objection',
                 'commitment', 'measure', 'lookup', 'register-entry', 'policy-version', 'model', 'grade-change', 'letter')),
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

insert into attachments_anew (id, subject, subject_id, file_name, media_type, pages, size, sha256, attached_at, attached_by, content)
select id, subject, subject_id, file_name, media_type, pages, size, sha256, attached_at, attached_by, content from attachments;

drop table attachments;
alter table attachments_anew rename to attachments;

create index attachments_by_subject on attachments (subject, subject_id);
create trigger attachments_do_not_change before update on attachments begin select raise(abort, 'attachments do not change'); end;
create trigger attachments_are_kept before delete on attachments begin select raise(abort, 'attachments are kept'); end;
