import { Form, Input, Modal, Radio, Space } from 'antd';
import { useState } from 'react';
import { lacksOf } from '../../../shared/features/dossiers/lacks.ts';
import { type Retention, retentions, retentionTitles } from '../../../shared/features/dossiers/schemas.ts';
import { lackSentences } from '../../api/messages/dossiers.zh-CN.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { CommandForm } from '../../ui/command-form.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { enterpriseColumn } from '../../ui/enterprise-link.tsx';
import type { ListColumn, ListFilter } from '../../ui/list-model.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { useListParams } from '../../ui/use-list-params.ts';
import { type DossierLine, useDossierLines, useFileDossier, useRegister } from './dossiers.queries.ts';

/** 档案: one dossier per inspection (一对象一档案), printed with one click, filed under an archive number. */
export function DossiersPage() {
  const lines = useDossierLines();
  const filed = new Map(useRegister().data?.map((line) => [line.inspectionId, line]));
  const params = useListParams();
  const { openPdf, download } = useFiles();
  const [filing, setFiling] = useState<DossierLine | null>(null);
  const columns: readonly ListColumn<DossierLine>[] = [
    { key: 'archive', title: '归档号', value: (row) => row.archiveNumber, width: 92 },
    enterpriseColumn({ key: 'objectName', title: '检查对象', width: 200 }),
    { key: 'objectCode', title: '统一社会信用代码', value: (row) => row.objectCode, width: 172, isOptional: true },
    { key: 'taskNumber', title: '任务编号', value: (row) => row.taskNumber, width: 168 },
    {
      key: 'lacks',
      title: '还缺',
      width: 200,
      value: (row) =>
        lacksOf(row)
          .map((lack) => lackSentences[lack])
          .join('；'),
    },
    {
      key: 'work',
      title: '办理',
      value: () => '',
      width: 170,
      render: (row) => (
        <Space>
          <ActionButton size="small" onClick={() => openPdf(`dossiers/${row.id}.pdf`)}>
            生成卷宗
          </ActionButton>
          {row.archiveNumber === null && (
            <ActionButton
              size="small"
              may={['operator']}
              barred={lacksOf(row).length > 0 ? '请先补齐“还缺”中的事项' : null}
              onClick={() => setFiling(row)}
            >
              归档
            </ActionButton>
          )}
        </Space>
      ),
    },
    { key: 'retention', title: '保管期限', value: (row) => titleOf(filed.get(row.id)?.retention), width: 108 },
    { key: 'filedOn', title: '归档日期', value: (row) => filed.get(row.id)?.filedOn, width: 104 },
    { key: 'pages', title: '页数', value: (row) => filed.get(row.id)?.pages, width: 64 },
  ];
  return (
    <>
      <PageHead
        title="档案"
        note="一次检查一卷：封面、卷内目录、抽取记录、通知书、现场检查记录表、审批表、结果公示表、备考表。"
        actions={<ActionButton onClick={() => download('dossiers/register.xlsx')}>导出档案登记簿</ActionButton>}
      />
      <DataTable
        name="dossiers"
        title="档案"
        rows={lines.data}
        rowKey={(row) => row.id}
        params={params}
        searchHint="企业、归档号、任务编号"
        columns={columns}
        filters={filters}
        empty={<EmptyState text="还没有可以立卷的检查。完成一次抽取后，这里会列出每户的卷宗。" />}
      />
      <Modal open={filing !== null} onCancel={() => setFiling(null)} footer={null} title="归档" destroyOnHidden>
        {filing !== null && <FilingForm line={filing} onEnd={() => setFiling(null)} />}
      </Modal>
    </>
  );
}

function FilingForm({ line, onEnd }: { readonly line: DossierLine; readonly onEnd: () => void }) {
  const file = useFileDossier(onEnd);
  return (
    <CommandForm<{ retention: Retention; remark: string }>
      submit="归档"
      initial={{ retention: '10-years', remark: '' }}
      onSubmit={(values) => file.run({ ...values, inspectionId: line.id })}
      onCancel={onEnd}
    >
      <p>{line.objectName}</p>
      <Form.Item name="retention" label="保管期限">
        <Radio.Group options={retentions.map((value) => ({ value, label: retentionTitles[value] }))} />
      </Form.Item>
      <Form.Item name="remark" label="备考表说明（可不填）">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
    </CommandForm>
  );
}

const filters: readonly ListFilter<DossierLine>[] = [
  {
    key: 'state',
    label: '归档状态',
    options: [
      { value: 'filed', label: '已归档' },
      { value: 'ready', label: '可归档' },
      { value: 'lacking', label: '尚缺材料' },
    ],
    of: (row) => (row.archiveNumber !== null ? 'filed' : lacksOf(row).length === 0 ? 'ready' : 'lacking'),
  },
];

function titleOf(retention: Retention | undefined): string {
  return retention === undefined ? '' : retentionTitles[retention];
}
