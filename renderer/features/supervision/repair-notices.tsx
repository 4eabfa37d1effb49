import { Space } from 'antd';
import { useState } from 'react';
import { severityTitles } from '../../../shared/kernel/credit-facts.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { enterpriseColumn } from '../../ui/enterprise-link.tsx';
import type { ListColumn } from '../../ui/list-model.ts';
import { useListParams } from '../../ui/use-list-params.ts';
import { serviceFields } from './list-work.tsx';
import { type PenaltyLine, useRepairNotices, useRepairRules, useUnservedNotices } from './repairs.queries.ts';
import { optionsOf, StepForm } from './step-form.tsx';

const operator = ['operator'] as const;

/** 两书同达: penalties of this office whose 信用修复告知书 is still to be made, printed and served with the 处罚决定书. */
export function RepairNotices() {
  const penalties = useUnservedNotices().data;
  const params = useListParams({ prefix: 'n.' });
  const [work, setWork] = useState<{ readonly kind: 'issue' | 'serve'; readonly penalty: PenaltyLine } | null>(null);
  const { openPdf } = useFiles();
  const columns: readonly ListColumn<PenaltyLine>[] = [
    enterpriseColumn({ key: 'object', title: '检查对象', width: 150 }),
    { key: 'penalty', title: '处罚决定书', width: 140, value: ({ documentNumber }) => documentNumber },
    { key: 'on', title: '处罚日期', width: 104, value: ({ happenedOn }) => happenedOn },
    { key: 'summary', title: '摘要', width: 120, value: ({ summary }) => summary },
    { key: 'notice', title: '告知书', width: 170, value: ({ notice }) => notice?.number ?? '未制作' },
    {
      key: 'work',
      title: '办理',
      width: 190,
      isAction: true,
      value: () => '',
      render: (penalty) =>
        penalty.notice === null ? (
          <ActionButton size="small" may={operator} onClick={() => setWork({ kind: 'issue', penalty })}>
            制作告知书
          </ActionButton>
        ) : (
          <Space size={4}>
            <ActionButton
              size="small"
              onClick={() => openPdf(`supervision/repair-notices/${penalty.recordId}/notice.pdf`)}
            >
              打印告知书
            </ActionButton>
            <ActionButton size="small" may={operator} onClick={() => setWork({ kind: 'serve', penalty })}>
              登记送达
            </ActionButton>
          </Space>
        ),
    },
  ];
  return (
    <>
      <DataTable
        name="supervision.repair-notices"
        title="信用修复告知书"
        rows={penalties}
        rowKey={({ recordId }) => recordId}
        params={params}
        searchHint="企业、文号"
        columns={columns}
        empty="没有待送达的信用修复告知书。登记本机关的行政处罚后，告知书在这里制作，与处罚决定书一并送达。"
      />
      {work !== null && <NoticeForm {...work} onClose={() => setWork(null)} />}
    </>
  );
}

interface NoticeFormProps {
  readonly kind: 'issue' | 'serve';
  readonly penalty: PenaltyLine;
  readonly onClose: () => void;
}

function NoticeForm({ kind, penalty, onClose }: NoticeFormProps) {
  const { issue, serve } = useRepairNotices();
  const { today } = useSession();
  const [tier] = useRepairRules().data?.tiers ?? [];
  const { recordId } = penalty;
  if (kind === 'issue') {
    return (
      <StepForm<Omit<Parameters<typeof issue.run>[0], 'recordId'>>
        title={`制作信用修复告知书：${penalty.objectName}`}
        note={`与处罚决定书${penalty.documentNumber}一并送达（${tier?.article ?? ''}，${tier?.standing ?? ''}）。`}
        submit="制作告知书"
        fields={[{ name: 'severity', label: '失信程度', kind: 'choice', options: optionsOf(severityTitles) }]}
        initial={{ severity: penalty.severity ?? undefined }}
        onSubmit={(values) => issue.run({ ...values, recordId })}
        onClose={onClose}
      />
    );
  }
  return (
    <StepForm<Omit<Parameters<typeof serve.run>[0], 'recordId'>>
      title={`登记送达：${penalty.notice?.number ?? ''}`}
      note="与处罚决定书一并送达的日期和签收人。"
      submit="登记送达"
      fields={serviceFields}
      initial={{ servedOn: today, manner: 'direct' }}
      onSubmit={(values) => serve.run({ ...values, recordId })}
      onClose={onClose}
    />
  );
}
