import { existsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test, type Workbench } from '../fixtures/workbench.ts';
import { damage, fingerprint, foreignDatabase, makeNewer, soundCorpus, textFile } from '../steps/broken-files.ts';
import { CODER } from '../steps/corpus.ts';
import { say, words } from '../steps/words.ts';

const files: Record<string, { sentence: string; make: (workbench: Workbench) => Promise<string> | string }> = {
  'a file that is no corpus': {
    sentence: words.errors['corpus-not-sqlite'],
    make: (workbench) => textFile(workbench, '筆記.jianzhu'),
  },
  'an empty file': {
    sentence: words.errors['corpus-not-sqlite'],
    make(workbench) {
      const file = workbench.path('空.jianzhu');
      writeFileSync(file, '');
      return file;
    },
  },
  "another program's database": {
    sentence: words.errors['corpus-other-program'],
    make: (workbench) => foreignDatabase(workbench, '食譜.sqlite'),
  },
  'a damaged corpus': {
    sentence: words.errors['corpus-damaged'],
    async make(workbench) {
      const file = await soundCorpus(workbench, '舊語料.jianzhu');
      damage(file);
      return file;
    },
  },
  'a corpus from a newer version': {
    sentence: words.errors['corpus-newer'],
    async make(workbench) {
      const file = await soundCorpus(workbench, '新語料.jianzhu');
      makeNewer(file);
      return file;
    },
  },
};

for (const [what, { sentence, make }] of Object.entries(files)) {
  test(`${what}: said in the window, and not a byte of it changed`, async ({ workbench }) => {
    const file = await make(workbench);
    const before = fingerprint(file);
    const page = await workbench.start(file);
    await expect(page.getByRole('heading', { level: 1, name: words.welcome.title })).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: words.welcome.problem })).toContainText(
      say(sentence, { file: basename(file) }),
    );
    expect((await workbench.ask('session.get', {})).corpus).toBeNull();
    await workbench.close();
    expect(fingerprint(file)).toBe(before);
    expect([`${file}-wal`, `${file}-journal`].filter(existsSync)).toEqual([]);
  });
}

test('a corpus that is not there: said in the window, and none is made', async ({ workbench }) => {
  const file = workbench.path('不在.jianzhu');
  const page = await workbench.start(file);
  await expect(page.getByRole('alert').filter({ hasText: words.welcome.problem })).toContainText(
    say(words.errors['corpus-missing'], { file: basename(file) }),
  );
  expect(existsSync(file)).toBe(false);
});

test('after a refused start the researcher can go on with another corpus', async ({ workbench }) => {
  const file = textFile(workbench, '筆記.jianzhu');
  const page = await workbench.start(file);
  await page.getByRole('textbox', { name: words.welcome.yourName }).fill(CODER);
  await page.getByRole('button', { name: words.welcome.create, exact: true }).click();
  await expect(page.getByRole('navigation', { name: words.shell.library })).toBeVisible();
  await expect(page.getByText(words.welcome.problem)).toBeHidden();
});

test('a data folder in which nothing can be written: said in the window, with its name', async ({ workbench }) => {
  const blocked = workbench.path('data-is-a-file');
  writeFileSync(blocked, 'not a folder');
  workbench.dataFolder = join(blocked, 'data');
  const page = await workbench.start();
  await page.getByRole('textbox', { name: words.welcome.yourName }).fill(CODER);
  await page.getByRole('button', { name: words.welcome.create, exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: workbench.dataFolder })).toContainText(
    say(words.errors['folder-unwritable'], { folder: workbench.dataFolder }),
  );
});
