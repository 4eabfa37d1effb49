import type { ObjectListColumn } from '../../../shared/features/rosters/object-list.ts';
import { maskPhone } from '../../../shared/kernel/redact.ts';
import type { CellValue } from '../../workbooks/write.ts';
import type { ObjectRow } from './object-rows.ts';

const yesNo = (is: number) => (is === 1 ? '是' : '否');

/** A cell of each column of the list; the telephone number is masked unless the export is full. */
export const lineCells: Readonly<Record<ObjectListColumn['key'], (row: ObjectRow, isFull: boolean) => CellValue>> = {
  name: ({ name }) => name,
  code: ({ code }) => code,
  kind: ({ kind }) => kind,
  status: ({ status }) => status,
  statusOn: ({ status_on }) => status_on,
  industry: ({ industry }) => industry,
  township: ({ township }) => township,
  personInCharge: ({ person_in_charge }) => person_in_charge,
  maskedPhone: ({ phone }, isFull) => (isFull || phone === '' ? phone : maskPhone(phone)),
  address: ({ address }) => address,
  registeredBy: ({ registered_by }) => registered_by,
  foundedOn: ({ founded_on }) => founded_on,
  isAboveScale: ({ is_above_scale }) => yesNo(is_above_scale),
  isKey: ({ is_key }) => yesNo(is_key),
  tags: ({ tags }) => (JSON.parse(tags) as string[]).join('、'),
};
