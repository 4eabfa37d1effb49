import type { NewAccount } from '../../../shared/features/office/schemas.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { App } from '../../app/create-app.ts';
import { type Client, clientOf, fetchWith, type Jar } from '../in-process-client.ts';

/** The people of the demo, plainly made up. One password for all, printed at the end: this is a demo. */
export const demoPassword = '示例口令-明签-2026';
export const demoLogins = ['admin', 'operator', 'reviewer', 'leader', 'principal'] as const;
export type DemoLogin = (typeof demoLogins)[number];

const none = { isAdmin: false, isOperator: false, isReviewer: false, isLeader: false, isPrincipal: false };
const section = '安全生产股';

export const demoAccounts: Record<DemoLogin, NewAccount> = {
  admin: { ...none, name: '示例管理', login: 'admin', section: '', isAdmin: true, password: demoPassword },
  operator: { ...none, name: '示例经办', login: 'operator', section, isOperator: true, password: demoPassword },
  reviewer: { ...none, name: '示例审核', login: 'reviewer', section, isReviewer: true, password: demoPassword },
  leader: { ...none, name: '示例分管', login: 'leader', section: '', isLeader: true, password: demoPassword },
  principal: {
    ...none,
    name: '示例局长',
    login: 'principal',
    section: '',
    isLeader: true,
    isPrincipal: true,
    password: demoPassword,
  },
};

export interface DemoOffice {
  readonly as: (login: DemoLogin) => Client;
  /** Uploads a workbook, waits for its job, and gives the stage that waits for confirmation. */
  readonly stage: (login: DemoLogin, path: string, bytes: Uint8Array, fileName: string) => Promise<number>;
  readonly download: (login: DemoLogin, path: string) => Promise<Uint8Array>;
  /** Signs the demo's people in; asked again after the clock moved, as everybody is locked by then. */
  readonly signIn: () => Promise<void>;
  readonly recoveryCode: string;
}

/** Sets the demo bureau up on an empty database. */
export async function openDemoOffice(app: App): Promise<DemoOffice> {
  const setUp = await clientOf(app, { cookie: '' }).office.setUp.mutate({
    name: '额尔古纳市工业和信息化局（示例）',
    shortName: '额工信',
    department: '工信',
    sections: [section],
    packId: 'erguna-2023',
    accounts: Object.values(demoAccounts),
  });
  const { recoveryCode } = must(setUp);
  const jars = new Map<DemoLogin, Jar>();
  const signIn = async () => {
    for (const login of ['operator', 'reviewer', 'leader'] as const) {
      const jar: Jar = { cookie: '' };
      jars.set(login, jar);
      must(await clientOf(app, jar).office.signIn.mutate({ login, password: demoPassword }));
    }
  };
  const jarOf = (login: DemoLogin) => jars.get(login) ?? { cookie: '' };
  const as = (login: DemoLogin) => clientOf(app, jarOf(login));

  return {
    as,
    signIn,
    recoveryCode,
    stage: async (login, path, bytes, fileName) => {
      const response = await fetchWith(app, jarOf(login), path, {
        method: 'POST',
        body: bytes as Uint8Array<ArrayBuffer>,
        headers: { 'x-file-name': encodeURIComponent(fileName) },
      });
      const { jobId } = must((await response.json()) as Result<{ jobId: number }>);
      return must(await finished(as(login), jobId)).stageId;
    },
    download: async (login, path) => {
      const response = await fetchWith(app, jarOf(login), path);
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

/** The value of a step that must succeed in the demo. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.details)}`);
  return result.value;
}

async function finished(client: Client, jobId: number): Promise<Result<{ stageId: number }>> {
  for (;;) {
    const job = (await client.office.jobs.list.query()).find(({ id }) => id === jobId);
    if (job === undefined || job.state === 'failed') throw new Error(`job ${jobId} failed`);
    if (job.outcome !== null) return job.outcome as Result<{ stageId: number }>;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
