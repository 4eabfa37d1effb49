import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type House, newestBackup, openHouse } from './app/house.ts';
import { openMessage } from './app/open-messages.ts';
import { defaultDataFolder, sourcePlaces, sourceWorker } from './app/places.ts';
import { ensureFonts } from './build/fonts.ts';
import { ensurePages } from './build/pages.ts';
import { openBrowser } from './commands/browser.ts';
import { listen } from './loopback/listen.ts';

/** The loopback host: `serve -- --data DIR --port N --token T --no-open`. */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: defaultDataFolder() },
    port: { type: 'string', default: '0' },
    token: { type: 'string', default: randomBytes(24).toString('base64url') },
    'no-open': { type: 'boolean', default: false },
  },
});

ensureFonts();
await ensurePages();
const places = sourcePlaces(values.data);
let house = open();
const host = await listen(() => house.app, { port: portOf(values.port), token: values.token }).catch(async () => {
  await house.close();
  return fail(`端口 ${values.port} 正被别的程序使用。请换一个端口，或不写 --port。`);
});
const address = `${host.address}/?token=${values.token}`;
process.stdout.write(`明签已启动：${address}\n`);
if (!values['no-open']) openBrowser(address);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

function open(): House {
  const opened = openHouse({ places, workerEntry: sourceWorker, restart: () => void reopen() });
  if (opened.ok) return opened.value;
  return fail(openMessage(opened, newestBackup(places.data)));
}

/** After a file was moved in: the same port and token, the new database. */
async function reopen(): Promise<void> {
  await house.close();
  house = open();
}

async function stop(): Promise<void> {
  await host.close();
  await house.close();
  process.exit(0);
}

function portOf(text: string): number {
  const port = Number(text);
  return Number.isInteger(port) && port >= 0 && port <= 65_535
    ? port
    : fail(`--port 须为0至65535的整数，现为“${text}”。`);
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
