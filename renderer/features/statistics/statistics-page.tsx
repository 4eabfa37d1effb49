import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, InputNumber, Space, Tabs } from 'antd';
import { useSession } from '../../api/session.ts';
import { useFiles } from '../../api/use-files.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { CoverageTab } from './coverage-tab.tsx';
import { DrawsTab } from './draws-tab.tsx';
import { LoadTab } from './load-tab.tsx';
import { ObjectsTab } from './objects-tab.tsx';
import { OfficersTab } from './officers-tab.tsx';
import { PairsTab } from './pairs-tab.tsx';
import './statistics.css';
import { type CountedDraw, useCountedDraws } from './statistics.queries.ts';

const tabs = [
  { key: 'objects', label: '企业' },
  { key: 'officers', label: '执法人员' },
  { key: 'pairs', label: '搭档' },
  { key: 'load', label: '负荷' },
  { key: 'coverage', label: '覆盖' },
  { key: 'draws', label: '历次抽取' },
] as const;
type Tab = (typeof tabs)[number]['key'];

/** Years shown at first: as far back as the longest cycle of coverage. */
const YEARS = 3;

/** 统计: what the draws of some years gave, against chance. `from`, `to` and `tab` are in the address. */
export function StatisticsPage() {
  const search = useSearch({ strict: false }) as { tab?: string; from?: string; to?: string };
  const { today } = useSession();
  const navigate = useNavigate();
  const { openPdf } = useFiles();
  const thisYear = Number(today.slice(0, 4));
  const to = yearIn(search.to) ?? thisYear;
  const from = Math.min(yearIn(search.from) ?? to - YEARS + 1, to);
  const years = { from, to };
  const tab = tabs.find(({ key }) => key === search.tab)?.key ?? 'objects';
  const show = (part: { tab?: string; from?: number; to?: number }) =>
    void navigate({ to: '.', search: { tab, ...years, ...part } });
  const draws = useCountedDraws(years).data;
  return (
    <>
      <PageHead
        title="抽取统计"
        note="只统计正式、已完成的抽取，不含演练和作废；必检单列。"
        actions={
          <Space>
            <YearInput
              label="起始年度"
              value={from}
              onChange={(year) => show({ from: year, to: Math.max(year, to) })}
            />
            至
            <YearInput
              label="截止年度"
              value={to}
              onChange={(year) => show({ from: Math.min(from, year), to: year })}
            />
            <Button onClick={() => void openPdf(`statistics/summary.pdf?from=${from}&to=${to}`)}>打印统计表</Button>
          </Space>
        }
      />
      {draws !== undefined && <Totals draws={draws} years={years} />}
      {draws !== undefined && draws.length === 0 && tab !== 'coverage' && tab !== 'load' ? (
        <>
          <Tabs activeKey={tab} items={[...tabs]} onChange={(key) => show({ tab: key })} />
          <EmptyState
            text={`${from}至${to}年还没有正式抽取。在“抽取”中为任务主持抽取，生成笔录之后，这里就有统计。`}
            action={<PathLink path="/draws">到抽取</PathLink>}
          />
        </>
      ) : (
        <Tabs
          activeKey={tab}
          onChange={(key) => show({ tab: key })}
          items={tabs.map(({ key, label }) => ({ key, label, children: key === tab ? bodyOf(key, years) : null }))}
        />
      )}
    </>
  );
}

function bodyOf(tab: Tab, years: { from: number; to: number }) {
  switch (tab) {
    case 'objects':
      return <ObjectsTab years={years} />;
    case 'officers':
      return <OfficersTab years={years} />;
    case 'pairs':
      return <PairsTab years={years} />;
    case 'load':
      return <LoadTab years={years} />;
    case 'coverage':
      return <CoverageTab year={years.to} />;
    case 'draws':
      return <DrawsTab years={years} />;
  }
}

/** From each number one click leads to its list. */
function Totals({
  draws,
  years,
}: {
  readonly draws: readonly CountedDraw[];
  readonly years: { from: number; to: number };
}) {
  const recorded = draws.filter(({ state }) => state === 'recorded');
  const sum = (of: (draw: CountedDraw) => number | null) =>
    recorded.reduce((total, draw) => total + (of(draw) ?? 0), 0);
  const voids = draws.filter(({ state }) => state === 'void').length;
  const list = (part: string) => `/statistics?tab=draws&from=${years.from}&to=${years.to}${part}`;
  return (
    <p className="statistics-totals">
      完成抽取<PathLink path={list('&state=recorded')}>{recorded.length}次</PathLink>，抽签抽中
      <PathLink path={`/statistics?tab=objects&from=${years.from}&to=${years.to}`}>
        {sum(({ chosen }) => chosen)}户次
      </PathLink>
      ，必检{sum(({ must }) => must)}户次，替补
      <PathLink path={list('&more=substituted')}>{sum(({ substitutions }) => substitutions)}户</PathLink>，作废
      <PathLink path={list('&state=void')}>{voids}次</PathLink>。
    </p>
  );
}

interface YearInputProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (year: number) => void;
}

function YearInput({ label, value, onChange }: YearInputProps) {
  return (
    <InputNumber
      aria-label={label}
      min={2000}
      max={2099}
      value={value}
      suffix="年"
      style={{ width: 104 }}
      onChange={(year) => onChange(year ?? value)}
    />
  );
}

function yearIn(text: string | undefined): number | null {
  return text !== undefined && /^20\d\d$/.test(text) ? Number(text) : null;
}
