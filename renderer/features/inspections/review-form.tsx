import { Form, Input, Radio } from 'antd';
import type { Review } from '../../../shared/features/inspections/schemas.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { useReviewResult, useSignCorrection } from './inspections.queries.ts';

interface ReviewFormProps {
  readonly inspectionId: number;
  /** 审核, or 局主要领导 signing a correction. */
  readonly step: 'review' | 'sign';
  readonly onEnd: () => void;
}

export function ReviewForm({ inspectionId, step, onEnd }: ReviewFormProps) {
  const review = useReviewResult(onEnd);
  const sign = useSignCorrection(onEnd);
  const isSigning = step === 'sign';
  return (
    <CommandForm<Omit<Review, 'inspectionId'>>
      submit={isSigning ? '签字' : '提交审核'}
      initial={{ decision: 'approve', opinion: '' }}
      onSubmit={(values) => (isSigning ? sign : review).run({ ...values, inspectionId })}
      onCancel={onEnd}
    >
      <Form.Item name="decision" label={isSigning ? '局主要领导意见（细则第十条）' : '审核意见'}>
        <Radio.Group
          options={[
            { value: 'approve', label: isSigning ? '同意更正' : '通过' },
            { value: 'return', label: '退回' },
          ]}
        />
      </Form.Item>
      <Form.Item name="opinion" label="说明（退回必填）">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
    </CommandForm>
  );
}
