import { Button, Input, Select, Space, Table } from 'antd';
import { type Key, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { ColumnChoice, useHiddenColumns } from './column-choice.tsx';
import { ListExport } from './list-export.tsx';
import { type ListColumn, type ListFilter, selectRows } from './list-model.ts';
import {
  chosenInPage,
  type PagedSelection,
  PagedSelectionBar,
  type Selection,
  SelectionBar,
  withPage,
} from './selection-bar.tsx';
import type { ListParams } from './use-list-params.ts';

interface DataTableProps<Row> {
  /** Names the list: its column choice is remembered under it, and it is the title of its export. */
  readonly name: string;
  readonly title: string;
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => Key;
  readonly columns: readonly ListColumn<Row>[];
  readonly params: ListParams;
  readonly filters?: readonly ListFilter<Row>[];
  /** What the search box looks through. */
  readonly searchHint?: string;
  readonly isLoading?: boolean;
  /** When the program pages: the size of the whole filter. Then `rows` is one page and `loadAll` gives the rest. */
  readonly total?: number;
  readonly loadAll?: () => Promise<readonly Row[]>;
  /** The program sorts too, by any column's key. */
  readonly sortsInProgram?: boolean;
  readonly onRow?: (row: Row) => void;
  readonly selection?: Selection<Row>;
  /** Instead of `selection`, when the program pages. */
  readonly pagedSelection?: PagedSelection;
  /** Instead of 导出, when the program writes the workbook itself; gets the columns in sight. */
  readonly exporting?: (shown: readonly ListColumn<Row>[]) => ReactNode;
  /** Shown instead of an empty table when no filter is set. */
  readonly empty?: ReactNode;
  /** More at the right of the search row. */
  readonly extra?: ReactNode;
}

const pageSizes = [20, 50, 100, 200, 500, 1_000, 2_000];
/** From this many rows on only those in sight are drawn. */
const virtualFrom = 200;

/** The list of this program: search, filters, up to 2,000 rows a page, column choice, selection over the whole filter, export. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { name, rows, rowKey, columns, params, filters = [], selection, pagedSelection, total, onRow } = props;
  const [hidden, setHidden] = useHiddenColumns(name, columns);
  const [box, height] = useHeightLeft();
  const shown = columns.filter((column) => !hidden.includes(column.key));
  const isLoading = props.isLoading ?? rows === undefined;
  const isWhole = total === undefined;
  const all = isWhole ? selectRows(rows ?? [], columns, filters, params) : (rows ?? []);
  const count = total ?? all.length;
  const lastPage = Math.max(1, Math.ceil(count / params.size));
  const page = Math.min(params.page, lastPage);
  const inPage = isWhole ? all.slice((page - 1) * params.size, page * params.size) : all;
  // The address may hold more than this list's filters: the row that is open, another list.
  const isFiltered = params.q !== '' || filters.some(({ key }) => (params.filters[key] ?? '') !== '');
  const loadAll = props.loadAll ?? (async () => all);
  const canSort = isWhole || props.sortsInProgram === true;
  const exported = shown.filter((column) => column.isAction !== true);
  const pageKeys = inPage.map(rowKey);

  return (
    <div className="list" ref={box}>
      <div className="list-tools">
        <Space wrap size={8}>
          <SearchBox hint={props.searchHint ?? '查找'} params={params} />
          {filters.map((filter) => (
            <Select
              key={filter.key}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              aria-label={filter.label}
              placeholder={filter.label}
              style={{ width: filter.width ?? 140 }}
              value={params.filters[filter.key]}
              options={[...filter.options]}
              onChange={(value?: string) => params.change({ filters: { [filter.key]: value ?? null } })}
            />
          ))}
          {isFiltered && (
            <Button type="link" onClick={() => params.change({ q: '', filters: cleared(filters) })}>
              清空条件
            </Button>
          )}
        </Space>
        <Space size={8}>
          {props.extra}
          <ColumnChoice columns={columns} hidden={hidden} onChange={setHidden} />
          {props.exporting?.(exported) ?? (
            <ListExport title={props.title} columns={exported} count={count} loadAll={loadAll} />
          )}
        </Space>
      </div>
      {selection !== undefined && <SelectionBar selection={selection} rows={all} rowKey={rowKey} />}
      {pagedSelection !== undefined && <PagedSelectionBar selection={pagedSelection} count={count} />}
      <Table<Row>
        size="small"
        bordered
        rowKey={rowKey}
        dataSource={[...inPage]}
        loading={isLoading}
        virtual={inPage.length >= virtualFrom}
        scroll={{ x: Math.max(600, widthOf(shown)), y: height }}
        columns={shown.map((column) => ({
          key: column.key,
          title: column.title,
          width: column.width ?? 120,
          align: column.align ?? alignOf(column, inPage[0]),
          ellipsis: column.ellipsis ?? true,
          sorter: canSort && column.isAction !== true && column.isSortable !== false,
          sortOrder: orderOf(params.sort, column.key),
          render: (_: unknown, row: Row) => column.render?.(row) ?? column.value(row) ?? '',
        }))}
        onChange={(_page, _filters, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter;
          const key = one?.order == null ? '' : String(one.columnKey);
          if (canSort) params.change({ sort: one?.order === 'descend' ? `-${key}` : key });
        }}
        rowSelection={
          pagedSelection !== undefined
            ? {
                selectedRowKeys: chosenInPage(pagedSelection.chosen, pageKeys),
                columnWidth: 40,
                onChange: (ticked) => pagedSelection.onChange(withPage(pagedSelection.chosen, pageKeys, ticked)),
              }
            : selection === undefined
              ? undefined
              : {
                  selectedRowKeys: [...selection.keys],
                  preserveSelectedRowKeys: true,
                  columnWidth: 40,
                  onChange: (keys) => selection.onChange(keys),
                  getCheckboxProps: (row) => ({ disabled: selection.isBarred?.(row) ?? false }),
                }
        }
        onRow={(row) =>
          onRow === undefined
            ? {}
            : {
                className: 'row-opens',
                tabIndex: 0,
                onClick: () => onRow(row),
                onKeyDown: (event) => {
                  if (event.key === 'Enter' && event.target === event.currentTarget) onRow(row);
                },
              }
        }
        // What is still on its way is not missing.
        locale={{ emptyText: isLoading ? ' ' : isFiltered ? '没有符合条件的记录。' : (props.empty ?? '暂无记录。') }}
        pagination={{
          current: page,
          pageSize: params.size,
          total: count,
          showSizeChanger: true,
          pageSizeOptions: pageSizes,
          showTotal: (whole) => `共 ${whole} 条`,
          size: 'small',
          onChange: (next, size) => params.change(size === params.size ? { page: next } : { size }),
        }}
      />
    </div>
  );
}

function SearchBox({ hint, params }: { readonly hint: string; readonly params: ListParams }) {
  const [typed, setTyped] = useState(params.q);
  const [seen, setSeen] = useState(params.q);
  if (seen !== params.q) {
    setSeen(params.q);
    setTyped(params.q);
  }
  return (
    <Input.Search
      allowClear
      aria-label="查找"
      placeholder={hint}
      style={{ width: 260 }}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onSearch={(text) => params.change({ q: text.trim() })}
    />
  );
}

/** The height between the table and the window's foot, so that only the rows scroll. */
function useHeightLeft() {
  const box = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(400);
  useLayoutEffect(() => {
    const measure = () => {
      const top = box.current?.querySelector('.ant-table')?.getBoundingClientRect().top ?? 200;
      setHeight(Math.max(220, window.innerHeight - top - 96));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return [box, height] as const;
}

/** Numbers stand right; the first row tells. */
function alignOf<Row>(column: ListColumn<Row>, first: Row | undefined): 'left' | 'right' {
  return first !== undefined && typeof column.value(first) === 'number' ? 'right' : 'left';
}

function orderOf(sort: string, key: string): 'ascend' | 'descend' | null {
  if (sort === key) return 'ascend';
  return sort === `-${key}` ? 'descend' : null;
}

function widthOf<Row>(columns: readonly ListColumn<Row>[]): number {
  return columns.reduce((sum, column) => sum + (column.width ?? 120), 0);
}

function cleared(filters: readonly { readonly key: string }[]): Record<string, null> {
  return Object.fromEntries(filters.map(({ key }) => [key, null]));
}
