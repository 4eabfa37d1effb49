import { Button, Space } from 'antd';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { useReveal } from './rosters.queries.ts';

const operator = ['operator'] as const;
const titles = { idCard: '身份证号码', phone: '联系方式' } as const;

type PersonalDatumProps = {
  readonly id: number;
  readonly masked: string;
} & (
  | { readonly of: 'object'; readonly field: keyof typeof titles }
  | { readonly of: 'officer' | 'expert'; readonly field: 'phone' }
);

/** A telephone or identity card number: masked, whole only on request with a reason, which the ledger keeps. */
export function PersonalDatum({ id, of, field, masked }: PersonalDatumProps) {
  const reveal = useReveal();
  const [whole, setWhole] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  if (masked === '') return '—';
  return (
    <Space size={8}>
      <span>{whole ?? masked}</span>
      {whole === null ? (
        <ActionButton may={operator} size="small" aria-label={`查看${titles[field]}`} onClick={() => setAsking(true)}>
          查看
        </ActionButton>
      ) : (
        <Button size="small" onClick={() => setWhole(null)}>
          隐去
        </Button>
      )}
      {isAsking && (
        <ReasonForm
          title={`查看完整的${titles[field]}`}
          note="查看人、时间和事由记入操作台账，号码本身不记。"
          submit="查看"
          label="查看事由"
          placeholder="例如：通知检查时间"
          onSubmit={async (reason) => {
            const outcome = await (of === 'object'
              ? reveal.object.run({ id, field, reason })
              : reveal[of].run({ id, reason }));
            if (outcome.ok) setWhole(outcome.value.value);
            return outcome;
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Space>
  );
}
