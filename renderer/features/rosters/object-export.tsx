import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { type ObjectSort, objectSorts } from '../../../shared/features/rosters/object-list.ts';
import type { ObjectFilter } from '../../../shared/features/rosters/schemas.ts';
import { useSession } from '../../api/session.ts';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { useExportJob } from '../../ui/use-export-job.ts';
import { useObjectExports } from './rosters.queries.ts';

interface ObjectExportProps {
  readonly filter: ObjectFilter;
  readonly sort: ObjectSort;
  readonly descending: boolean;
  readonly count: number;
  /** Keys of the columns in sight. */
  readonly shown: readonly string[];
}

/** 导出: what the list shows, or every field in the layout of the template; whole numbers only with a reason. */
export function ObjectExport({ filter, sort, descending, count, shown }: ObjectExportProps) {
  const { roles } = useSession();
  const { masked } = useObjectExports();
  const { isRunning, job, follow } = useExportJob('rosters');
  const [isFull, setFull] = useState<'shown' | 'every' | null>(null);
  const columns = objectSorts.filter((key) => key !== 'id' && shown.includes(key));
  const common = { filter, sort, descending };
  const ofKind = (kind: 'shown' | 'every') => ({ ...common, columns: kind === 'shown' ? columns : null });

  async function exportMasked(kind: 'shown' | 'every'): Promise<void> {
    const outcome = await masked.run(ofKind(kind));
    if (outcome.ok) follow(outcome.value.jobId);
  }

  const items = [
    { key: 'shown', label: `列表所示的列（${count}户，号码隐去）` },
    { key: 'every', label: `全部栏目（${count}户，号码隐去）` },
    ...(roles.includes('operator')
      ? [
          { key: 'shown-full', label: '列表所示的列，含完整联系方式……' },
          { key: 'every-full', label: '全部栏目，含完整联系方式和身份证号码……' },
        ]
      : []),
  ];
  return (
    <>
      <Dropdown
        trigger={['click']}
        disabled={count === 0 || isRunning}
        menu={{
          items,
          onClick: ({ key }) => {
            const kind = key.startsWith('shown') ? 'shown' : 'every';
            if (key.endsWith('-full')) setFull(kind);
            else void exportMasked(kind);
          },
        }}
      >
        <Button loading={isRunning}>{isRunning && job !== null ? `正在导出 ${job.done}/${job.total}` : '导出'}</Button>
      </Dropdown>
      {isFull !== null && (
        <FullExport
          input={ofKind(isFull)}
          count={count}
          onStarted={(jobId) => {
            setFull(null);
            follow(jobId);
          }}
          onClose={() => setFull(null)}
        />
      )}
    </>
  );
}

interface FullExportProps {
  readonly input: Omit<Parameters<ReturnType<typeof useObjectExports>['full']['run']>[0], 'reason'>;
  readonly count: number;
  readonly onStarted: (jobId: number) => void;
  readonly onClose: () => void;
}

function FullExport({ input, count, onStarted, onClose }: FullExportProps) {
  const { full } = useObjectExports();
  return (
    <ReasonForm
      title="导出完整的个人信息"
      note={`${count}户的联系方式和身份证号码将完整写入文件。导出人、户数和事由记入操作台账。`}
      submit="导出"
      label="导出事由"
      placeholder="例如：逐户通知年度检查"
      onSubmit={async (reason) => {
        const outcome = await full.run({ ...input, reason });
        if (outcome.ok) onStarted(outcome.value.jobId);
        return outcome;
      }}
      onClose={onClose}
    />
  );
}
