import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, type Workbench } from '../fixtures/workbench.ts';
import { openReport } from './shell.ts';
import { words } from './words.ts';

export interface ShownReport {
  page: Page;
  file: string;
  /** Its own address on the disk. */
  address: string;
  /** What the file asked for when it was shown, itself included. */
  requests: string[];
  /** What the console said, and every dialog that opened. */
  complaints: string[];
}

/** Exports the report of the open article by the interface, and opens the file from the disk, away from the program. */
export async function saveReport(workbench: Workbench, name: string): Promise<ShownReport> {
  const { page, running } = workbench;
  const dialog = await openReport(page);
  const file = await running.saveNextFile(workbench.path(name), async () => {
    await dialog.getByRole('button', { name: words.report.export }).click();
  });
  await expect.poll(() => existsSync(file)).toBe(true);
  const requests: string[] = [];
  const complaints: string[] = [];
  const shown = await running.showFile(file, (page) => {
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  });
  return { page: shown, file, address: pathToFileURL(file).href, requests, complaints };
}

export interface ReportParagraphs {
  /** The text of the article as the report has it, without the numbers that the report put in. */
  text: string;
  /** The numbers of the annotations, in the order of the text. */
  numbered: number[];
  marks: number;
}

export async function readReport(page: Page): Promise<ReportParagraphs> {
  return await page.evaluate(() => {
    const passages = [...document.querySelectorAll('.passage')];
    const numbered = passages.flatMap((passage) =>
      [...passage.querySelectorAll('sup a')].map((each) => Number(each.textContent)),
    );
    const text = passages
      .map((passage) => {
        const copy = passage.cloneNode(true) as HTMLElement;
        for (const added of copy.querySelectorAll('.counter, sup')) added.remove();
        return copy.textContent;
      })
      .join('\n');
    return { text, numbered, marks: document.querySelectorAll('mark').length };
  });
}
