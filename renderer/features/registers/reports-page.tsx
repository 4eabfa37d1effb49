import { useNavigate, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { PageHead } from '../../ui/page-head.tsx';
import { LettersTab } from './letters-tab.tsx';
import { PushTab } from './push-tab.tsx';
import './registers.css';
import { ReportDatesTab } from './report-dates-tab.tsx';

const tabs = [
  { key: 'dates', label: '报送日程' },
  { key: 'letters', label: '通报函' },
  { key: 'push', label: '名单与平台推送' },
] as const;

/** 工作台账 → 通报与报送: what is to be handed in and when, letters to departments, workbooks for the upper platforms. */
export function ReportsPage() {
  const search = useSearch({ strict: false }) as { tab?: string };
  const navigate = useNavigate();
  const tab = tabs.find(({ key }) => key === search.tab)?.key ?? 'dates';
  return (
    <>
      <PageHead title="通报与报送" note="按期报送的材料、向有关部门的通报函、推送上级平台的名单。信用等级不在其中。" />
      <Tabs
        activeKey={tab}
        destroyOnHidden
        onChange={(key) => void navigate({ to: '.', search: { tab: key } })}
        items={[
          { ...tabs[0], children: <ReportDatesTab /> },
          { ...tabs[1], children: <LettersTab /> },
          { ...tabs[2], children: <PushTab /> },
        ]}
      />
    </>
  );
}
