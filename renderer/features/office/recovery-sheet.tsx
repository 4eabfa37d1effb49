import { Alert, Button, Checkbox, Space } from 'antd';
import { useState } from 'react';
import { useFiles } from '../../api/use-files.ts';
import { Door } from './door.tsx';

/** The recovery code, shown this once: print it, seal it, then go on. */
export function RecoverySheet({ code, onFinish }: { readonly code: string; readonly onFinish: () => void }) {
  const files = useFiles();
  const [isKept, setKept] = useState(false);
  return (
    <Door title="恢复码" isWide note="管理员忘记密码时，凭此码重设。只显示这一次，程序内不保存原文。">
      <p className="recovery-code">{code}</p>
      <ol>
        <li>打印密封信封单（或用笔抄写，逐组核对）。</li>
        <li>装入信封，封口处由两人签名，交局主要领导或档案室保管。</li>
        <li>拆封使用一次即作废，程序会给出新的恢复码，再次密封。</li>
      </ol>
      <Alert type="warning" showIcon title="没有其他找回办法。恢复码和管理员密码都丢失时，程序无法重设管理员密码。" />
      <p>
        <Checkbox checked={isKept} onChange={(event) => setKept(event.target.checked)}>
          已打印或抄写，并核对无误
        </Checkbox>
      </p>
      <Space>
        <Button onClick={() => void files.openPdf('office/recovery-sheet.pdf', { body: { code } })}>
          打印密封信封单
        </Button>
        <Button type="primary" disabled={!isKept} onClick={onFinish}>
          完成，去登录
        </Button>
      </Space>
    </Door>
  );
}
