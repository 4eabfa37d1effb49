import { Alert, Form, Modal, Select, Spin } from 'antd';
import { type OfficerOutReason, officerOutReasons } from '../../../shared/features/draws/changes.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { useProposeOfficers, useSeated } from './changes.queries.ts';
import { PaperFields } from './paper-fields.tsx';

interface Values {
  readonly officers: number[];
  readonly reason: OfficerOutReason;
  readonly note: string;
  readonly document?: string;
  readonly documentOn?: string;
}

/** 更换检查人员: who cannot serve and why; all teams are drawn once more from the officers left, with the seed unchanged. */
export function ReplaceOfficersForm({ drawId, onClose }: { readonly drawId: number; readonly onClose: () => void }) {
  const seated = useSeated(drawId).data;
  const propose = useProposeOfficers(onClose);
  if (seated === undefined) return <Spin />;
  const begun = seated?.begun ?? null;
  return (
    <Modal open title="更换检查人员" footer={null} width={640} onCancel={onClose}>
      {begun !== null && (
        <Alert
          type="warning"
          showIcon
          title={`“${begun}”的检查已经开始，不能再整体更换。请在“执法人员”中对这名人员办理离岗移交，逐户接替。`}
        />
      )}
      {begun === null && (
        <CommandForm<Values>
          submit="送审核人或局领导批准"
          onCancel={onClose}
          onSubmit={({ officers, reason, note, document = '', documentOn }) =>
            propose.run({
              drawId,
              out: officers.map((officerId) => ({ officerId, reason })),
              note,
              document,
              documentOn: documentOn === undefined || documentOn === '' ? null : documentOn,
            })
          }
        >
          <p className="quiet">
            已抽中的对象和种子不变，由其余人员重抽一次，全部检查组可能变动；前一次的检查组留存。提出的人和主持抽取的人不能批。
          </p>
          <Form.Item
            name="officers"
            label="不能参加的检查人员"
            rules={[{ required: true, message: '请选择不能参加的检查人员' }]}
          >
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              options={(seated?.officers ?? []).map(({ id, name, seats }) => ({
                value: id,
                label: `${name}（${seats}户）`,
              }))}
            />
          </Form.Item>
          <Form.Item name="reason" label="原因" rules={[{ required: true, message: '请选择原因' }]}>
            <Select options={Object.entries(officerOutReasons).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
          <PaperFields label="具体情况" hint="请假起止、调令、回避的依据" />
        </CommandForm>
      )}
    </Modal>
  );
}
