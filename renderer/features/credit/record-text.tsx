import { recordSorts } from '../../../shared/features/credit/schemas.ts';
import { creditKindTitles } from '../../../shared/kernel/credit-facts.ts';
import { publicityTitles } from '../../../shared/kernel/credit-records.ts';
import type { ListColumn } from '../../ui/list-model.ts';
import type { RecordLine } from './records.queries.ts';

/** `已撤销`, `已修复（2026-09-05）`, `已更正`, `有效`. */
export function standingOf({ withdrawn, repairedOn, version }: RecordLine): string {
  if (withdrawn !== null) return '已撤销';
  if (repairedOn !== null) return `${repairedOn}修复`;
  return version > 1 ? '有更正' : '有效';
}

/** The state of publication; red when its term has run out. */
export function PublicityText({ line }: { readonly line: Pick<RecordLine, 'publicity' | 'due'> }) {
  const { due, publicity } = line;
  if (due?.isOverdue === true) return <span className="overdue">逾期未公示</span>;
  return <>{due === null ? publicityTitles[publicity] : `${due.on.slice(5)}前公示`}</>;
}

export function recordTitle({
  objectName,
  kind,
  documentNumber,
}: Pick<RecordLine, 'objectName' | 'kind' | 'documentNumber'>) {
  return `${objectName} ${creditKindTitles[kind]}${documentNumber === '' ? '' : ` ${documentNumber}`}`;
}

/** Columns the program has an order for. */
export function onlySorted<Row>(columns: readonly ListColumn<Row>[]): readonly ListColumn<Row>[] {
  return columns.map((column) => ({ ...column, isSortable: (recordSorts as readonly string[]).includes(column.key) }));
}
