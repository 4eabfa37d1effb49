import { Form, Input, Modal, Select } from 'antd';
import { type LookupMatter, lookupMatters, lookupMatterTitles } from '../../../shared/features/credit/lookups.ts';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { EnterprisePicker } from '../../ui/enterprise-picker.tsx';
import { useLookUp } from './lookups.queries.ts';

interface LookUpFormProps {
  /** The enterprise, where it is settled already. */
  readonly objectId?: number;
  readonly onClose: () => void;
}

interface Values {
  readonly objectId: number;
  readonly matter: LookupMatter;
  readonly subject: string;
  readonly purpose: string;
  readonly askedBy: string;
}

/** 信用查询 before a matter is dealt with: entered, and the internal report opened as it is kept. */
export function LookUpForm({ objectId, onClose }: LookUpFormProps) {
  const { account } = useSession();
  const { openPdf } = useFiles();
  const lookUp = useLookUp({
    quiet: true,
    done: ({ number, seen }) => `${number}：${seen}`,
    onDone: ({ reportId }) => {
      onClose();
      void openPdf(`credit/reports/${reportId}/report.pdf`);
    },
  });
  const askedBy = [account?.section, account?.name].filter(Boolean).join(' ');
  return (
    <Modal open title="信用查询" onCancel={onClose} footer={null} destroyOnHidden>
      <p className="quiet">
        办理许可、处罚、检查和申报之前先查询。查询登记入台账，当时的内部信用报告一并留存，以后不变。
      </p>
      <CommandForm<Values>
        name="look-up"
        submit="查询并留存"
        initial={{ ...(objectId !== undefined && { objectId }), askedBy }}
        onCancel={onClose}
        onSubmit={(values) => lookUp.run({ inspectionId: null, ...values, objectId: objectId ?? values.objectId })}
      >
        {objectId === undefined && (
          <Form.Item name="objectId" label="企业" rules={[{ required: true, message: '请选择企业' }]}>
            <EnterprisePicker />
          </Form.Item>
        )}
        <Form.Item name="matter" label="办理的事项类别" rules={[{ required: true, message: '请选择事项类别' }]}>
          <Select
            placeholder="请选择"
            options={lookupMatters.map((value) => ({ value, label: lookupMatterTitles[value] }))}
          />
        </Form.Item>
        <Form.Item
          name="subject"
          label="具体事项（许可名称、案由、项目名称等）"
          rules={[{ required: true, whitespace: true, message: '请填写办理的事项' }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="purpose"
          label="查询用途"
          rules={[{ required: true, whitespace: true, message: '请填写查询用途' }]}
        >
          <Input maxLength={200} placeholder="如：作为是否许可的参考" />
        </Form.Item>
        <Form.Item
          name="askedBy"
          label="由谁提出（股室、人员）"
          rules={[{ required: true, whitespace: true, message: '请填写由谁提出查询' }]}
        >
          <Input maxLength={60} />
        </Form.Item>
      </CommandForm>
    </Modal>
  );
}
