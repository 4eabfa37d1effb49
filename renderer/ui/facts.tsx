import { Descriptions } from 'antd';
import type { ReactNode } from 'react';

export type Fact = readonly [label: string, value: ReactNode];

/** Labels and values side by side; an empty value shows as a dash. `columns` pairs a row. */
export function Facts({ facts, columns = 2 }: { readonly facts: readonly Fact[]; readonly columns?: number }) {
  return (
    <Descriptions
      size="small"
      bordered
      column={columns}
      styles={{ label: { whiteSpace: 'nowrap' }, content: { width: `${100 / columns}%` } }}
      items={facts.map(([label, value], index) => ({
        key: `${index} ${label}`,
        label,
        children: value === null || value === undefined || value === '' ? '—' : value,
      }))}
    />
  );
}
