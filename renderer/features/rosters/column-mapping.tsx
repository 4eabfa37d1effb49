import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Select, Space, Spin, Table } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../../api/messages.zh-CN.ts';
import { useJob } from '../../api/use-job.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { JobBar } from '../../ui/job-bar.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { type ColumnsView, useImportColumns, useImportCommands } from './rosters.queries.ts';

const operator = ['operator'] as const;
/** Stands for null, which a select cannot hold. */
const NOT_IMPORTED = '';

interface ColumnMappingProps {
  readonly id: number;
  /** Told when the file was checked anew with the columns chosen. */
  readonly onChecked: () => void;
  readonly onLeave: () => void;
  readonly leaveText: string;
}

/** 对应各列: each column of a foreign sheet with its first values, and the field it is; remembered for the same headings. */
export function ColumnMapping({ id, ...rest }: ColumnMappingProps) {
  const columns = useImportColumns(id);
  if (columns.isPending) return <Spin />;
  if (columns.data == null)
    return <Alert type="warning" showIcon title={sentenceOf({ ok: false, code: 'STAGE_GONE', details: {} })} />;
  return <Mapping id={id} view={columns.data} {...rest} />;
}

function Mapping({ id, view, onChecked, onLeave, leaveText }: ColumnMappingProps & { readonly view: ColumnsView }) {
  const { mapColumns } = useImportCommands();
  const queries = useQueryClient();
  const [sheet, setSheet] = useState(view.sheet ?? likeliest(view));
  const outline = view.outlines.find((one) => one.sheet === sheet) ?? view.outlines[0];
  const [fields, setFields] = useState(() =>
    view.chosen !== null && sheet === view.sheet ? view.chosen : fieldsOf(outline),
  );
  const [remember, setRemember] = useState(true);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [jobId, setJobId] = useState<number | null>(null);
  const job = useJob(jobId, (outcome) => {
    setJobId(null);
    void queries.invalidateQueries();
    if (outcome.ok) onChecked();
    else setRefusal(sentenceOf(outcome));
  });
  const missing = view.fields.filter(({ key, isRequired }) => isRequired && !fields.includes(key));

  async function check(): Promise<void> {
    setRefusal(null);
    const outcome = await mapColumns.run({ id, sheet: outline?.sheet ?? '', fields: [...fields], remember });
    if (outcome.ok) setJobId(outcome.value.jobId);
    else setRefusal(sentenceOf(outcome));
  }

  return (
    <>
      <PageHead
        title={`对应各列：${view.fileName}`}
        note="左边是文件里的列和前几个值，右边选它是名录的哪一项。不需要的列选“不导入”。"
        actions={
          <Space>
            <Button onClick={onLeave}>{leaveText}</Button>
            <ActionButton
              may={operator}
              type="primary"
              loading={mapColumns.isRunning || jobId !== null}
              barred={
                missing.length === 0 ? null : `${missing.map(({ heading }) => `“${heading}”`).join('、')}还没有对应的列`
              }
              onClick={() => void check()}
            >
              按此检查
            </ActionButton>
          </Space>
        }
      />
      {job?.state === 'running' && <JobBar label="正在检查" job={job} />}
      {refusal !== null && <Alert className="form-refusal" type="error" showIcon title={refusal} />}
      <div className="import-choices">
        {view.outlines.length > 1 && (
          <Select
            aria-label="工作表"
            style={{ minWidth: 200 }}
            value={outline?.sheet}
            options={view.outlines.map((one) => ({ value: one.sheet, label: `工作表：${one.sheet}` }))}
            onChange={(next) => {
              setSheet(next);
              setFields(fieldsOf(view.outlines.find((one) => one.sheet === next)));
            }}
          />
        )}
        <Checkbox checked={remember} onChange={(event) => setRemember(event.target.checked)}>
          记住，下次同样的表头自动采用
        </Checkbox>
        <span className="quiet">表头在第{outline?.row}行</span>
      </div>
      <Table
        size="small"
        bordered
        pagination={false}
        rowKey="column"
        dataSource={[...(outline?.columns ?? [])]}
        scroll={{ y: 'max(220px, calc(100vh - 300px))' }}
        columns={[
          { title: '列', width: 60, dataIndex: 'column', render: letterOf },
          { title: '文件里的表头', width: 200, dataIndex: 'heading', render: (text: string) => text || '（没有表头）' },
          { title: '前几个值', dataIndex: 'samples', render: (samples: readonly string[]) => samples.join('；') },
          {
            title: '对应名录的',
            width: 260,
            render: (_, { heading }, index) => (
              <Select
                aria-label={`“${heading}”对应`}
                showSearch={{ optionFilterProp: 'label' }}
                style={{ width: '100%' }}
                value={fields[index] ?? NOT_IMPORTED}
                options={optionsOf(view)}
                onChange={(next) => setFields(fields.map((old, at) => (at === index ? next || null : old)))}
              />
            ),
          },
        ]}
      />
    </>
  );
}

function optionsOf({ fields }: ColumnsView) {
  const known = fields.map(({ key, heading, isRequired }) => ({
    value: key,
    label: isRequired ? `${heading}（必须有）` : heading,
  }));
  return [{ value: NOT_IMPORTED, label: '不导入' }, ...known];
}

function fieldsOf(outline: ColumnsView['outlines'][number] | undefined): readonly (string | null)[] {
  return outline?.columns.map(({ field }) => field) ?? [];
}

/** The sheet with most columns known. */
function likeliest({ outlines }: ColumnsView): string {
  const known = (outline: ColumnsView['outlines'][number]) =>
    outline.columns.filter(({ field }) => field !== null).length;
  return outlines.toSorted((a, b) => known(b) - known(a))[0]?.sheet ?? '';
}

/** 1 is A, 27 is AA. */
function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? letter : letterOf(Math.floor((column - 1) / 26)) + letter;
}
