-- 归集: everything known of an enterprise under its 统一社会信用代码 (制度 第四条), with source, document, 公示 and where it came from;
-- 授权 for what may only be gathered with it (吴忠方案 第二部分（一）); the batches it came in; what the 采集目录 received.

create table authorisations (
  id               integer primary key,
  object_id        integer not null references objects (id),
  kinds            text not null check (json_type(kinds) = 'array' and json_array_length(kinds) > 0),
  from_on          text not null check (from_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until_on         text check (until_on >= from_on),                       -- null: until it is withdrawn
  given_by         text not null check (length(trim(given_by)) > 0),       -- who signed for the enterprise
  note             text not null,
  entered_by       integer not null references accounts (id),
  entered_at       text not null,
  withdrawn_on     text check (withdrawn_on >= from_on),                   -- from this day on it holds no more
  withdraw_reason  text check (length(trim(withdraw_reason)) > 0),
  withdrawn_by     integer references accounts (id),
  withdrawn_at     text,
  check ((withdrawn_on is null) = (withdraw_reason is null)
     and (withdrawn_on is null) = (withdrawn_by is null) and (withdrawn_on is null) = (withdrawn_at is null))
) strict;

create index authorisations_by_object on authorisations (object_id, from_on);

create trigger authorisations_are_not_deleted before delete on authorisations
begin select raise(abort, 'an authorisation is kept'); end;
create trigger authorisations_are_only_withdrawn before update of id, object_id, kinds, from_on, until_on, given_by, note, entered_by,
  entered_at on authorisations
begin select raise(abort, 'an authorisation is only withdrawn'); end;
create trigger withdrawn_authorisations_stand before update on authorisations when old.withdrawn_on is not null
begin select raise(abort, 'a withdrawn authorisation stands'); end;

create table credit_imports (
  id           integer primary key,
  file_name    text not null,
  file_sha256  text not null check (length(file_sha256) = 64),
  supplier     text not null,                                              -- the department that supplied it; empty: by the rows
  is_mutual    integer not null check (is_mutual in (0, 1)),               -- 互认: results of another department taken over
  added        integer not null check (added > 0),
  left_out     integer not null check (left_out >= 0),                     -- rows with an error
  imported_at  text not null,
  imported_by  integer not null references accounts (id),
  undone_at    text,
  undone_by    integer references accounts (id),
  undo_reason  text check (length(trim(undo_reason)) > 0),
  check (is_mutual = 0 or length(trim(supplier)) > 0),
  check ((undone_at is null) = (undone_by is null) and (undone_at is null) = (undo_reason is null))
) strict;

create trigger credit_imports_are_not_deleted before delete on credit_imports
begin select raise(abort, 'import batches are kept'); end;
create trigger undone_credit_imports_stand before update on credit_imports when old.undone_at is not null
begin select raise(abort, 'an undone batch is not changed'); end;

create table credit_records_anew (
  id                integer primary key,
  object_id         integer not null references objects (id),
  kind              text not null check (kind in ('licence', 'penalty', 'coercion', 'confirmation', 'reward', 'ruling', 'levy', 'payment',
                      'compensation', 'inspection', 'daily-supervision', 'quantified-grade', 'complaint', 'accident', 'commitment',
                      'trustworthy', 'dishonest', 'abnormal-list', 'serious-violation', 'judicial', 'tax', 'water', 'power', 'gas',
                      'property', 'research')),
  happened_on       text not null check (happened_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),  -- decided or happened
  ended_on          text check (ended_on >= happened_on),                  -- effective until; off the list
  source            text not null check (length(trim(source)) > 0),        -- the department it comes from
  document_number   text not null,
  summary           text not null,
  severity          text check (severity in ('minor', 'ordinary', 'serious')),
  accident_class    text check (accident_class in ('ordinary', 'larger', 'major', 'extreme')),
  amount_fen        integer check (amount_fen >= 0),
  outcome           text check (outcome in ('good', 'bad')),               -- 践诺 or 违诺, without or with a problem
  persons           text not null default '[]' check (json_type(persons) = 'array'),  -- answerable: role and name, nothing more
  authorisation_id  integer references authorisations (id),

  origin            text not null default 'typed' check (origin in ('typed', 'import', 'inspection', 'department', 'program')),
  batch_id          integer references credit_imports (id),
  sheet_row         integer check (sheet_row > 0),

  publicity         text not null default 'none' check (publicity in ('none', 'pending', 'published', 'stopped')),
  published_on      text check (published_on >= happened_on),
  published_where   text check (length(trim(published_where)) > 0),        -- site or address
  stopped_on        text check (stopped_on >= published_on),
  stop_reason       text check (length(trim(stop_reason)) > 0),

  repaired_on       text check (repaired_on >= happened_on),

  version           integer not null default 1 check (version > 0),
  reason            text not null default '',                              -- why it was corrected
  entered_by        integer not null references accounts (id),             -- of this version
  entered_at        text not null,

  withdrawn_at      text,
  withdrawn_by      integer references accounts (id),
  withdraw_reason   text check (length(trim(withdraw_reason)) > 0),

  check ((accident_class is null) or kind = 'accident'),
  check ((authorisation_id is not null) = (kind in ('tax', 'water', 'power', 'gas', 'property', 'research'))),
  check ((batch_id is null) = (sheet_row is null)),
  check (origin <> 'import' or batch_id is not null),
  check ((publicity in ('published', 'stopped')) = (published_on is not null)),
  check ((published_on is null) = (published_where is null)),
  check ((publicity = 'stopped') = (stopped_on is not null) and (stopped_on is null) = (stop_reason is null)),
  check ((version = 1) = (reason = '')),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdraw_reason is null))
) strict;

