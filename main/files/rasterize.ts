import type { Language } from '#domain/contract/values.ts';

/** Pixels for one of the drawing, so that it prints sharply. */
const SCALE = 2;
/** What a canvas may measure on a side, in pixels. */
const MOST = 8_000;

/** Faces with Han characters that systems come with, by the script that they are drawn for. */
const faces: Record<'hant' | 'hans', readonly string[]> = {
  hant: ['Noto Sans CJK TC', 'Source Han Sans TC', 'PingFang TC', 'Microsoft JhengHei', 'Heiti TC', 'PMingLiU'],
  hans: ['Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Heiti SC', 'SimSun'],
};

/** Draws an SVG as a PNG. One that is drawn here falls back on no other face, so the first that is there is taken. */
export async function rasterize(
  svg: string,
  { width, height }: { width: number; height: number },
  language: Language,
): Promise<Uint8Array> {
  const { createCanvas, GlobalFonts, loadImage } = await import('@napi-rs/canvas');
  const known = GlobalFonts.families.map(({ family }) => family);
  const wanted = language === 'zh-Hant' ? [...faces.hant, ...faces.hans] : [...faces.hans, ...faces.hant];
  const face =
    wanted.find((each) => known.includes(each)) ??
    known.find((each) => /Sans CJK|Han Sans/.test(each)) ??
    known.find((each) => /CJK|Han/.test(each));
  const scale = Math.min(SCALE, MOST / Math.max(width, height));
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const drawn = svg
    .replace(/ width="\d+"/, ` width="${size.width}"`)
    .replace(/ height="\d+"/, ` height="${size.height}"`)
    .replaceAll(/ font-family="[^"]*"/g, face === undefined ? '' : ` font-family="${face}"`);
  const canvas = createCanvas(size.width, size.height);
  canvas.getContext('2d').drawImage(await loadImage(Buffer.from(drawn)), 0, 0, size.width, size.height);
  return await canvas.encode('png');
}
