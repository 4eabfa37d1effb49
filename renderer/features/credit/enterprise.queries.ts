import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TimelineFilter } from '../../../shared/features/credit/timeline.ts';
import { type Outputs, useTrpc } from '../../api/client.ts';

export type EnterpriseHead = Outputs['credit']['enterprise']['head'];
export type TimelinePage = Outputs['credit']['enterprise']['timeline'];
export type EnterpriseFile = Outputs['credit']['enterprise']['files'][number];
export type EnterpriseRecord = Outputs['credit']['enterprise']['records'][number];

export function useEnterpriseHead(id: number) {
  return useQuery(useTrpc().credit.enterprise.head.queryOptions({ id }));
}

export function useTimeline(id: number, filter: TimelineFilter) {
  const options = useTrpc().credit.enterprise.timeline.queryOptions(
    { id, ...filter, kinds: filter.kinds === null ? null : [...filter.kinds] },
    { placeholderData: keepPreviousData },
  );
  return useQuery(options);
}

export function useEnterpriseRecords(id: number) {
  return useQuery(useTrpc().credit.enterprise.records.queryOptions({ id }));
}

export function useEnterpriseFiles(id: number) {
  return useQuery(useTrpc().credit.enterprise.files.queryOptions({ id }));
}

export type GradeExplained = NonNullable<Outputs['grading']['explanation']>;
export type GradeWhatIf = NonNullable<Outputs['grading']['whatIf']>;

export function useGradeExplanation(id: number) {
  return useQuery(useTrpc().grading.explanation.queryOptions({ objectId: id }));
}

export function useWhatIf(id: number) {
  return useQuery(useTrpc().grading.whatIf.queryOptions({ objectId: id }));
}
