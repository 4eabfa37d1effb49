import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import type { ListColumn } from './list-model.ts';

interface ColumnChoiceProps<Row> {
  readonly columns: readonly ListColumn<Row>[];
  readonly hidden: readonly string[];
  readonly onChange: (hidden: readonly string[]) => void;
}

/** 列设置: which columns are seen; at least one stays. */
export function ColumnChoice<Row>({ columns, hidden, onChange }: ColumnChoiceProps<Row>) {
  const shown = columns.map((column) => column.key).filter((key) => !hidden.includes(key));
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="显示的列"
      content={
        <Checkbox.Group
          className="column-choice"
          value={shown}
          options={columns.map((column) => ({
            value: column.key,
            label: column.title,
            disabled: shown.length === 1 && shown[0] === column.key,
          }))}
          onChange={(kept) => onChange(columns.map((column) => column.key).filter((key) => !kept.includes(key)))}
        />
      }
    >
      <Button>列设置</Button>
    </Popover>
  );
}

/** The hidden columns of a list, remembered on this PC. */
export function useHiddenColumns<Row>(name: string, columns: readonly ListColumn<Row>[]) {
  const key = `mingqian.columns.${name}`;
  const [hidden, setHidden] = useState<readonly string[]>(() => {
    const kept = localStorage.getItem(key);
    if (kept !== null) return kept.split(',').filter(Boolean);
    return columns.filter((column) => column.isOptional === true).map((column) => column.key);
  });
  return [
    hidden,
    (next: readonly string[]) => {
      localStorage.setItem(key, next.join(','));
      setHidden(next);
    },
  ] as const;
}
