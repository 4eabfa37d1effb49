import { useQuery } from '@tanstack/react-query';
import { Modal, Space } from 'antd';
import { useState } from 'react';
import { useTrpc } from '../api/client.ts';
import { useCommand } from '../api/use-command.ts';
import { useFiles } from '../api/use-files.ts';
import { ActionButton } from './action-button.tsx';
import { LookUpWords } from './look-up-words.tsx';

const office = ['operator', 'reviewer', 'leader'] as const;

interface LookupOfInspectionProps {
  readonly inspectionId: number;
  readonly objectId: number;
  readonly objectName: string;
  readonly subject: string;
  /** It was made or ended: nothing is looked up any more. */
  readonly isOver: boolean;
}

/** Whether the enterprise was looked up before this inspection (逢办必查), with the way to do it or the report as it was. */
export function LookupOfInspection({ inspectionId, objectId, objectName, subject, isOver }: LookupOfInspectionProps) {
  const trpc = useTrpc();
  const { openPdf } = useFiles();
  const found = useQuery(trpc.credit.lookups.ofInspection.queryOptions({ inspectionId })).data;
  const [isAsking, setAsking] = useState(false);
  const lookUp = useCommand(trpc.credit.lookups.lookUp.mutationOptions(), {
    quiet: true,
    done: ({ number, seen }) => `${number}：${seen}`,
    onDone: ({ reportId }) => {
      setAsking(false);
      void openPdf(`credit/reports/${reportId}/report.pdf`);
    },
  });
  if (found === undefined) return null;
  if (found !== null) {
    return (
      <Space wrap size={8}>
        <span>
          {found.number}（{found.lookedUpOn}）：{found.seen}
        </span>
        <ActionButton size="small" onClick={() => openPdf(`credit/reports/${found.reportId}/report.pdf`)}>
          看当时的信用报告
        </ActionButton>
      </Space>
    );
  }
  return (
    <Space wrap size={8}>
      <span>{isOver ? '检查前没有查询' : '还没有查询，检查前应先查询'}</span>
      {!isOver && (
        <ActionButton size="small" may={office} onClick={() => setAsking(true)}>
          查询信用
        </ActionButton>
      )}
      {isAsking && (
        <Modal open title={`查询${objectName}的信用`} onCancel={() => setAsking(false)} footer={null} destroyOnHidden>
          <LookUpWords
            onCancel={() => setAsking(false)}
            onSubmit={(words) =>
              lookUp.run({ objectId, matter: 'inspection', subject: subject.slice(0, 100), inspectionId, ...words })
            }
          />
        </Modal>
      )}
    </Space>
  );
}

/** How many of a task's inspections were looked up before, and the way to look up the rest together. */
export function LookupOfTask({ taskId }: { readonly taskId: number }) {
  const trpc = useTrpc();
  const found = useQuery(trpc.credit.lookups.ofTask.queryOptions({ taskId })).data;
  const [isAsking, setAsking] = useState(false);
  const lookUp = useCommand(trpc.credit.lookups.lookUpInspections.mutationOptions(), {
    quiet: true,
    done: ({ count }) => `已查询${count}户，报告已留存。`,
    onDone: () => setAsking(false),
  });
  if (found === undefined || found.total === 0) return <>—</>;
  return (
    <Space wrap size={8}>
      <span>
        {found.total}户中已查询{found.lookedUp}户
      </span>
      {found.open.length > 0 && (
        <ActionButton size="small" may={office} onClick={() => setAsking(true)}>
          一并查询其余{found.open.length}户
        </ActionButton>
      )}
      {isAsking && (
        <Modal
          open
          title={`查询${found.open.length}户的信用`}
          onCancel={() => setAsking(false)}
          footer={null}
          destroyOnHidden
        >
          <LookUpWords
            onCancel={() => setAsking(false)}
            onSubmit={(words) => lookUp.run({ inspectionIds: [...found.open], ...words })}
          />
        </Modal>
      )}
    </Space>
  );
}
