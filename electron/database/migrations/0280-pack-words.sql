-- What the program read from the words of a rule pack until now stands in the pack as data: whether an 约谈 is held by who determined the
-- matter and its record is kept, what follows where nothing was put right, what each 台账 is about, and 逢办必查. The versions an office
-- already has are given the same, so that nothing changes for it; approved ones are written to this once.

drop trigger policy_versions_change_as_drafts;

update policy_versions
   set content = json_set(content, '$.talks', json((
     select json_group_array(json(talk)) from (
       select json_set(value,
                '$.byWhoDetermined', json(iif(value ->> '$.by' like '%认定%' or value ->> '$.when' like '%谁认定%', 'true', 'false')),
                '$.isRecorded', json(iif(value ->> '$.when' like '%记入%信用记录%' or value ->> '$.source.quote' like '%记入%信用记录%', 'true', 'false')),
                '$.ifNotDone', iif(value ->> '$.name' like '%提示%', '提示约谈后整改未到位，请启动警示约谈。', '')) as talk
         from json_each(policy_versions.content, '$.talks') order by key))))
 where json_array_length(content, '$.talks') > 0;

update policy_versions
   set content = json_set(content, '$.registers', json((
     select json_group_array(json(register)) from (
       select json_set(value, '$.about', case
                when value ->> '$.name' like '%领导小组%' or value ->> '$.name' like '%工作机制%' then 'mechanism'
                when value ->> '$.name' like '%宣传%' or value ->> '$.name' like '%培训%' or value ->> '$.name' like '%普法%'
                  or value ->> '$.name' like '%教育%' or value ->> '$.name' like '%指导%' then 'education'
                when value ->> '$.name' like '%廉洁%' or value ->> '$.name' like '%保密%' then 'integrity'
                when value ->> '$.name' like '%公职人员%' or value ->> '$.name' like '%干部%' then 'officials'
                when value ->> '$.name' like '%说明%' or value ->> '$.name' like '%佐证%' then 'upper-rule'
                when value ->> '$.name' like '%自愿%' then 'voluntary-information'
                when value ->> '$.name' like '%增益%' or value ->> '$.name' like '%服务%' then 'service'
                when value ->> '$.name' like '%曝光%' then 'exposure'
                when value ->> '$.name' like '%评优%' or value ->> '$.name' like '%评先%' then 'honours'
                else 'other' end) as register
         from json_each(policy_versions.content, '$.registers') order by key))))
 where json_array_length(content, '$.registers') > 0;

-- 额尔古纳 总结 “推进信用信息应用”段, by which the program listed what was not looked up.
update policy_versions
   set content = json_set(content, '$.lookups', json('{"matters": ["licence", "penalty", "inspection"], "standing": "rule",
         "source": {"document": "工作总结", "article": "“推进信用信息应用”段",
                    "quote": "严格执行在办理行政许可、行政处罚、行政检查等事项时，先查询申报企业的信用信息"}}'))
 where pack_id = 'erguna-2023'
   and exists (select 1 from json_each(content, '$.documents') where value ->> '$.id' = '工作总结');

create trigger policy_versions_change_as_drafts before update of title, content on policy_versions
when old.state not in ('draft', 'returned')
begin select raise(abort, 'only a draft changes'); end;
