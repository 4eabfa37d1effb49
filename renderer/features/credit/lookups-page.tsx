import { Button, Popconfirm, Tabs } from 'antd';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useTab } from '../../ui/use-tab.ts';
import { ApplicationsTab } from './applications-tab.tsx';
import { CounterQueries } from './counter-queries.tsx';
import { LicencesTab } from './licences-tab.tsx';
import { LookUpForm } from './look-up-form.tsx';
import { LookupGaps } from './lookup-gaps.tsx';
import { LookupList } from './lookup-list.tsx';
import { useOpenCounter } from './lookups.queries.ts';

const tabs = ['list', 'gaps', 'applications', 'licences', 'counter'] as const;
const office = ['operator', 'reviewer', 'leader'] as const;

/** 信用 → 信用查询: 逢办必查, what was dealt with without it, and the 查询区. */
export function LookupsPage() {
  const [tab, show] = useTab(tabs);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <PageHead
        title="信用查询"
        note="逢办必查：办理行政许可、处罚、检查和项目申报、资金审核、奖补之前，先查询企业信用，报告留存。"
        actions={
          <>
            <OpenCounter />
            <ActionButton type="primary" may={office} onClick={() => setAsking(true)}>
              查询企业信用
            </ActionButton>
          </>
        }
      />
      <Tabs
        activeKey={tab}
        onChange={show}
        items={[
          { key: 'list', label: '查询台账', children: tab === 'list' && <LookupList onAsk={() => setAsking(true)} /> },
          { key: 'gaps', label: '应查未查', children: tab === 'gaps' && <LookupGaps /> },
          { key: 'applications', label: '申报审核', children: tab === 'applications' && <ApplicationsTab /> },
          { key: 'licences', label: '许可办理', children: tab === 'licences' && <LicencesTab /> },
          { key: 'counter', label: '查询区', children: tab === 'counter' && <CounterQueries /> },
        ]}
      />
      {isAsking && <LookUpForm onClose={() => setAsking(false)} />}
    </>
  );
}

function OpenCounter() {
  const open = useOpenCounter({});
  return (
    <Popconfirm
      title="打开查询区？"
      description={
        <div className="confirm-text">
          打开后，本窗口只供企业自助查询本企业的公开信用信息，其他页面都不能用；须由工作人员输入密码才能退出。没有保存的内容会丢失。
        </div>
      }
      okText="打开"
      cancelText="再看看"
      onConfirm={() => void open.run()}
    >
      <Button loading={open.isRunning}>打开查询区</Button>
    </Popconfirm>
  );
}
