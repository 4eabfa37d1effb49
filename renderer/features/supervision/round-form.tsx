import { Alert, Form, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useJobTitled } from '../../api/use-job.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { JobBar } from '../../ui/job-bar.tsx';
import { AssignedFields, given } from './measure-forms.tsx';
import {
  type RoundFilter,
  useMeasureChoices,
  useMeasureCommands,
  useRosterChoices,
  useRoundPreview,
} from './measures.queries.ts';

interface Values {
  readonly year: number;
  readonly grades?: RoundFilter['grades'];
  readonly measureIds?: string[];
  readonly priority?: '重点' | '一般';
  readonly townships?: string[];
  readonly industries?: string[];
  readonly section?: string;
  readonly officerId?: number;
  readonly dueOn?: string;
}

/** 生成本年措施任务: for which enterprises, how many of each measure, who and until when. */
export function RoundForm({ onClose }: { readonly onClose: () => void }) {
  const { today } = useSession();
  const [asked, setAsked] = useState<Values>({ year: Number(today.slice(0, 4)) });
  const preview = useRoundPreview({ year: asked.year, filter: filterOf(asked) }).data;
  const choices = useMeasureChoices().data;
  const roster = useRosterChoices().data;
  const { openRound } = useMeasureCommands();
  const job = useJobTitled('生成本年措施任务', openRound.isRunning);
  const plain = (values: readonly string[] = []) => values.map((value) => ({ value, label: value }));
  const openEnded = preview?.lines.some(({ dueWorkingDays, opens }) => dueWorkingDays === null && opens > 0) ?? false;
  return (
    <Modal
      open
      title="生成本年措施任务"
      footer={null}
      onCancel={onClose}
      width={720}
      style={{ top: 16 }}
      destroyOnHidden
    >
      <CommandForm<Values>
        submit={preview === undefined ? '生成' : `生成${preview.tasks}项`}
        initial={{ year: asked.year }}
        onChange={(values) => setAsked({ ...values, year: values.year ?? asked.year })}
        onCancel={onClose}
        onSubmit={async (values) => {
          const { section = '', officerId = null, dueOn } = values;
          const outcome = await openRound.run({
            year: values.year,
            filter: filterOf(values),
            section,
            officerId,
            dueOn: given(dueOn),
            expected: preview?.tasks ?? 0,
          });
          if (outcome.ok) onClose();
          return outcome;
        }}
      >
        <div className="field-grid">
          <Form.Item name="year" label="年度" rules={[{ required: true, message: '请填写年度' }]}>
            <InputNumber min={2000} max={2099} suffix="年" style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="grades" label="等级（不选为全部）">
            <Select
              mode="multiple"
              options={(choices?.grades ?? []).map(({ grade, title }) => ({ value: grade, label: title }))}
            />
          </Form.Item>
          <Form.Item name="measureIds" label="措施（不选为全部）">
            <Select
              mode="multiple"
              maxTagCount={1}
              showSearch={{ optionFilterProp: 'label' }}
              options={(choices?.measures ?? [])
                .filter(({ opensTask }) => opensTask)
                .map(({ id, text }) => ({ value: id, label: text }))}
            />
          </Form.Item>
          <Form.Item name="priority" label="重点企业或一般企业">
            <Select allowClear placeholder="全部" options={plain(['重点', '一般'])} />
          </Form.Item>
          <Form.Item name="townships" label="乡镇苏木">
            <Select mode="multiple" maxTagCount={2} options={plain(roster?.townships)} />
          </Form.Item>
          <Form.Item name="industries" label="行业">
            <Select mode="multiple" maxTagCount={2} options={plain(roster?.industries)} />
          </Form.Item>
        </div>
        <AssignedFields />
        {openEnded && (
          <Form.Item name="dueOn" label="规则包未定期限的措施，办到哪一天（不填的不定期限）">
            <DayInput />
          </Form.Item>
        )}
        {preview !== undefined && (
          <Alert
            className="form-refusal"
            type={preview.tasks === 0 ? 'warning' : 'info'}
            title={
              preview.tasks === 0
                ? `条件内${preview.graded}户都没有要开出的措施：该等级没有须办理的措施，或者已在待办、本年办过。`
                : `条件内已评定${preview.graded}户，其中${preview.enterprises}户开出${preview.tasks}项措施任务：`
            }
            description={
              preview.tasks === 0 ? undefined : (
                <ul className="plain-list">
                  {preview.lines
                    .filter(({ opens }) => opens > 0)
                    .map(({ id, text, opens, dueWorkingDays, article }) => (
                      <li key={id}>
                        {text} {opens}项
                        <span className="quiet">
                          {' '}
                          {article}，{dueWorkingDays === null ? '未定期限' : `${dueWorkingDays}个工作日内`}
                        </span>
                      </li>
                    ))}
                </ul>
              )
            }
          />
        )}
        {job !== null && <JobBar label="生成措施任务" job={job} />}
      </CommandForm>
    </Modal>
  );
}

function filterOf({ grades = [], measureIds = [], priority, townships = [], industries = [] }: Values): RoundFilter {
  return {
    grades,
    measureIds,
    townships,
    industries,
    priority: priority === '重点' ? true : priority === '一般' ? false : null,
  };
}
