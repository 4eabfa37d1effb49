import { Button, Form, Steps } from 'antd';
import { useState } from 'react';
import type { SetUp } from '../../../shared/features/office/schemas.ts';
import { CommandForm } from '../../ui/command-form.tsx';
import { type AccountRow, AccountRows, firstAccounts, newAccountOf } from './account-rows.tsx';
import { BureauFields } from './bureau-fields.tsx';
import { Door } from './door.tsx';
import { MoveIn } from './move-in.tsx';
import { useSetUp } from './office.queries.ts';
import { RecoverySheet } from './recovery-sheet.tsx';

type BureauValues = Pick<SetUp, 'name' | 'shortName' | 'department' | 'sections' | 'packId'>;

/** 首次设置: the bureau, its accounts, the recovery code; or everything from another PC. */
export function FirstStart({ onFinish }: { readonly onFinish: () => void }) {
  const setUp = useSetUp();
  const [form] = Form.useForm<{ accounts: AccountRow[] }>();
  const [bureau, setBureau] = useState<BureauValues | null>(null);
  const [step, setStep] = useState<'bureau' | 'accounts' | 'move-in'>('bureau');
  const [code, setCode] = useState<string | null>(null);

  if (code !== null) return <RecoverySheet code={code} onFinish={onFinish} />;
  if (step === 'move-in') return <MoveIn onBack={() => setStep('bureau')} onFinish={onFinish} />;
  return (
    <Door title="首次设置" isWide note="几分钟即可完成。之后都可以在“设置”中修改。">
      <Steps
        size="small"
        current={step === 'bureau' ? 0 : 1}
        items={[{ title: '本机关' }, { title: '账号' }, { title: '恢复码' }]}
        style={{ margin: '4px 0 16px' }}
      />
      <div hidden={step !== 'bureau'}>
        <CommandForm<BureauValues>
          submit="下一步：账号"
          onSubmit={async (values) => {
            setBureau(values);
            setStep('accounts');
            return { ok: true, value: null };
          }}
        >
          <BureauFields />
        </CommandForm>
        <div className="door-links">
          <Button type="link" onClick={() => setStep('move-in')}>
            已在另一台电脑使用明签？从另一台电脑迁入
          </Button>
        </div>
      </div>
      <div hidden={step !== 'accounts'}>
        <CommandForm<{ accounts: AccountRow[] }>
          submit="完成设置"
          form={form}
          initial={{ accounts: firstAccounts }}
          onCancel={() => setStep('bureau')}
          cancelText="上一步"
          onSubmit={async ({ accounts }) => {
            if (bureau === null) return { ok: false, code: 'BAD_INPUT', details: { problems: [] } };
            const outcome = await setUp.run({ ...bureau, accounts: accounts.map(newAccountOf) });
            if (outcome.ok) setCode(outcome.value.recoveryCode);
            return outcome;
          }}
        >
          <AccountRows sections={bureau?.sections ?? []} />
        </CommandForm>
      </div>
    </Door>
  );
}
