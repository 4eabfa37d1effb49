import { InputNumber, Select, Space } from 'antd';
import { accidentClassTitles, creditKindTitles, severityTitles } from '../../../shared/kernel/credit-facts.ts';
import type { CountTest, FactTest } from '../../../shared/kernel/fact-test.ts';
import { outcomeWords } from '../../../shared/kernel/fact-test-words.ts';
import type { VersionDetail } from './policies.queries.ts';

interface TestInputProps {
  readonly id?: string;
  readonly value?: FactTest | null;
  readonly onChange?: (test: FactTest | undefined) => void;
  readonly pack: VersionDetail['pack'];
  /** Can be left out. */
  readonly isFree: boolean;
}

const kindTitles: Readonly<Record<FactTest['kind'], string>> = {
  count: '一定期间内的记录达到几件',
  standing: '现在名单或名录上',
  grade: '等级为',
  'grade-fell': '等级下降',
  'licence-expires': '许可证将要到期',
};

/** When a condition holds, told by what the program knows of an enterprise. */
export function TestInput({ id, value, onChange, pack, isFree }: TestInputProps) {
  const tell = (test: FactTest | undefined) => onChange?.(test);
  return (
    <div className="pack-test">
      <Select<FactTest['kind']>
        {...(id === undefined ? {} : { id })}
        allowClear={isFree}
        placeholder="请选择"
        value={value?.kind}
        options={optionsOf(kindTitles)}
        onChange={(kind) => tell(kind === undefined ? undefined : startOf(kind, pack))}
      />
      {value != null && <Details test={value} tell={tell} pack={pack} />}
    </div>
  );
}

function startOf(kind: FactTest['kind'], { grades }: VersionDetail['pack']): FactTest {
  switch (kind) {
    case 'count':
      return { kind, kinds: ['penalty'], atLeast: 1, withinMonths: 12 };
    case 'standing':
      return { kind, kinds: ['abnormal-list'] };
    case 'grade':
      return { kind, grades: [grades.at(-1)?.grade ?? 'D'] };
    case 'grade-fell':
      return { kind };
    case 'licence-expires':
      return { kind, withinDays: 30 };
  }
}

interface DetailsProps {
  readonly test: FactTest;
  readonly tell: (test: FactTest) => void;
  readonly pack: VersionDetail['pack'];
}

function Details({ test, tell, pack }: DetailsProps) {
  switch (test.kind) {
    case 'count':
      return <CountDetails test={test} tell={tell} />;
    case 'standing':
      return (
        <Several
          label="名单或名录"
          value={test.kinds}
          options={creditKindTitles}
          onChange={(kinds) => tell({ ...test, kinds })}
        />
      );
    case 'grade':
      return (
        <Several
          label="等级"
          value={test.grades}
          options={
            Object.fromEntries(pack.grades.map(({ grade, title }) => [grade, title])) as Record<
              (typeof test.grades)[number],
              string
            >
          }
          onChange={(grades) => tell({ ...test, grades })}
        />
      );
    case 'licence-expires':
      return (
        <Count
          label="到期前"
          unit="天"
          value={test.withinDays}
          onChange={(withinDays) => tell({ ...test, withinDays: withinDays ?? 1 })}
        />
      );
    case 'grade-fell':
      return null;
  }
}

function CountDetails({ test, tell }: { readonly test: CountTest; readonly tell: (test: FactTest) => void }) {
  const { withinDays, withinMonths, ...rest } = test;
  const span = withinDays ?? withinMonths ?? null;
  const unit = withinDays === undefined ? 'months' : 'days';
  const spanned = (length: number | null, of: 'days' | 'months') =>
    tell({ ...rest, ...(length === null ? {} : of === 'days' ? { withinDays: length } : { withinMonths: length }) });
  const without = <K extends keyof CountTest>(key: K) => {
    const { [key]: _, ...others } = test;
    return others as CountTest;
  };
  return (
    <>
      <Several
        label="记录类别"
        value={test.kinds}
        options={creditKindTitles}
        onChange={(kinds) => tell({ ...test, kinds })}
      />
      <Space wrap>
        <Count label="期间（不填为不限）" unit="" value={span} onChange={(length) => spanned(length, unit)} />
        <Select
          aria-label="期间单位"
          value={unit}
          options={[
            { value: 'days', label: '天' },
            { value: 'months', label: '个月' },
          ]}
          onChange={(of: 'days' | 'months') => spanned(span ?? 1, of)}
        />
        <Count
          label="达到"
          unit="件"
          value={test.atLeast}
          onChange={(atLeast) => tell({ ...test, atLeast: atLeast ?? 1 })}
        />
        <Select
          aria-label="结果"
          style={{ width: 130 }}
          allowClear
          placeholder="不限结果"
          value={test.outcome}
          options={optionsOf(outcomeWords)}
          onChange={(outcome: CountTest['outcome'] | null) =>
            tell(outcome == null ? without('outcome') : { ...test, outcome })
          }
        />
      </Space>
      <Several
        label="程度（不选为不限）"
        value={test.severity ?? []}
        options={severityTitles}
        onChange={(severity) => tell(severity.length === 0 ? without('severity') : { ...test, severity })}
      />
      {test.kinds.includes('accident') && (
        <Several
          label="事故等级（不选为不限）"
          value={test.accidentClass ?? []}
          options={accidentClassTitles}
          onChange={(accidentClass) =>
            tell(accidentClass.length === 0 ? without('accidentClass') : { ...test, accidentClass })
          }
        />
      )}
    </>
  );
}

interface SeveralProps<K extends string> {
  readonly label: string;
  readonly value: readonly K[];
  readonly options: Readonly<Record<K, string>>;
  readonly onChange: (value: K[]) => void;
}

function Several<K extends string>({ label, value, options, onChange }: SeveralProps<K>) {
  return (
    <Select<K[]>
      mode="multiple"
      aria-label={label}
      placeholder={label}
      value={[...value]}
      options={optionsOf(options)}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={onChange}
    />
  );
}

interface CountProps {
  readonly label: string;
  readonly unit: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

function Count({ label, unit, value, onChange }: CountProps) {
  return (
    <InputNumber
      aria-label={label}
      prefix={label}
      suffix={unit}
      style={{ width: label.length > 4 ? 230 : 130 }}
      min={1}
      max={3_660}
      precision={0}
      value={value}
      onChange={onChange}
    />
  );
}

function optionsOf<K extends string>(titles: Readonly<Record<K, string>>) {
  return (Object.entries(titles) as [K, string][]).map(([value, label]) => ({ value, label }));
}
