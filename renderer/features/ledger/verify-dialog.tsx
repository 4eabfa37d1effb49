import { Alert, Button, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { CommandForm } from '../../ui/command-form.tsx';
import { type LedgerFinding, useVerify } from './ledger.queries.ts';

interface VerifyValues {
  readonly seq?: number | null;
  readonly hash?: string;
}

/** 核验台账: every entry recomputed; a head on paper is compared when it is typed in. */
export function VerifyDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const verify = useVerify();
  const [result, setResult] = useState<{ readonly finding: LedgerFinding; readonly entries: number } | null>(null);
  const close = () => {
    setResult(null);
    onClose();
  };
  return (
    <Modal open={isOpen} title="核验台账" footer={null} onCancel={close} destroyOnHidden>
      <p>逐条重新计算并比对。核对纸面的台账校验单，请填写其序号和校验值；不核对可不填。</p>
      <CommandForm<VerifyValues>
        submit="核验"
        onSubmit={async ({ seq, hash = '' }) => {
          const printed = seq == null && hash === '' ? [] : [{ seq: seq ?? 0, hash }];
          const outcome = await verify.run({ printed });
          if (outcome.ok) setResult(outcome.value);
          return outcome;
        }}
      >
        <Form.Item name="seq" label="台账校验单上的序号（可不填）">
          <InputNumber min={1} precision={0} style={{ width: 160 }} />
        </Form.Item>
        <Form.Item name="hash" label="台账校验单上的校验值，64位（可不填）">
          <Input.TextArea autoSize={{ minRows: 2 }} />
        </Form.Item>
      </CommandForm>
      {result !== null && (
        <>
          <Alert
            style={{ marginTop: 14 }}
            showIcon
            type={result.finding === null ? 'success' : 'error'}
            title={sentenceOf(result.finding, result.entries)}
          />
          <Button style={{ marginTop: 12 }} onClick={close}>
            关闭
          </Button>
        </>
      )}
    </Modal>
  );
}

/** What was found, in words. */
function sentenceOf(finding: LedgerFinding, entries: number): string {
  if (finding === null) return `共${entries}条，未发现改动。`;
  if (finding.code === 'LEDGER_GAP') {
    return `应有第${String(finding.expected)}条，实际为第${String(finding.found)}条：有记录被删除。请保留现有数据，与备份比对。`;
  }
  if (finding.code === 'LEDGER_HEAD_DIFFERS') {
    return `第${String(finding.seq)}条与纸面校验值不符：打印之后此前的记录被改写。请保留现有数据，与备份比对。`;
  }
  return `第${String(finding.seq)}条与其校验值不符：该条被改动。请保留现有数据，与备份比对。`;
}
