import { Button, Input, Segmented, Space } from 'antd';
import { useState } from 'react';
import {
  type HandingOver,
  type ReceiverKind,
  receiverKinds,
  receiverKindTitles,
} from '../../../shared/features/draws/handing-over.ts';
import { useFiles } from '../../api/use-files.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { minuteText } from '../../ui/when.ts';
import { type Draw, useHandedOver } from './draws.queries.ts';

const handers = ['operator', 'reviewer', 'leader'] as const;
const kindOptions = receiverKinds.map((value) => ({ value, label: receiverKindTitles[value] }));

/** Step 验证包: hand it over, see to whom it went, and take what is published. */
export function HandOver({ draw }: { readonly draw: Draw }) {
  const { download, openPdf } = useFiles();
  const handed = useHandedOver(draw.id);
  const [to, setTo] = useState('');
  const [kind, setKind] = useState<ReceiverKind>('witness');
  async function handOver() {
    const query = new URLSearchParams({ to: to.trim(), kind });
    await download(`draws/${draw.id}/package.zip?${query}`);
    await handed.refetch();
  }
  return (
    <>
      <p>验证包含对象的组别和回避关系，只交给见证人、纪检监察机关和复核机关，不对外公布。每次交付记入操作台账。</p>
      <div className="hand-over">
        <Segmented
          aria-label="接收方类别"
          options={kindOptions}
          value={kind}
          onChange={(value) => setKind(value as ReceiverKind)}
        />
        <span className="hand-over-to">
          <label htmlFor="hand-over-to">交给</label>
          <Input
            id="hand-over-to"
            maxLength={60}
            placeholder="姓名或单位"
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        </span>
        <ActionButton
          may={[...handers]}
          barred={to.trim() === '' ? '请先填写交给谁' : null}
          type="primary"
          onClick={() => void handOver()}
        >
          下载验证包
        </ActionButton>
      </div>
      <HandedOver
        lines={handed.data ?? []}
        onReceipt={(seq) => void openPdf(`draws/${draw.id}/receipts/${seq}/receipt.pdf`)}
      />
      <p>对外公示的只有承诺值、见证数字和抽中名单，不含组别和检查人员。</p>
      <Space>
        <ActionButton may={[...handers]} onClick={() => void download(`draws/${draw.id}/publication.xlsx`)}>
          公示稿（表格）
        </ActionButton>
        <ActionButton may={[...handers]} onClick={() => void download(`draws/${draw.id}/publication.txt`)}>
          公示稿（文本）
        </ActionButton>
      </Space>
    </>
  );
}

interface HandedOverProps {
  readonly lines: readonly HandingOver[];
  readonly onReceipt: (seq: number) => void;
}

function HandedOver({ lines, onReceipt }: HandedOverProps) {
  if (lines.length === 0) return <p className="quiet">尚未交付。填写接收方，下载后交给对方，打印交接单请对方签收。</p>;
  return (
    <table className="handed-over" aria-label="交付记录">
      <thead>
        <tr>
          <th>交付时间</th>
          <th>接收方</th>
          <th>类别</th>
          <th>交付人</th>
          <th>操作台账</th>
          <th aria-label="交接单" />
        </tr>
      </thead>
      <tbody>
        {lines.map(({ seq, at, to, kind, by }) => (
          <tr key={seq}>
            <td>{minuteText(at)}</td>
            <td>{to}</td>
            <td>{kind === null ? '' : receiverKindTitles[kind]}</td>
            <td>{by}</td>
            <td>第{seq}条</td>
            <td>
              <Button type="link" onClick={() => onReceipt(seq)}>
                交接单
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
