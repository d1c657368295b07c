import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import type { ArticleText } from '#domain/contract/article.ts';
import type { Language } from '#domain/contract/values.ts';
import assertBuilt from './global-setup.ts';
import { closeChromium, sharedChromium } from './fixtures/browser-host.ts';
import { projectRoot } from './fixtures/program.ts';
import { Workbench } from './fixtures/workbench.ts';
import { sampleAnnotations } from './sample-annotations.ts';
import { importArticle, makeCorpus, openArticle } from './steps/corpus.ts';
import { categoryId, choose, pickerOf, relate } from './steps/picker.ts';
import { clickAt, readerOf, selectByMouse } from './steps/reader.ts';
import { annotationRow, chooseInMenu, openBackups, openReport, openSettings } from './steps/shell.ts';
import { words } from './steps/words.ts';

const README = { width: 1440, height: 900 };
/** ms for fonts, transitions and the light on a passage just gone to, to come to rest. */
const REST = 1500;

const { values } = parseArgs({ options: { all: { type: 'string' } } });
const docs = join(projectRoot, 'docs', 'screenshots');

async function shoot(page: Page, path: string): Promise<void> {
  await page.mouse.move(720, 880);
  await page.waitForTimeout(REST);
  await page.screenshot({ path });
  console.log(path);
}

/** Enters what the text itself says, and annotates it through the contract. */
async function annotateSample(workbench: Workbench, { id, version, revisionId, text }: ArticleText): Promise<void> {
  await workbench.ask('article.update', {
    articleId: id,
    version,
    metadata: {
      outletProvince: '山西',
      places: ['山西', '晉城', '臨汾', '大同'],
      reporters: ['楊文俊', '李煉', '郭寧', '孟婷', '張毅', '杜春春', '鄭璐', '李強'],
      editor: '盧相汀',
    },
  });
  for (const { from, to, links, voice, note, status } of sampleAnnotations) {
    const start = text.indexOf(from);
    const end = text.indexOf(to, start) + to.length;
    if (start < 0 || end < start) throw new Error(`“${from}…${to}” does not stand in the sample`);
    await workbench.ask('annotation.create', {
      id: uuidv7(),
      articleId: id,
      revisionId,
      span: { start, end },
      exact: text.slice(start, end),
      note: note ?? '',
      voice: voice ?? null,
      status: status ?? 'settled',
      links: links.map(([number, relation]) => ({ id: uuidv7(), categoryId: categoryId(number), relation })),
    });
  }
  const codebookId = (await workbench.ask('codebook.list', {}))[0]?.id ?? '';
  await workbench.ask('codingStatus.set', { articleId: id, codebookId, state: 'in-progress' });
}

async function reportPage(
  workbench: Workbench,
  corpusFile: string,
  articleId: string,
  language: Language,
): Promise<Page> {
  const file = workbench.path(`report-${language}.html`);
  const args = ['--corpus', corpusFile, 'report', 'export', articleId, '--out', file, '--language', language];
  const { status, errors } = await workbench.cli(...args);
  if (status !== 0) throw new Error(errors);
  const browser = await sharedChromium();
  const page = await browser.newPage({ viewport: { ...README, height: 1240 } });
  await page.goto(pathToFileURL(file).href);
  return page;
}

