import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Display, hasDisplay, startVirtualDisplay } from '../../scripts/lib/display.ts';
import { root } from '../../scripts/lib/paths.ts';
import { capture } from '../../scripts/lib/process.ts';
import { isRoot } from '../../scripts/lib/sandbox.ts';
import { words } from '../e2e/support/words.ts';
import { textsOf } from '../support/pdfTexts.ts';

const executable = process.env.CLIENTSCOPE_PACKAGED ?? '';
const { zh } = words;
const patience = { timeout: 60_000, interval: 200 };

let folder: string;
let display: Display | undefined;
let app: ChildProcess;
let browser: Browser;
let window: Page;

/**
 * The main way through the packaged app's own window. Its fuses refuse the inspector that the other window tests bring their
 * orders by, so this goes by Chromium's debugging port, and prints by the command line instead of a system dialog.
 */
describe('the packaged window', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clientscope-package-'));
    display = hasDisplay() ? undefined : await startVirtualDisplay();
    const flags = [`--user-data-dir=${join(folder, 'profile')}`, ...(isRoot() ? ['--no-sandbox'] : [])];
    app = spawn(executable, [...flags, '--remote-debugging-port=0'], { env: environment() });
    browser = await chromium.connectOverCDP(await debuggerOf(app));
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (!page) throw new Error('the package opened no window');
    window = page;
  });

  afterAll(async () => {
    await browser?.close();
    app?.kill('SIGKILL');
    display?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test('opens the sample, counts a segment and lays out its report', async () => {
    const said = () => window.getByRole('main').innerText();
    await window.getByRole('button', { name: zh.start.openSample }).click();
    await area('segments').click({ timeout: patience.timeout });
    await expect.poll(() => window.getByRole('complementary').last().innerText(), patience).toContain('207');
    await area('funnels').click();
    await expect.poll(said, patience).toContain('1,878');
    await area('reports').click();
    await window.getByText(zh.reports.views.preview, { exact: true }).click();
    const preview = window.getByRole('region', { name: zh.reports.preview.label });
    await expect
      .poll(() => preview.locator('h2').allInnerTexts(), patience)
      .toContainEqual(expect.stringContaining('44.2%'));
  });

  test('prints what the command line has computed', async () => {
    const out = join(folder, 'out');
    const cli = [join(root, 'main/cli/index.ts'), 'run', 'resources/sample/playbook.json'];
    const env = { ...environment(), CLIENTSCOPE_ELECTRON: executable, CLIENTSCOPE_APP_ARGS: '[]' };
    const args = [...cli, '--data', 'resources/sample/data', '--out', out];
    const { code, output } = await capture(process.execPath, args, { cwd: root, env, timeoutMs: 90_000 });
    expect(code, output).toBe(0);
    const pages = await textsOf(await readFile(join(out, '组合月报.pdf')));
    expect(pages).toHaveLength(10);
    expect(pages[0]).toContain('华东对公组合月度分析');
    expect(pages[1]).toContain('主要结论');
    expect(pages[2]).toContain('占59.9%，是全部客户（10.7%）的5.6倍');
    expect(pages[3]).toContain('▼44.2%');
    expect(pages[4]).toContain('盈亏平衡1');
    expect(pages[5]).toContain('“预警未违约客户”有413户');
    expect(pages[6]).toContain('“近90天无交易客户”有639户');
    expect(pages[7]).toContain('A.输入文件');
    expect(pages[9]).toContain('F.复现信息');
  });
});

const area = (name: keyof typeof zh.common.areas) =>
  window.getByRole('navigation').getByRole('button', { name: zh.common.areas[name], exact: true });

const environment = () => ({ ...process.env, ...(display && { DISPLAY: display.name }) });

/** Where Chromium says that it listens. */
function debuggerOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`the package ended: ${text}`)));
  });
}