insert into credit_records_anew (id, object_id, kind, happened_on, ended_on, source, document_number, summary, entered_by, entered_at)
  select id, object_id, kind, happened_on, ended_on, source, document_number, summary, entered_by, entered_at from credit_records;
drop table credit_records;
alter table credit_records_anew rename to credit_records;

create index credit_records_by_object on credit_records (object_id, kind, happened_on);
create index credit_records_by_day on credit_records (happened_on, id);
create index credit_records_by_kind on credit_records (kind, happened_on, id);
create index credit_records_that_stand on credit_records (happened_on, id) where withdrawn_at is null;
create index credit_records_by_publicity on credit_records (publicity, happened_on, id, withdrawn_at) where publicity <> 'none';
create index credit_records_awaiting on credit_records (kind, happened_on) where publicity = 'pending' and withdrawn_at is null;
create index credit_records_by_severity on credit_records (severity, happened_on, id) where severity is not null;
create index credit_records_by_supply on credit_records (kind, source, entered_at) where withdrawn_at is null;
create index credit_records_by_source on credit_records (source, happened_on, id);
create index credit_records_of_batch on credit_records (batch_id, sheet_row) where batch_id is not null;
create index credit_records_by_number on credit_records (document_number) where document_number <> '';

-- 更正: what stood before, version by version.
create table credit_record_versions (
  record_id         integer not null references credit_records (id),
  version           integer not null check (version > 0),
  kind              text not null,
  happened_on       text not null,
  ended_on          text,
  source            text not null,
  document_number   text not null,
  summary           text not null,
  severity          text,
  accident_class    text,
  amount_fen        integer,
  outcome           text,
  persons           text not null,
  authorisation_id  integer references authorisations (id),
  reason            text not null,
  entered_by        integer not null references accounts (id),
  entered_at        text not null,
  primary key (record_id, version)
) strict, without rowid;

create trigger credit_record_versions_do_not_change before update on credit_record_versions
begin select raise(abort, 'what stood before is kept'); end;
create trigger credit_record_versions_are_kept before delete on credit_record_versions
begin select raise(abort, 'what stood before is kept'); end;

create trigger credit_records_are_not_deleted before delete on credit_records
begin select raise(abort, 'a credit record is kept'); end;
create trigger credit_records_keep_their_origin before update of id, object_id, origin, batch_id, sheet_row on credit_records
begin select raise(abort, 'a credit record keeps its origin'); end;
create trigger withdrawn_credit_records_stand before update on credit_records when old.withdrawn_at is not null
begin select raise(abort, 'a withdrawn record stands'); end;
create trigger credit_records_are_corrected_by_versions before update of kind, happened_on, source, document_number, summary, severity,
  accident_class, amount_fen, outcome, persons, authorisation_id, reason, entered_by, entered_at on credit_records
when new.version <> old.version + 1
begin select raise(abort, 'a correction is a new version'); end;
create trigger credit_records_keep_versions before update of version on credit_records
begin
  insert into credit_record_versions (record_id, version, kind, happened_on, ended_on, source, document_number, summary, severity,
    accident_class, amount_fen, outcome, persons, authorisation_id, reason, entered_by, entered_at)
  values (old.id, old.version, old.kind, old.happened_on, old.ended_on, old.source, old.document_number, old.summary, old.severity,
    old.accident_class, old.amount_fen, old.outcome, old.persons, old.authorisation_id, old.reason, old.entered_by, old.entered_at);
end;
create trigger credit_records_publicity_goes_forward before update of publicity on credit_records
when old.publicity = 'stopped' or (old.publicity = 'published' and new.publicity not in ('published', 'stopped'))
begin select raise(abort, 'publicity goes forward only'); end;

-- 采集目录: 本期无, told by hand. What came as records is counted from the records.
create table catalogue_receipts (
  id           integer primary key,
  entry_id     text not null check (length(trim(entry_id)) > 0),           -- of the pack's catalogue
  received_on  text not null check (received_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note         text not null,
  marked_by    integer not null references accounts (id),
  marked_at    text not null
) strict;

create index catalogue_receipts_by_entry on catalogue_receipts (entry_id, received_on);

create trigger catalogue_receipts_do_not_change before update on catalogue_receipts
begin select raise(abort, 'what was received stands'); end;
create trigger catalogue_receipts_are_kept before delete on catalogue_receipts
begin select raise(abort, 'what was received stands'); end;