/** Every view, for eyes: what the two pictures of the README do not show. */
async function tour(workbench: Workbench, article: ArticleText, corpusFile: string, folder: string): Promise<void> {
  const { page } = workbench;
  const to = (name: string) => join(folder, `${name}.png`);
  const inTheme = async (theme: 'light' | 'dark') => {
    await workbench.ask('preference.set', { theme });
    await page.waitForTimeout(REST);
  };
  const escape = async () => {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(REST);
  };
  for (const [width, height] of [
    [1280, 800],
    [2560, 1440],
  ] as const) {
    await page.setViewportSize({ width, height });
    await shoot(page, to(`workspace-${width}x${height}`));
  }
  await page.setViewportSize(README);
  for (const theme of ['light', 'dark'] as const) {
    await inTheme(theme);
    await shoot(page, to(`workspace-${theme}`));
    await clickAt(page, '健全國家安全體系、完善');
    await escape();
    await shoot(page, to(`details-${theme}`));
    await clickAt(page, '城鄉(xiāng)基層');
    await shoot(page, to(`beneath-${theme}`));
    await escape();
    await selectByMouse(page, '加強網(wǎng)絡(luò)安全體制建設(shè)');
    await shoot(page, to(`selection-${theme}`));
    await page.keyboard.press('Enter');
    await shoot(page, to(`picker-open-${theme}`));
    await choose(pickerOf(page), '51', '13·51');
    await relate(pickerOf(page), '13·51', 'verbatim');
    await pickerOf(page).getByRole('combobox', { name: words.picker.filter }).fill('安全');
    await shoot(page, to(`picker-${theme}`));
    await escape();
    await readerOf(page).press('Escape');
    await openSettings(page);
    await shoot(page, to(`settings-${theme}`));
    await escape();
    await openBackups(page);
    await shoot(page, to(`backups-${theme}`));
    await escape();
    await openReport(page);
    await shoot(page, to(`report-dialog-${theme}`));
    await escape();
    await chooseInMenu(page, words.help.title);
    await shoot(page, to(`shortcuts-${theme}`));
    await escape();
    await page.getByRole('button', { name: words.metadata.edit }).click();
    await shoot(page, to(`metadata-${theme}`));
    await escape();
  }
  await inTheme('light');
  for (const language of ['zh-Hans', 'en'] as const) {
    await workbench.ask('preference.set', { language });
    await shoot(page, to(`workspace-${language}`));
    const report = await reportPage(workbench, corpusFile, article.id, language);
    await shoot(report, to(`report-${language}`));
    await report.close();
  }
  await workbench.ask('preference.set', { language: 'zh-Hant' });
  await workbench.ask('corpus.close', {});
  for (const theme of ['light', 'dark'] as const) {
    await inTheme(theme);
    await shoot(page, to(`welcome-again-${theme}`));
  }
  await workbench.ask('corpus.create', { name: '空的語料庫' });
  for (const theme of ['dark', 'light'] as const) {
    await inTheme(theme);
    await shoot(page, to(`empty-${theme}`));
  }
}

assertBuilt();
mkdirSync(docs, { recursive: true });
const workbench = new Workbench('browser');
try {
  const page = await workbench.start();
  await page.setViewportSize(README);
  if (values.all !== undefined) {
    mkdirSync(values.all, { recursive: true });
    await shoot(page, join(resolve(values.all), 'welcome-first.png'));
  }
  const corpusFile = await makeCorpus(workbench);
  await workbench.ask('preference.set', { theme: 'light', language: 'zh-Hant', expanded: [categoryId('13')] });
  const article = await importArticle(workbench, { sample: 'shanxi' }, 'all');
  await annotateSample(workbench, article);
  await page.reload();
  await openArticle(workbench, article);
  await annotationRow(page, '健全國家安全體系、完善').getByRole('button').first().click();
  await page
    .getByRole('treegrid', { name: words.codebook.tree })
    .getByRole('row')
    .filter({ hasText: '13·52' })
    .scrollIntoViewIfNeeded();
  await shoot(page, join(docs, 'workbench.png'));
  const report = await reportPage(workbench, corpusFile, article.id, 'zh-Hant');
  await shoot(report, join(docs, 'report.png'));
  if (values.all !== undefined) {
    await report.screenshot({ path: join(resolve(values.all), 'report-whole.png'), fullPage: true });
    await report.emulateMedia({ media: 'print' });
    await report.pdf({ path: join(resolve(values.all), 'report.pdf'), format: 'A4', preferCSSPageSize: true });
    await tour(workbench, article, corpusFile, resolve(values.all));
  }
} finally {
  await workbench.close();
  await closeChromium();
  workbench.remove();
}
