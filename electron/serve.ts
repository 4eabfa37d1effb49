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
const host = await listen(() => house.app, { port: Number(values.port), token: values.token });
const address = `${host.address}/?token=${values.token}`;
process.stdout.write(`明签已启动：${address}\n`);
if (!values['no-open']) openBrowser(address);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

function open(): House {
  const opened = openHouse({ places, workerEntry: sourceWorker, restart: () => void reopen() });
  if (opened.ok) return opened.value;
  process.stderr.write(`${openMessage(opened, newestBackup(places.data))}\n`);
  process.exit(1);
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
