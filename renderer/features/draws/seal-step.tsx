import { ActionButton } from '../../ui/action-button.tsx';
import { clockText } from '../../ui/when.ts';
import type { Draw } from './draws.queries.ts';
import { useConfirmSeed, useSeal } from './hall.queries.ts';

/** 确认封存: each witness confirms for himself, then the seed is fixed. */
export function SealStep({ draw }: { readonly draw: Draw }) {
  const confirm = useConfirmSeed();
  const seal = useSeal();
  const next = draw.witnesses.find(({ confirmedAt }) => confirmedAt === null);
  return (
    <>
      <p>请每位见证人核对大屏幕上各自的数字，逐一确认。封存后种子固定，不能再改。</p>
      <ul className="digit-lines has-buttons">
        {draw.witnesses.map(({ position, name, digits, confirmedAt }) => (
          <li key={position}>
            <span>
              {position} {name} <code>{digits}</code>
            </span>
            {confirmedAt === null ? (
              <ActionButton
                key={position === next?.position ? 'next' : 'later'}
                autoFocus={position === next?.position}
                may={['operator']}
                loading={confirm.isRunning}
                onClick={() => void confirm.run({ drawId: draw.id, position })}
              >
                {name}确认
              </ActionButton>
            ) : (
              <span className="quiet">已确认 {clockText(confirmedAt)}</span>
            )}
          </li>
        ))}
      </ul>
      <ActionButton
        key={next === undefined ? 'ready' : 'waiting'}
        autoFocus={next === undefined}
        may={['operator']}
        barred={next === undefined ? null : `还有见证人没有确认：${next.name}`}
        type="primary"
        loading={seal.isRunning}
        onClick={() => void seal.run({ drawId: draw.id })}
      >
        全部确认，封存
      </ActionButton>
    </>
  );
}
