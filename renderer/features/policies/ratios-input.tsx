import { InputNumber } from 'antd';
import type { Grade } from '../../../shared/kernel/pack-basis.ts';
import type { GradeRatio, RatioPreset } from '../../../shared/kernel/policy-entries.ts';
import type { VersionDetail } from './policies.queries.ts';

type Ratios = RatioPreset['ratios'];

interface RatiosInputProps {
  readonly value?: Ratios;
  readonly onChange?: (ratios: Ratios) => void;
  readonly pack: VersionDetail['pack'];
}

/** A line a grade: percent, the span the source gives, and visits in 12 months. What is not of the pack's grades falls away. */
export function RatiosInput({ value = {}, onChange, pack }: RatiosInputProps) {
  const of = (grade: Grade): GradeRatio => value[grade] ?? { bp: 0, visitsPerYear: null };
  const tell = (grade: Grade, part: Partial<GradeRatio>) => {
    const own = pack.grades.map((rule): [Grade, GradeRatio] => {
      const { spanBp, ...ratio } = { ...of(rule.grade), ...(rule.grade === grade ? part : {}) };
      return [rule.grade, { ...ratio, ...(spanBp === undefined ? {} : { spanBp }) }];
    });
    onChange?.(Object.fromEntries(own));
  };
  return (
    <table className="pack-ratios">
      <thead>
        <tr>
          <th>等级</th>
          <th>比例（%）</th>
          <th>幅度（%，文件没有规定的不填）</th>
          <th>12个月内最多（次，不填为按需）</th>
        </tr>
      </thead>
      <tbody>
        {pack.grades.map(({ grade, title }) => {
          const { bp, spanBp, visitsPerYear } = of(grade);
          return (
            <tr key={grade}>
              <td>{title}</td>
              <td>
                <Percent
                  label={`${title}比例`}
                  value={bp === 0 ? null : bp}
                  onChange={(typed) => tell(grade, { bp: typed ?? 0 })}
                />
              </td>
              <td>
                <Percent
                  label={`${title}最低`}
                  value={spanBp?.[0] ?? null}
                  onChange={(typed) => tell(grade, { spanBp: spanOf(typed, spanBp?.[1] ?? null) })}
                />
                {' — '}
                <Percent
                  label={`${title}最高`}
                  value={spanBp?.[1] ?? null}
                  onChange={(typed) => tell(grade, { spanBp: spanOf(spanBp?.[0] ?? null, typed) })}
                />
              </td>
              <td>
                <InputNumber
                  aria-label={`${title}次数`}
                  min={1}
                  max={12}
                  precision={0}
                  value={visitsPerYear}
                  onChange={(typed) => tell(grade, { visitsPerYear: typed })}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Both blank = the source gives no span. */
function spanOf(low: number | null, high: number | null): GradeRatio['spanBp'] {
  return low === null && high === null ? undefined : [low ?? 0, high ?? 10_000];
}

interface PercentProps {
  readonly label: string;
  /** Basis points. */
  readonly value: number | null;
  readonly onChange: (bp: number | null) => void;
}

function Percent({ label, value, onChange }: PercentProps) {
  return (
    <InputNumber
      aria-label={label}
      min={0}
      max={100}
      precision={2}
      style={{ width: 84 }}
      value={value === null ? null : value / 100}
      onChange={(typed) => onChange(typed === null ? null : Math.round(typed * 100))}
    />
  );
}
