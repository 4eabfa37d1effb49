import { Alert, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import type { CommitmentTargets } from '../../../shared/features/supervision/commitment-schemas.ts';
import { addDays, addMonths } from '../../../shared/kernel/local-date.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { useJobTitled } from '../../api/use-job.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { EnterprisePicker } from '../../ui/enterprise-picker.tsx';
import { JobBar } from '../../ui/job-bar.tsx';
import { useCommitmentCommands, useCommitmentItems, useIssuePreview } from './commitments.queries.ts';
import { given } from './measure-forms.tsx';
import { useRosterChoices } from './measures.queries.ts';

interface Values {
  readonly itemId?: string;
  readonly whom: 'one' | 'many';
  readonly objectId?: number;
  readonly priority?: '重点' | '一般';
  readonly aboveScale?: '规上' | '规下';
  readonly townships?: string[];
  readonly industries?: string[];
  readonly matter?: string;
  readonly untilOn?: string;
  readonly checkOn?: string;
}

/** 出具承诺书: of which item, to whom, until when; how many are made is counted first. */
export function IssueForm({ itemId, onClose }: { readonly itemId: string; readonly onClose: () => void }) {
  const { today } = useSession();
  const files = useFiles();
  const items = (useCommitmentItems().data?.items ?? []).filter(({ isForEnterprises }) => isForEnterprises);
  const roster = useRosterChoices().data;
  const initial: Values = {
    itemId: itemId === '' ? undefined : itemId,
    whom: 'one',
    untilOn: addDays(addMonths(today, 12), -1),
  };
  const [asked, setAsked] = useState<Partial<Values>>(initial);
  const targets = targetsOf(asked);
  const wanted = asked.itemId === undefined || targets === null ? null : { targets, itemId: asked.itemId };
  const preview = useIssuePreview(wanted).data;
  const { issue } = useCommitmentCommands();
  const job = useJobTitled('出具信用承诺书', issue.isRunning);
  const item = items.find(({ id }) => id === asked.itemId);
  const plain = (values: readonly string[] = []) => values.map((value) => ({ value, label: value }));
  return (
    <Modal open title="出具承诺书" footer={null} onCancel={onClose} width={680} style={{ top: 16 }} destroyOnHidden>
      <CommandForm<Values>
        submit={preview === undefined ? '出具' : `出具${preview.letters}份`}
        initial={initial}
        onChange={setAsked}
        onCancel={onClose}
        onSubmit={async (values) => {
          const outcome = await issue.run({
            targets: targetsOf(values) ?? { objectIds: [] },
            itemId: values.itemId ?? '',
            matter: values.matter ?? '',
            untilOn: given(values.untilOn),
            checkOn: given(values.checkOn),
            expected: preview?.letters ?? 0,
          });
          if (!outcome.ok) return outcome;
          onClose();
          const { issued, firstId } = outcome.value;
          if (issued === 1) void files.openPdf('supervision/commitments/letters.pdf', { body: { ids: [firstId] } });
          return outcome;
        }}
      >
        <Form.Item
          name="itemId"
          label="承诺事项"
          extra={item === undefined ? undefined : `${item.isPublicised ? '主动公示' : '不公示'}；依据：${item.article}`}
          rules={[{ required: true, message: '请选择承诺事项' }]}
        >
          <Select options={items.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="whom" label="出具给">
          <Radio.Group
            options={[
              { value: 'one', label: '一户企业' },
              { value: 'many', label: '名录中符合条件的企业' },
            ]}
          />
        </Form.Item>
        {asked.whom === 'many' ? (
          <div className="field-grid">
            <Form.Item name="priority" label="重点企业或一般企业">
              <Select allowClear placeholder="全部" options={plain(['重点', '一般'])} />
            </Form.Item>
            <Form.Item name="aboveScale" label="规模以上">
              <Select allowClear placeholder="全部" options={plain(['规上', '规下'])} />
            </Form.Item>
            <Form.Item name="townships" label="乡镇苏木">
              <Select mode="multiple" maxTagCount={2} options={plain(roster?.townships)} />
            </Form.Item>
            <Form.Item name="industries" label="行业">
              <Select mode="multiple" maxTagCount={2} options={plain(roster?.industries)} />
            </Form.Item>
          </div>
        ) : (
          <Form.Item name="objectId" label="企业" rules={[{ required: true, message: '请选择企业' }]}>
            <EnterprisePicker />
          </Form.Item>
        )}
        <Form.Item name="matter" label="事由（许可、项目、处罚决定书等；没有的不填）">
          <Input placeholder="例如：示例项目申报" />
        </Form.Item>
        <div className="field-grid">
          <Form.Item name="untilOn" label="有效期止（不填为长期）">
            <DayInput />
          </Form.Item>
          <Form.Item name="checkOn" label="首次践诺核查日期（不填为不定）">
            <DayInput />
          </Form.Item>
        </div>
        {preview !== undefined && (
          <Alert
            className="form-refusal"
            type={preview.letters === 0 ? 'warning' : 'info'}
            title={
              preview.letters === 0
                ? '没有要出具的：条件内的企业已有这一事项的有效承诺书，或者不在存续状态。'
                : `出具${preview.letters}份：${preview.names.join('、')}${preview.letters > preview.names.length ? '等' : ''}`
            }
          />
        )}
        {job !== null && <JobBar label="出具承诺书" job={job} />}
      </CommandForm>
    </Modal>
  );
}

/** Null while no enterprise is chosen. */
function targetsOf(values: Partial<Values>): CommitmentTargets | null {
  const { whom, objectId, priority, aboveScale, townships = [], industries = [] } = values;
  if (whom !== 'many') return objectId === undefined ? null : { objectIds: [objectId] };
  const flag = (value: string | undefined, yes: string) => (value === undefined ? null : value === yes);
  return { priority: flag(priority, '重点'), aboveScale: flag(aboveScale, '规上'), townships, industries };
}
