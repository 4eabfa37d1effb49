import { Form, Input, Modal, Radio, Select } from 'antd';
import {
  type Fulfilment,
  fulfilmentOf,
  fulfilmentTitles,
  type TermOutcome,
  termOutcomeTitles,
} from '../../../shared/features/supervision/commitment-rules.ts';
import type { CommitmentSelection } from '../../../shared/features/supervision/commitment-schemas.ts';
import { useSession } from '../../api/session.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { type CommitmentDetail, useCommitmentCommands } from './commitments.queries.ts';
import { given } from './measure-forms.tsx';

interface ChosenFormProps {
  readonly selection: CommitmentSelection;
  readonly count: number;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** 登记签署: the day, and by whom. */
export function SignForm({ selection, count, onDone, onClose }: ChosenFormProps) {
  const { today } = useSession();
  const { sign } = useCommitmentCommands();
  return (
    <Modal open title={`登记签署${count}份承诺书`} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="quiet">只登记待签署的。签署后不能改，请把签署件扫描存入每一份承诺书。</p>
      <CommandForm<{ signedOn: string; signedBy?: string }>
        submit="登记签署"
        initial={{ signedOn: today }}
        onCancel={onClose}
        onSubmit={async ({ signedOn, signedBy = '' }) => {
          const outcome = await sign.run({ selection, signedOn, signedBy });
          if (outcome.ok) onDone();
          return outcome;
        }}
      >
        <Form.Item name="signedOn" label="签署日期" rules={[{ required: true, message: '请填写签署日期' }]}>
          <DayInput />
        </Form.Item>
        <Form.Item name="signedBy" label="签署人（不填为名录中的负责人）">
          <Input />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}

/** 登记公示: the day and the place. */
export function PublishForm({ selection, count, onDone, onClose }: ChosenFormProps) {
  const { today } = useSession();
  const { publish } = useCommitmentCommands();
  return (
    <Modal open title={`登记公示${count}份承诺书`} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="quiet">只登记已签署、应当主动公示的。</p>
      <CommandForm<{ publishedOn: string; publishedAt: string }>
        submit="登记公示"
        initial={{ publishedOn: today }}
        onCancel={onClose}
        onSubmit={async (values) => {
          const outcome = await publish.run({ selection, ...values });
          if (outcome.ok) onDone();
          return outcome;
        }}
      >
        <Form.Item name="publishedOn" label="公示日期" rules={[{ required: true, message: '请填写公示日期' }]}>
          <DayInput />
        </Form.Item>
        <Form.Item
          name="publishedAt"
          label="公示位置"
          rules={[{ required: true, whitespace: true, message: '请填写公示位置' }]}
        >
          <Input placeholder="例如：政府门户网站信用承诺专栏、信用中国" />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}

interface Checked {
  readonly checkedOn: string;
  readonly checkedBy: string;
  readonly terms: TermOutcome[];
  readonly outcome?: Fulfilment;
  readonly findings: string;
  readonly evidence?: string;
  readonly nextOn?: string;
}

/** 践诺核查: term by term, and what follows from them. */
export function CheckForm({ line, onClose }: { readonly line: CommitmentDetail; readonly onClose: () => void }) {
  const { today, account } = useSession();
  const { check } = useCommitmentCommands();
  const [form] = Form.useForm<Checked>();
  const options = (titles: Readonly<Record<string, string>>) =>
    Object.entries(titles).map(([value, label]) => ({ value, label }));
  return (
    <Modal open title={`践诺核查：${line.number}`} footer={null} onCancel={onClose} width={760} style={{ top: 16 }}>
      <p className="quiet">
        {line.objectName}“{line.name}”。践诺、违诺记入信用记录并重新评定等级；部分践诺不记，请定下次核查日期。
      </p>
      <CommandForm<Checked>
        form={form}
        submit="登记核查"
        initial={{ checkedOn: today, checkedBy: account?.name, terms: line.terms.map(() => 'unchecked' as const) }}
        onChange={({ terms, outcome }) => {
          const found = terms === undefined ? null : fulfilmentOf(terms);
          const isOwn = form.isFieldTouched('outcome') && outcome === 'broken';
          if (found !== null && !isOwn && found !== outcome) form.setFieldValue('outcome', found);
        }}
        onCancel={onClose}
        onSubmit={async ({ outcome = 'kept', evidence = '', nextOn, ...values }) => {
          const done = await check.run({ ...values, id: line.id, outcome, evidence, nextOn: given(nextOn) });
          if (done.ok) onClose();
          return done;
        }}
      >
        {line.terms.map((term, index) => (
          <Form.Item key={term} name={['terms', index]} label={`${index + 1}．${term}`}>
            <Radio.Group size="small" options={options(termOutcomeTitles)} />
          </Form.Item>
        ))}
        <div className="field-grid">
          <Form.Item name="outcome" label="结论" rules={[{ required: true, message: '请逐条核查后选择结论' }]}>
            <Select options={options(fulfilmentTitles)} />
          </Form.Item>
          <Form.Item name="checkedOn" label="核查日期" rules={[{ required: true, message: '请填写核查日期' }]}>
            <DayInput />
          </Form.Item>
          <Form.Item
            name="checkedBy"
            label="核查人"
            rules={[{ required: true, whitespace: true, message: '请填写核查人' }]}
          >
            <Input />
          </Form.Item>
          <Form.Item name="nextOn" label="下次核查日期（不填为不再核查）">
            <DayInput />
          </Form.Item>
        </div>
        <Form.Item
          name="findings"
          label="核查情况"
          rules={[{ required: true, whitespace: true, message: '请填写核查情况' }]}
        >
          <Input.TextArea rows={2} />
        </Form.Item>
        <Form.Item name="evidence" label="依据材料（名称、编号；扫描件存入附件）">
          <Input />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
