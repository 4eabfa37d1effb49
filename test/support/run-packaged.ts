import { pathToFileURL } from 'node:url';
import type { BridgeReply } from '../../shared/kernel/bridge.ts';
import { quit, recorded, sendMessage } from './electron-stand-in.ts';

/** Runs the packaged main given as argument, asks it a few things as the page would, and prints what it answered as JSON. */
const [main = ''] = process.argv.slice(2);

await import(pathToFileURL(main).href);
const ask = async (url: string, method = 'GET', body: Uint8Array | null = null) => {
  const reply = (await sendMessage('mingqian:call', 'app://mingqian/', {
    url,
    method,
    headers: [['content-type', 'application/json']],
    body,
  })) as BridgeReply;
  return { status: reply.status, text: new TextDecoder().decode(reply.body) };
};
const packs = await ask('/api/office.packs');
const state = await ask('/api/office.state');
const page = await ask('/');
await quit();
process.stdout.write(JSON.stringify({ packs, state, page, errors: recorded.errors, window: recorded.windows[0]?.url }));
