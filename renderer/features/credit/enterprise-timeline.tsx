import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Pagination, Select, Skeleton } from 'antd';
import { supervisionKinds, timelineKinds, timelineKindTitles } from '../../../shared/features/credit/timeline.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PathLink } from '../../ui/path-link.tsx';
import { type TimelinePage, useTimeline } from './enterprise.queries.ts';

const size = 50;

interface EnterpriseTimelineProps {
  readonly id: number;
  /** Only 名单、约谈、修复、异议、措施、承诺 and 预警. */
  readonly group?: 'supervision';
}

/** Everything that happened to an enterprise, newest first; kind, year and page are in the address. */
export function EnterpriseTimeline({ id, group }: EnterpriseTimelineProps) {
  const search = useSearch({ strict: false }) as { kind?: string; year?: string; page?: string };
  const navigate = useNavigate();
  const kind = timelineKinds.find((one) => one === search.kind) ?? null;
  const year = /^20\d\d$/.test(search.year ?? '') ? Number(search.year) : null;
  const found = useTimeline(id, {
    kinds: kind === null ? (group === undefined ? null : supervisionKinds) : [kind],
    year,
    page: Number(search.page ?? 1) || 1,
    size,
  }).data;
  const show = (part: Record<string, string | undefined>) =>
    void navigate({
      to: '.',
      replace: true,
      search: (old: Record<string, string>) => ({ ...old, page: undefined, ...part }),
    });
  if (found === undefined) return <Skeleton active />;
  const offered = group === undefined ? found.kinds : found.kinds.filter((one) => supervisionKinds.includes(one.kind));
  return (
    <>
      <div className="timeline-tools">
        <Select
          allowClear
          aria-label="类别"
          placeholder="全部类别"
          style={{ width: 180 }}
          value={kind}
          options={offered.map((one) => ({
            value: one.kind,
            label: `${timelineKindTitles[one.kind]}（${one.count}）`,
          }))}
          onChange={(value) => show({ kind: value ?? undefined })}
        />
        <Select
          allowClear
          aria-label="年度"
          placeholder="全部年度"
          style={{ width: 120 }}
          value={year}
          options={found.years.map((value) => ({ value, label: `${value}年` }))}
          onChange={(value) => show({ year: value === undefined || value === null ? undefined : String(value) })}
        />
        {(kind !== null || year !== null) && (
          <Button type="link" onClick={() => show({ kind: undefined, year: undefined })}>
            清空条件
          </Button>
        )}
        <span className="quiet">共{found.total}条，最新的在前</span>
      </div>
      {found.total === 0 ? (
        <EmptyState text={group === undefined ? '没有符合条件的经过。' : '没有列入名单、约谈、修复或措施。'} />
      ) : (
        <Events page={found} />
      )}
      {found.total > size && (
        <Pagination
          size="small"
          current={found.page}
          pageSize={size}
          total={found.total}
          showSizeChanger={false}
          onChange={(page) => show({ page: String(page) })}
        />
      )}
    </>
  );
}

function Events({ page }: { readonly page: TimelinePage }) {
  return (
    <ol className="timeline">
      {page.events.map(({ key, on, kind, title, detail, tone, path }) => (
        <li key={key}>
          <time dateTime={on}>{on}</time>
          <span className="quiet">{timelineKindTitles[kind]}</span>
          <div className={`tone-${tone ?? 'none'}`}>
            {path === null ? title : <PathLink path={path}>{title}</PathLink>}
            {detail !== '' && <div className="quiet">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
