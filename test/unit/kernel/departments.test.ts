import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { departmentNamed, shortDepartment } from '../../../shared/kernel/departments.ts';
import { PolicyPack } from '../../../shared/kernel/policy-pack.ts';

const { departments } = PolicyPack.parse(
  JSON.parse(readFileSync(new URL('../../../resources/policies/erguna-2023.json', import.meta.url), 'utf8')),
);

test.each([
  ['市场监管部门', '市监'],
  ['市场监管局特种设备', '市监'],
  ['额尔古纳市市场监督管理局', '市监'],
  ['消防救援机构', '消防'],
  ['呼伦贝尔市额尔古纳市消防救援大队', '消防'],
  ['应急', '应急'],
  ['额尔古纳市应急管理局', '应急'],
  ['工信局', '工信'],
  ['额尔古纳市工业和信息化局', '工信'],
  ['住建部门', '住建'],
])('%s 即 %s', (text, short) => {
  expect(shortDepartment(text, departments)).toBe(short);
});

test('不认得的部门保留原文，不硬靠', () => {
  expect(departmentNamed('气象观测站', departments)).toBeNull();
  expect(shortDepartment('某某中心 ', departments)).toBe('某某中心');
});
