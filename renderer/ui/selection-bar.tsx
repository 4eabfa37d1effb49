import { Button, Space } from 'antd';
import type { Key, ReactNode } from 'react';

/** Rows chosen in a list that is held whole, by key. */
export interface Selection<Row> {
  readonly keys: readonly Key[];
  readonly onChange: (keys: readonly Key[]) => void;
  /** Buttons shown while anything is selected. */
  readonly actions?: ReactNode;
  /** Rows that cannot be chosen. */
  readonly isBarred?: (row: Row) => boolean;
}

/** Rows chosen in a list the program pages: these keys, or all of the filter but these. No other row need be known. */
export interface Chosen {
  readonly isAll: boolean;
  readonly keys: readonly Key[];
}

export const noneChosen: Chosen = { isAll: false, keys: [] };

export interface PagedSelection {
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
  readonly actions?: ReactNode;
}

export function countChosen({ isAll, keys }: Chosen, total: number): number {
  return isAll ? total - keys.length : keys.length;
}

/** Which of a page's rows are ticked. */
export function chosenInPage({ isAll, keys }: Chosen, page: readonly Key[]): Key[] {
  const named = new Set(keys);
  return page.filter((key) => named.has(key) !== isAll);
}

/** The choice after the ticks of one page were changed. */
export function withPage({ isAll, keys }: Chosen, page: readonly Key[], ticked: readonly Key[]): Chosen {
  const [inPage, isTicked] = [new Set(page), new Set(ticked)];
  const elsewhere = keys.filter((key) => !inPage.has(key));
  return { isAll, keys: [...elsewhere, ...page.filter((key) => isTicked.has(key) !== isAll)] };
}

interface SelectionBarProps<Row> {
  readonly selection: Selection<Row>;
  /** Every row of the filter. */
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => Key;
}

/** 全选、反选、清空 work over the whole filter, not only the page in sight. */
export function SelectionBar<Row>({ selection, rows, rowKey }: SelectionBarProps<Row>) {
  const { keys, onChange, isBarred, actions } = selection;
  const choosable = () => rows.filter((row) => isBarred?.(row) !== true).map(rowKey);
  return (
    <Bar
      chosen={keys.length}
      count={rows.length}
      onAll={() => onChange(choosable())}
      onInverse={() => {
        const chosen = new Set(keys);
        onChange(choosable().filter((key) => !chosen.has(key)));
      }}
      onNone={() => onChange([])}
      actions={actions}
    />
  );
}

/** The same for a list the program pages. */
export function PagedSelectionBar({
  selection,
  count,
}: {
  readonly selection: PagedSelection;
  readonly count: number;
}) {
  const { chosen, onChange, actions } = selection;
  return (
    <Bar
      chosen={countChosen(chosen, count)}
      count={count}
      onAll={() => onChange({ isAll: true, keys: [] })}
      onInverse={() => onChange({ ...chosen, isAll: !chosen.isAll })}
      onNone={() => onChange(noneChosen)}
      actions={actions}
    />
  );
}

interface BarProps {
  readonly chosen: number;
  readonly count: number;
  readonly onAll: () => void;
  readonly onInverse: () => void;
  readonly onNone: () => void;
  readonly actions: ReactNode;
}

function Bar({ chosen, count, onAll, onInverse, onNone, actions }: BarProps) {
  return (
    <Space className="selection-bar" size={8} wrap>
      <span>
        已选 <b>{chosen}</b> 条（条件内共 {count} 条）
      </span>
      <Button size="small" onClick={onAll}>
        全选
      </Button>
      <Button size="small" onClick={onInverse}>
        反选
      </Button>
      <Button size="small" disabled={chosen === 0} onClick={onNone}>
        清空
      </Button>
      {chosen > 0 && actions}
    </Space>
  );
}
