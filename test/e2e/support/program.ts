import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { createTRPCClient, httpLink } from '@trpc/client';
import type { AppRouter } from '../../../electron/app/router.ts';
import { password, sampleAccounts, sampleBureau } from '../../support/office.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const token = 'e2e-token';

export type SampleRole = keyof typeof sampleAccounts;

export interface Program {
  /** Without a slash at the end. */
  readonly address: string;
  /** The address that opens the page, with its token. */
  readonly entrance: string;
  readonly data: string;
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut does, without a word of warning. */
  readonly crash: () => Promise<void>;
  /** Starts it again on the same data, under the same address; everybody has to sign in anew. */
  readonly restart: () => Promise<void>;
}

/** Starts the loopback host on a data folder, a fresh one unless given, and a free port, and waits for its address. */
export async function startProgram(data = mkdtempSync(join(tmpdir(), 'mingqian-e2e-'))): Promise<Program> {
  let child = serve(data, '0');
  const address = await addressOf(child);
  const end = async (signal: NodeJS.Signals) => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  return {
    address,
    entrance: `${address}/?token=${token}`,
    data,
    stop: async () => {
      await end('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
    crash: () => end('SIGKILL'),
    restart: async () => {
      child = serve(data, new URL(address).port);
      await addressOf(child);
    },
  };
}

function serve(data: string, port: string): ChildProcess {
  const args = ['electron/serve.ts', '--data', data, '--port', port, '--token', token, '--no-open'];
  return spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The same with the sample bureau set up: an account for each role, the password of test/support/office.ts. */
export async function startSampleOffice(): Promise<Program & { readonly recoveryCode: string }> {
  const program = await startProgram();
  const done = await clientOf(program).office.setUp.mutate({
    ...sampleBureau,
    accounts: Object.values(sampleAccounts),
  });
  if (!done.ok) throw new Error(`${done.code} ${JSON.stringify(done.details)}`);
  return { ...program, recoveryCode: done.value.recoveryCode };
}

/** Opens the page and signs in as that role of the sample bureau; ends on the home page. */
export async function signIn(page: Page, program: Program, role: SampleRole, typed = password): Promise<void> {
  await page.context().clearCookies();
  await page.goto(program.entrance);
  await page.getByLabel('登录名').fill(sampleAccounts[role].login);
  await page.getByLabel('密码', { exact: true }).fill(typed);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible();
}

/** A typed client that is not signed in, for setting the stage. */
function clientOf({ address }: Program) {
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${address}/api`, headers: { authorization: `Bearer ${token}` } })],
  });
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const found = /(http:\/\/127\.0\.0\.1:\d+)\//.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.stderr?.on('data', (chunk) => {
      said += String(chunk);
    });
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  });
}
