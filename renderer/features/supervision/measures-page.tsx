import { Tabs } from 'antd';
import { PageHead } from '../../ui/page-head.tsx';
import { useTab } from '../../ui/use-tab.ts';
import { CertificatesTab } from './certificates-tab.tsx';
import { KeyCoverageTab } from './key-coverage-tab.tsx';
import { useMeasureCounts } from './measures.queries.ts';
import { MeasuresTab } from './measures-tab.tsx';

/** 信用监管 → 措施任务: what grades bring, the 绿色通道, and which 重点企业 still lack their visit or service. */
export function MeasuresPage() {
  const [tab, show] = useTab(['tasks', 'green-channel', 'key'] as const);
  const counts = useMeasureCounts().data;
  const waiting =
    counts === undefined
      ? ''
      : `待办${counts.open}项，其中逾期${counts.overdue}项；已办结还没有文书的${counts.undocumented}项。`;
  return (
    <>
      <PageHead title="措施任务" note={`等级评定或变动时按规则包的措施自动开出。${waiting}`} />
      <Tabs
        activeKey={tab}
        onChange={show}
        destroyOnHidden
        items={[
          { key: 'tasks', label: '措施任务', children: <MeasuresTab /> },
          { key: 'green-channel', label: '绿色通道', children: <CertificatesTab /> },
          { key: 'key', label: '重点企业覆盖', children: <KeyCoverageTab /> },
        ]}
      />
    </>
  );
}
