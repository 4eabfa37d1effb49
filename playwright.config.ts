import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** Debian's chromium where there is one; elsewhere the one Playwright brought. */
const chromium = '/usr/bin/chromium';

/** The program in a browser, as an office uses it: one serve per test file, on a data folder of its own. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Every file has a program and a data folder of its own, so two can go side by side.
  workers: 2,
  // A click between two pages is lost on a busy machine now and then; a second failure is a failure.
  retries: process.env.CI === undefined ? 0 : 1,
  fullyParallel: false,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    actionTimeout: 30_000,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
    screenshot: 'only-on-failure',
    launchOptions: {
      // Without a UTF-8 locale Chromium gives a file with a Chinese name the name “download”.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      ...(existsSync(chromium) ? { executablePath: chromium } : {}),
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
