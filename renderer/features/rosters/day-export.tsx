import { Form, Modal } from 'antd';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { DayInput } from '../../ui/day-input.tsx';

/** The roster as it stood at the end of a chosen day. */
export function DayExport({ onClose }: { readonly onClose: () => void }) {
  const files = useFiles();
  const { today } = useSession();
  const [on, setOn] = useState(today);
  async function run(): Promise<void> {
    if (await files.download(`rosters/objects-on/${on}`)) onClose();
  }
  return (
    <Modal
      open
      title="导出某一天的名录"
      okText="导出"
      okButtonProps={{ disabled: on === '' }}
      onOk={run}
      onCancel={onClose}
      width={420}
    >
      <Form layout="vertical">
        <Form.Item label="日期" extra="按变更记录还原当日终了时的名录。" htmlFor="roster-day">
          <DayInput id="roster-day" value={on} max={today} onChange={setOn} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
