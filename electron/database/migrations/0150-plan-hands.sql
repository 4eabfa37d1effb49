-- Everyone who wrote in a plan or in an amendment while it was a draft, or put it up; none of them approves it (细则 第五条).

create table plan_hands (
  plan_id       integer not null references plans (id),
  amendment_id  integer references plan_amendments (id),                  -- null: the plan itself
  account_id    integer not null references accounts (id)
) strict;

create unique index plan_hands_once on plan_hands (plan_id, coalesce(amendment_id, 0), account_id);

insert into plan_hands (plan_id, amendment_id, account_id)
select distinct plan_id, amendment_id, taken_by from plan_steps where step = 'submit'
 union select id, null, made_by from plans
 union select plan_id, id, proposed_by from plan_amendments;

create trigger plan_hands_stay before update on plan_hands
begin select raise(abort, 'who wrote in a plan stays known'); end;
create trigger plan_hands_are_not_deleted before delete on plan_hands
when (select state from plans where id = old.plan_id) <> 'draft'
  and coalesce((select state from plan_amendments where id = old.amendment_id), 'approved') <> 'draft'
begin select raise(abort, 'who wrote in a plan stays known'); end;
create trigger hands_do_not_approve_the_plan before update of approved_by on plans
when exists (select 1 from plan_hands where plan_id = new.id and amendment_id is null and account_id = new.approved_by)
begin select raise(abort, 'nobody approves his own entry'); end;
create trigger hands_do_not_approve_the_amendment before update of approved_by on plan_amendments
when exists (select 1 from plan_hands where amendment_id = new.id and account_id = new.approved_by)
begin select raise(abort, 'nobody approves his own entry'); end;
