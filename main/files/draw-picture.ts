import { parseHTML } from 'linkedom';
import type { Language } from '#domain/contract/values.ts';
import { pictureFile } from '#domain/pictures/frame.ts';
import { makeLook } from '#domain/pictures/look.ts';
import type { Picture } from '#domain/pictures/picture.ts';

/** px: what fits the width of a page in print. */
const WIDTH = 960;

export interface DrawnPicture {
  /** A file of its own. */
  svg: string;
  /** px. */
  width: number;
  height: number;
}

/** Draws a picture on white without a page to draw on. */
export function drawPicture(picture: Picture, language: Language): DrawnPicture {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const look = makeLook(document, { theme: 'light', language, width: WIDTH });
  let size = { width: WIDTH, height: WIDTH };
  const svg = pictureFile(picture, look, (root) => {
    size = { width: Number(root.getAttribute('width')), height: Number(root.getAttribute('height')) };
    root.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    return root.outerHTML;
  });
  return { svg, ...size };
}
