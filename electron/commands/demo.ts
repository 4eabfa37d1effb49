import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addDays, localDayOf } from '../../shared/kernel/local-date.ts';
import { openHouse } from '../app/house.ts';
import { openMessage } from '../app/open-messages.ts';
import { sourcePlaces, sourceWorker } from '../app/places.ts';
import { ensureFonts } from '../build/fonts.ts';
import { databaseName } from '../database/incoming.ts';
import { runDemoCase } from './demo/demo-case.ts';
import { demoAccounts, demoLogins, demoPassword, openDemoOffice } from './demo/demo-office.ts';

/** `npm run demo -- --data DIR`: the sample case in an empty folder, through the real services. */
const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (values.data === undefined) fail('用法：npm run demo -- --data 文件夹');
if (existsSync(join(values.data, databaseName))) fail(`${values.data} 中已有数据，示例只写入空文件夹。`);

ensureFonts();
const today = localDayOf(new Date().toISOString());
let clock: string | null = null;
const opened = openHouse({
  places: sourcePlaces(values.data),
  workerEntry: sourceWorker,
  now: () => clock ?? new Date().toISOString(),
  restart: () => undefined,
});
if (!opened.ok) fail(openMessage(opened, null));
const house = opened.value;
const sample = (name: string) => readFileSync(join(sourcePlaces('').resources, 'samples', name));

clock = atNine(addDays(today, -31));
const office = await openDemoOffice(house.app);
const lines = await runDemoCase(
  office,
  {
    objects: sample('objects-60.xlsx'),
    officers: sample('officers-12.xlsx'),
    plan: sample('joint-plan-2023.xlsx'),
    grades: sample('national-grades.xlsx'),
  },
  {
    dayBefore: (days) => addDays(today, -days),
    daysAgo: (days) => {
      clock = atNine(addDays(today, -days));
    },
  },
);
await house.close();
const people = demoLogins.map((login) => `${login}（${demoAccounts[login].name}）`).join('、');
process.stdout.write(
  [...lines, `账号：${people}`, `密码：${demoPassword}`, `恢复码：${office.recoveryCode}`, ''].join('\n'),
);

/** Nine in the morning in Asia/Shanghai, as a UTC instant. */
function atNine(on: string): string {
  return `${on}T01:00:00.000Z`;
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
