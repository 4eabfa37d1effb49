import { Form, Input, Modal, Radio } from 'antd';
import { type TermOutcome, termOutcomeTitles } from '../../../shared/features/supervision/commitment-rules.ts';
import { useSession } from '../../api/session.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { type LicenceDetail, useCheckAfter } from './applications.queries.ts';

interface Values {
  readonly checkedOn: string;
  readonly terms?: readonly TermOutcome[];
  readonly result?: 'kept' | 'broken';
  readonly findings: string;
}

const termOptions = Object.entries(termOutcomeTitles).map(([value, label]) => ({ value, label }));

/** 登记事后审: the terms of the 承诺书 one by one, so that its 践诺核查 is done with it. */
export function LicenceCheckForm({
  application: { id, terms },
  onClose,
}: {
  readonly application: LicenceDetail;
  readonly onClose: () => void;
}) {
  const { today } = useSession();
  const check = useCheckAfter({ quiet: true, done: '已登记事后审。', onDone: onClose });
  const [form] = Form.useForm<Values>();
  return (
    <Modal open title="登记事后审" onCancel={onClose} footer={null} width={720} style={{ top: 16 }} destroyOnHidden>
      <p className="quiet">
        {terms.length > 0 && '事后审就是这份承诺书的践诺核查，一次登记，不必再到信用承诺中核查。'}
        违背承诺的记入信用记录，等级随即重新评定（失信惩）。
      </p>
      <CommandForm<Values>
        form={form}
        name="check-after"
        submit="登记"
        initial={{ checkedOn: today, terms: terms.map(() => 'unchecked' as const) }}
        onChange={({ terms: checked }) => {
          if (checked?.some((term) => term !== 'unchecked') !== true) return;
          form.setFieldValue('result', checked.includes('broken') ? 'broken' : 'kept');
        }}
        onCancel={onClose}
        onSubmit={({ terms: checked = [], result = 'kept', ...values }) =>
          check.run({ id, ...values, result, terms: checked })
        }
      >
        {terms.map((term, index) => (
          <Form.Item key={term} name={['terms', index]} label={`${index + 1}．${term}`}>
            <Radio.Group size="small" options={termOptions} />
          </Form.Item>
        ))}
        <div className="field-grid">
          <Form.Item name="checkedOn" label="核查日期" rules={[{ required: true, message: '请选择核查日期' }]}>
            <DayInput max={today} />
          </Form.Item>
          <Form.Item name="result" label="结果" rules={[{ required: true, message: '请逐条核查后选择结果' }]}>
            <Radio.Group
              options={[
                { value: 'kept', label: '与承诺相符' },
                { value: 'broken', label: '违背承诺' },
              ]}
            />
          </Form.Item>
        </div>
        <Form.Item
          name="findings"
          label="核查情况"
          rules={[{ required: true, whitespace: true, message: '请写明核查情况' }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
