import Papa from 'papaparse';
import { alertFailure } from '../app/failure-text.ts';
import { currentLanguage } from '../app/language.ts';
import { handOver } from '../jobs/hand-over.ts';
import { runShownJob } from '../jobs/jobs.ts';
import { drawPng } from './draw-png.ts';
import { pictureFile } from '#domain/pictures/frame.ts';
import { makeLook } from '#domain/pictures/look.ts';
import type { Picture } from '#domain/pictures/picture.ts';

export type PictureFormat = 'svg' | 'png' | 'csv';
/** px that a file takes at least: what fits a page in print. */
const WIDTH = 960;

/** Hands over a picture on white, or its data as a table, in the language that is shown. */
export async function exportPicture(format: PictureFormat, picture: Picture): Promise<void> {
  try {
    const { file } = await runShownJob('picture', 'picture.export', {
      format,
      name: picture.title,
      content: await contentOf(format, picture),
    });
    await handOver(file);
  } catch (thrown) {
    alertFailure(thrown);
  }
}

async function contentOf(format: PictureFormat, picture: Picture): Promise<string> {
  if (format === 'csv') return `${Papa.unparse(picture.table, { escapeFormulae: true })}\r\n`;
  const svg = pictureFile(
    picture,
    makeLook(document, { theme: 'light', language: currentLanguage(), width: WIDTH }),
    (root) => new XMLSerializer().serializeToString(root),
  );
  return format === 'svg' ? svg : await drawPng(svg);
}
