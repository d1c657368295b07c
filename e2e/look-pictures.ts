import { mkdirSync } from 'node:fs';
import { closeChromium } from './fixtures/browser-host.ts';
import { Workbench } from './fixtures/workbench.ts';
import { finish, makeCorpus } from './steps/corpus.ts';

const out = '/tmp/pictures-look';
mkdirSync(out, { recursive: true });
const workbench = new Workbench('browser');
const kinds = (process.argv[2] ?? 'grid,heat-map,map,profile,timeline,portrait,first-mention,pairs').split(',');
const more = JSON.parse(process.argv[3] ?? '{}');
const modes = (process.argv[4] ?? 'light').split(',');
const [width, height] = (process.argv[5] ?? '1280x800').split('x').map(Number);
const language = (process.argv[6] ?? 'zh-Hant') as never;
const tag = process.argv[7] ?? '';
try {
  const page = await workbench.start();
  page.on('pageerror', (error) => console.log('ERROR', error.message));
  page.on('console', (m) => m.type() === 'error' && console.log('CONSOLE', m.text().slice(0, 200)));
  await page.setViewportSize({ width: width ?? 1280, height: height ?? 800 });
  await makeCorpus(workbench);
  if (process.env.EMPTY === undefined) await finish(workbench, await workbench.ask('sample.load', {}));
  for (const mode of modes) {
    await workbench.ask('preference.set', { theme: mode === 'dark' ? 'dark' : 'light', language });
    for (const kind of kinds) {
      const show = new URLSearchParams({ show: JSON.stringify({ picture: kind, ...more }) }).toString();
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, `#/matrix?${show}`);
      await page.waitForTimeout(900);
      await page.screenshot({ path: `${out}/${kind}-${mode}${tag}.png` });
    }
  }
} finally {
  await workbench.close();
  await closeChromium();
  workbench.remove();
}
