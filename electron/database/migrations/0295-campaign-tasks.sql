-- 专项治理: the tasks by which its enterprises are inspected.
create table campaign_tasks (
  task_id      integer primary key references tasks (id),
  campaign_id  integer not null references campaigns (id)
) strict;

create index campaign_tasks_of_campaign on campaign_tasks (campaign_id);
create trigger campaign_tasks_do_not_change before update on campaign_tasks begin select raise(abort, 'which campaign a task is for stands'); end;
create trigger campaign_tasks_are_kept before delete on campaign_tasks begin select raise(abort, 'which campaign a task is for stands'); end;
