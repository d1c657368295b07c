import { spawn } from 'node:child_process';
import { endedInTime } from '../fixtures/child-process.ts';
import { electronArguments } from '../fixtures/electron-host.ts';
import { electronBinary, environment, projectRoot } from '../fixtures/program.ts';
import { expect, test, type Workbench } from '../fixtures/workbench.ts';
import { soundCorpus } from '../steps/broken-files.ts';
import { startWithArticle } from '../steps/corpus.ts';
import { readerOf } from '../steps/reader.ts';

function startAgain(workbench: Workbench, corpusFile: string | null = null): Promise<number | string> {
  const second = spawn(electronBinary(), electronArguments(corpusFile), {
    cwd: projectRoot,
    env: environment(workbench.dataFolder),
    stdio: 'ignore',
  });
  return endedInTime(second, 'The second start');
}

test('a second start ends at once and brings the first window forward', async ({ workbench }) => {
  await startWithArticle(workbench);
  const { application } = workbench.electron;
  await application.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('no window');
    const focus = window.focus.bind(window);
    window.focus = () => {
      process.env['BROUGHT_FORWARD'] = String(Number(process.env['BROUGHT_FORWARD'] ?? 0) + 1);
      focus();
    };
  });
  expect(await startAgain(workbench)).toBe(0);
  await expect.poll(() => application.evaluate(() => process.env['BROUGHT_FORWARD'])).toBe('1');
  expect(await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await expect(readerOf(workbench.page)).toBeVisible();
});

test('a second start that names a corpus opens it in the first window', async ({ workbench }) => {
  const other = await soundCorpus(workbench, '另一個.jianzhu');
  await startWithArticle(workbench);
  expect(await startAgain(workbench, other)).toBe(0);
  await expect.poll(async () => (await workbench.ask('session.get', {})).corpus?.file).toBe(other);
  await expect(readerOf(workbench.page)).toBeHidden();
});
