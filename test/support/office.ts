import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../electron/app/create-app.ts';
import { type House, openHouse } from '../../electron/app/house.ts';
import { sourcePlaces, sourceWorker } from '../../electron/app/places.ts';
import { type Client, clientOf, fetchWith, type Jar } from '../../electron/commands/in-process-client.ts';
import type { NewAccount } from '../../shared/features/office/schemas.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { copyOf } from './templates.ts';

export const password = '示例密码-0123456789';

type TestRole = 'admin' | 'operator' | 'reviewer' | 'leader' | 'principal';

const none = {
  isAdmin: false,
  isOperator: false,
  isReviewer: false,
  isLeader: false,
  isPrincipal: false,
  section: '',
  password,
};

/** The accounts of the sample bureau, one a role. 局领导 and 局主要领导 are two people. */
export const sampleAccounts: Record<TestRole, NewAccount> = {
  admin: { ...none, name: '示例管理', login: 'admin', isAdmin: true },
  operator: { ...none, name: '示例经办', login: 'operator', section: '安全生产股', isOperator: true },
  reviewer: { ...none, name: '示例审核', login: 'reviewer', section: '安全生产股', isReviewer: true },
  leader: { ...none, name: '示例分管', login: 'leader', isLeader: true },
  principal: { ...none, name: '示例局长', login: 'principal', isLeader: true, isPrincipal: true },
};

export const sampleBureau = {
  name: '额尔古纳市工业和信息化局（示例）',
  shortName: '额工信',
  department: '工信',
  sections: ['安全生产股'],
  packId: 'erguna-2023',
};

export interface Office {
  readonly data: string;
  readonly app: App;
  /** A typed client signed in with that role. */
  readonly as: (role: TestRole) => Client;
  /** A client that is not signed in. */
  readonly anyone: Client;
  readonly fetch: (role: TestRole | null, path: string, init?: RequestInit) => Promise<Response>;
  readonly download: (role: TestRole, path: string) => Promise<Uint8Array>;
  /** Uploads a file and gives the reply, a Result as JSON. */
  readonly upload: <T>(role: TestRole, path: string, bytes: Uint8Array, fileName: string) => Promise<Result<T>>;
  /** Sets the clock; `at` is a UTC instant. */
  readonly setNow: (at: string) => void;
  /** Closes and opens again on the same data, as after a stop; also waits for a restart the program asked for. */
  readonly restart: () => Promise<void>;
  readonly settled: () => Promise<void>;
  readonly recoveryCode: string;
  readonly close: () => Promise<void>;
  /** Closes it and gives the folder, for another program to open. */
  readonly leave: () => Promise<string>;
}

interface Setting {
  readonly today?: string;
  readonly packId?: string;
}

/** An office set up with the sample bureau on a data folder of its own, real SQLite, fixed clock, everybody signed in. */
export async function openOffice({
  today = '2026-09-07',
  packId = sampleBureau.packId,
}: Setting = {}): Promise<Office> {
  const at = `${today}T01:00:00.000Z`;
  const { data, made } = await copyOf(`set up ${today} ${packId}`, () => setUp(at, packId));
  return openOn(data, at, made);
}

/**
 * The same office after `prepare`, and what that gave. It is prepared once; each caller gets a copy of its own, as an office
 * that opens the program the next time. `name` tells preparations apart.
 */
export async function openPrepared<Value>(
  name: string,
  { today = '2026-09-07', packId = sampleBureau.packId }: Setting,
  prepare: (office: Office) => Promise<Value>,
): Promise<{ readonly office: Office; readonly value: Value }> {
  const { data, made } = await copyOf(`${name} ${today} ${packId}`, async () => {
    const office = await openOffice({ today, packId });
    const value = await prepare(office);
    return { data: await office.leave(), made: { recoveryCode: office.recoveryCode, value } };
  });
  return { office: await openOn(data, `${today}T01:00:00.000Z`, made.recoveryCode), value: made.value };
}

/** Sets the bureau up on a new data folder and gives the recovery code. */
async function setUp(at: string, packId: string): Promise<{ readonly data: string; readonly made: string }> {
  const data = mkdtempSync(join(tmpdir(), 'mingqian-'));
  const house = houseOn(data, () => at);
  const accounts = Object.values(sampleAccounts);
  const anyone = clientOf(house.app, { cookie: '' });
  const outcome = await anyone.office.setUp.mutate({ ...sampleBureau, packId, accounts });
  if (!outcome.ok) throw new Error(`${outcome.code} ${JSON.stringify(outcome.details)}`);
  await house.close();
  return { data, made: outcome.value.recoveryCode };
}

function houseOn(data: string, now: () => string, restart: () => void = () => undefined): House {
  const cheap = 2 ** 10;
  const places = sourcePlaces(data);
  const opened = openHouse({ places, workerEntry: sourceWorker, now, passwordCost: cheap, restart });
  if (!opened.ok) throw new Error(`${opened.code} ${JSON.stringify(opened.details)}`);
  return opened.value;
}

async function openOn(data: string, at: string, recoveryCode: string): Promise<Office> {
  let now = at;
  let restarting = Promise.resolve();
  let house = open();
  const jars = new Map<string, Jar>();
  const app = { fetch: (request: Request) => house.app.fetch(request) };
  function open(): House {
    return houseOn(
      data,
      () => now,
      () => {
        restarting = restart();
      },
    );
  }
  async function restart(): Promise<void> {
    await house.close();
    house = open();
    await signEverybodyIn();
  }
  async function signEverybodyIn(): Promise<void> {
    for (const account of Object.values(sampleAccounts)) {
      const jar: Jar = { cookie: '' };
      jars.set(account.login, jar);
      const signedIn = await clientOf(app, jar).office.signIn.mutate({ login: account.login, password });
      if (!signedIn.ok) throw new Error(signedIn.code);
    }
  }
  const fetchAs = (role: TestRole | null, path: string, init?: RequestInit) =>
    fetchWith(app, (role === null ? undefined : jars.get(role)) ?? { cookie: '' }, path, init);

  const anyone = clientOf(app, { cookie: '' });
  await signEverybodyIn();
  return {
    data,
    app,
    as: (role) => clientOf(app, jars.get(role) ?? { cookie: '' }),
    anyone,
    fetch: fetchAs,
    download: async (role, path) => {
      const response = await fetchAs(role, path);
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    upload: async <T>(role: TestRole, path: string, bytes: Uint8Array, fileName: string) => {
      const headers = { 'x-file-name': encodeURIComponent(fileName) };
      const body = bytes as Uint8Array<ArrayBuffer>;
      return (await (await fetchAs(role, path, { method: 'POST', body, headers })).json()) as Result<T>;
    },
    setNow: (at) => {
      now = at;
    },
    restart,
    settled: () => restarting,
    recoveryCode,
    leave: async () => {
      await house.close();
      return data;
    },
    close: async () => {
      await house.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
