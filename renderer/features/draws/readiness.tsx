import { Alert, Button } from 'antd';
import type { DrawSetting } from '../../../shared/features/draws/schemas.ts';
import { sayRaises } from '../../../shared/features/draws/strata.ts';
import { sentenceOf } from '../../api/messages.zh-CN.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import type { Preview } from './draws.queries.ts';
import { withoutTeamExcluded } from './setting-changes.ts';

interface ReadinessProps {
  readonly preview: Preview;
  readonly setting: DrawSetting;
  readonly onChange: (part: Partial<DrawSetting>) => void;
}

interface ReadyProps extends ReadinessProps {
  /** Computed from what is on the screen now. */
  readonly isFresh: boolean;
  readonly onReady: () => void;
}

/** What stands in the way of freezing, with what mends it at hand; and what is worth knowing before. */
export function Readiness({ preview, setting, isFresh, onChange, onReady }: ReadyProps) {
  const { refusal, seats, feasibility, cause, recusals } = preview;
  const single = [...new Set(seats.filter(({ candidates }) => candidates === 1).map(({ name }) => name))];
  const isSample = setting.mode === 'sample';
  return (
    <div className="readiness">
      {refusal !== null && (
        <Alert
          type="error"
          showIcon
          title={sentenceOf(refusal)}
          action={<Mending preview={preview} setting={setting} onChange={onChange} />}
        />
      )}
      <div className="roster-ready">
        <p>
          {isSample && `每户${seats.length}个席位：${saySeats(seats)}。`}
          {isSample && feasibility === 'sure' && `经预先核算，无论抽到哪些对象，${preview.sampleSize}户都排得满。`}
        </p>
        <ActionButton
          type="primary"
          may={['operator']}
          disabled={!isFresh}
          barred={refusal === null ? null : '上面说明的问题解决后才能冻结'}
          onClick={onReady}
        >
          名单无误，准备冻结
        </ActionButton>
      </div>
      {isSample && single.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${single.join('、')}只有1人可任（非随机），记录中会注明。如需随机，请补充人员或调整席位。`}
        />
      )}
      {refusal === null && feasibility === 'likely' && (
        <Alert
          type="warning"
          showIcon
          title={`如果抽到的对象回避较多，可能排不满：${cause}。可以照常冻结；真遇到时对象不变，更正人员名单后只重抽人员。`}
          description={`名单内共有${recusals}条回避。要避免，可提高每人上限、补充人员，或在“每户人选”中先处理人选少的对象。`}
        />
      )}
    </div>
  );
}

/** One click for what the refusal asks. */
function Mending({ preview, setting, onChange }: ReadinessProps) {
  const { refusal } = preview;
  if (refusal?.code === 'SHORT_OF_PLAN' || refusal?.code === 'MUST_ABOVE_QUOTA') {
    const { raises } = refusal.details;
    if (raises.length === 0) return null;
    const ratios = { ...setting.ratios, ...Object.fromEntries(raises.map(({ grade, bp }) => [grade, bp])) };
    return (
      <Button size="small" onClick={() => onChange({ ratios })}>
        把{sayRaises(raises)}
      </Button>
    );
  }
  if (refusal?.code === 'SEAT_WITHOUT_OFFICER') {
    return (
      <Button size="small" onClick={() => onChange(withoutTeamExcluded(setting, preview))}>
        将这{refusal.details.count}户排除
      </Button>
    );
  }
  return null;
}

/** Seats alike together: `工信组长席位3人可任，工信席位（2个）5人可任`. */
function saySeats(seats: Preview['seats']): string {
  const names = [...new Set(seats.map(({ name }) => name))];
  return names
    .map((name) => {
      const alike = seats.filter((seat) => seat.name === name);
      return `${name}${alike.length > 1 ? `（${alike.length}个）` : ''}${alike[0]?.candidates ?? 0}人可任`;
    })
    .join('，');
}
