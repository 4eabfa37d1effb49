-- 规则包: the versions of the office's rule sets, who wrote in them, and every opinion on them. A version that was approved never changes,
-- so that every decision that names a pack and a version can be explained by it.

create table policy_versions (
  id               integer primary key,
  pack_id          text not null check (length(pack_id) > 0),
  version          integer not null check (version > 0),
  title            text not null check (length(trim(title)) > 0),
  state            text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'approved', 'dropped')),
  content          text not null check (json_type(content) = 'object' and json_extract(content, '$.id') = pack_id and json_extract(content, '$.version') = version),
  based_on         integer references policy_versions (id),                   -- null = the file the program came with
  changed_because  text not null,
  made_by          integer references accounts (id),                          -- null = taken over as shipped, at set-up
  made_at          text not null,
  submitted_by     integer references accounts (id),
  submitted_at     text,
  in_force_on      text check (in_force_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),   -- as submitted; settled by the approval
  approved_by      integer references accounts (id),
  approved_at      text,
  graded_at        text,                                                      -- when the roster was first graded under it
  check (state <> 'approved' or (in_force_on is not null and approved_at is not null)),
  check (state = 'approved' or (approved_by is null and approved_at is null and graded_at is null)),
  check (state <> 'approved' or (approved_by is null) = (made_by is null)),
  check (state <> 'submitted' or (submitted_by is not null and submitted_at is not null and in_force_on is not null)),
  check (approved_by is null or (approved_by <> made_by and approved_by <> submitted_by))        -- nobody approves his own draft
) strict;

-- A number is given once; that of a dropped draft is free again.
create unique index policy_versions_by_number on policy_versions (pack_id, version) where state <> 'dropped';
-- One version is being worked on at a time.
create unique index policy_versions_one_open on policy_versions ((1)) where state in ('draft', 'submitted', 'returned');
create index policy_versions_in_force on policy_versions (in_force_on, id) where state = 'approved';

-- Every entry that was written, by whom; none of them approves the version.
create table policy_edits (
  id          integer primary key,
  version_id  integer not null references policy_versions (id),
  chapter     text not null check (length(chapter) > 0),
  entry       text not null,                                                  -- as its chapter shows it; empty = the chapter
  by_id       integer not null references accounts (id),
  at          text not null
) strict;
create index policy_edits_by_version on policy_edits (version_id);

create table policy_reviews (
  id          integer primary key,
  version_id  integer not null references policy_versions (id),
  decision    text not null check (decision in ('approve', 'return')),
  opinion     text not null check (decision = 'approve' or length(trim(opinion)) > 0),
  by_id       integer not null references accounts (id),
  at          text not null
) strict;
create index policy_reviews_by_version on policy_reviews (version_id);

create trigger policy_versions_are_not_deleted before delete on policy_versions
begin select raise(abort, 'a version is never deleted'); end;
create trigger policy_versions_keep_their_name before update of pack_id, version, based_on, made_by, made_at on policy_versions
begin select raise(abort, 'a version keeps its number'); end;
create trigger policy_versions_change_as_drafts before update of title, content on policy_versions
when old.state not in ('draft', 'returned')
begin select raise(abort, 'only a draft changes'); end;
create trigger approved_policy_versions_stand before update of state, changed_because, submitted_by, submitted_at, in_force_on, approved_by, approved_at on policy_versions
when old.state in ('approved', 'dropped')
begin select raise(abort, 'an approved version does not change'); end;
create trigger policy_versions_are_graded_once before update of graded_at on policy_versions
when old.graded_at is not null
begin select raise(abort, 'a version comes into force once'); end;
create trigger policy_editors_do_not_approve before update of approved_by on policy_versions
when exists (select 1 from policy_edits where version_id = new.id and by_id = new.approved_by)
begin select raise(abort, 'nobody approves his own draft'); end;

create trigger policy_edits_enter_a_draft before insert on policy_edits
when (select state from policy_versions where id = new.version_id) not in ('draft', 'returned')
begin select raise(abort, 'only a draft changes'); end;
create trigger policy_edits_are_kept before update on policy_edits
begin select raise(abort, 'edits are kept'); end;
create trigger policy_edits_are_not_deleted before delete on policy_edits
begin select raise(abort, 'edits are kept'); end;
create trigger policy_reviews_are_kept before update on policy_reviews
begin select raise(abort, 'opinions are kept'); end;
create trigger policy_reviews_are_not_deleted before delete on policy_reviews
begin select raise(abort, 'opinions are kept'); end;
