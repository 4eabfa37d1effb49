import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useFiles } from '../../api/use-files.ts';

interface FullExportProps {
  readonly title: string;
  /** The route; the reason is sent with it and goes to the ledger. */
  readonly path: string;
  readonly onClose: () => void;
}

/** Asks why personal data is exported before it is. */
export function FullExport({ title, path, onClose }: FullExportProps) {
  const files = useFiles();
  const [reason, setReason] = useState('');
  async function run(): Promise<void> {
    if (await files.download(path, { body: { reason: reason.trim() } })) onClose();
  }
  return (
    <Modal
      open
      title={title}
      okText="导出"
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={run}
      onCancel={onClose}
      width={460}
    >
      <p>含有个人信息。导出人、时间和事由记入操作台账。</p>
      <Form layout="vertical">
        <Form.Item label="导出事由" htmlFor="full-export-reason">
          <Input id="full-export-reason" autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
