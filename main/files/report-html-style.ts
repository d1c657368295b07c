import { categoryColours, PAGE_COLOURS } from '#domain/codebook/colours.ts';
import { heatColours } from '#domain/matrix/heat-steps.ts';
import { MOST_LANES } from './report-html-paint.ts';

/** Palette 0 is an annotation without a category. */
const NEUTRAL = {
  light: { tint: '#e9e2d3', rule: '#8b8272', ink: '#6b6253' },
  dark: { tint: '#332f29', rule: '#8f8676', ink: '#a59c8b' },
};

function paletteVariables(theme: 'light' | 'dark'): string {
  return [NEUTRAL, ...categoryColours]
    .map(({ [theme]: { tint, rule, ink } }, index) => `--t${index}:${tint};--r${index}:${rule};--i${index}:${ink};`)
    .join('');
}

function heatVariables(theme: 'light' | 'dark'): string {
  return heatColours
    .map(({ [theme]: { fill, ink } }, index) => `--heat${index + 1}:${fill};--on-heat${index + 1}:${ink};`)
    .join('');
}

const HEATS = heatColours
  .map((_, index) => `.compared .h${index + 1}{background:var(--heat${index + 1});color:var(--on-heat${index + 1})}`)
  .join('\n');

function paletteClasses(): string {
  return [NEUTRAL, ...categoryColours]
    .map((_, index) => `.c${index}{--rule:var(--r${index});--ink:var(--i${index})}`)
    .join('\n');
}

const LIGHT = `--paper:${PAGE_COLOURS.light.paper};--text:${PAGE_COLOURS.light.ink};--quiet:#6a6254;--hair:#d8cfbd;--accent:#b8321f;${paletteVariables('light')}${heatVariables('light')}`;
const DARK = `--paper:${PAGE_COLOURS.dark.paper};--text:${PAGE_COLOURS.dark.ink};--quiet:#a1978a;--hair:#3d3831;--accent:#e8745c;${paletteVariables('dark')}${heatVariables('dark')}`;

const GROUND =
  'background:var(--paper);color:var(--text);font:13px/1.6 var(--sans);font-variant-numeric:tabular-nums;line-break:strict;overflow-wrap:anywhere;text-spacing-trim:trim-start;';

// A class each, since a page of the program may not have style attributes in markup.
const LANES = Array.from({ length: MOST_LANES + 1 }, (_, lanes) => `.l${lanes}{--lanes:${lanes}}`).join('\n');

const PRINT = `@page{size:A4;margin:18mm 17mm 20mm 13mm;@bottom-center{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#6a6254}}
@media print{
:root{--paper:#fff;--pitch:3.2pt;--thick:1.4pt}
html{font-size:8.5pt;line-height:1.5}
.sheet{max-width:none;padding:0 0 0 9mm}
nav{display:none}
h1{font-size:20pt}
h2{font-size:14pt;margin:9mm 0 4mm;padding-top:3mm}
h3{font-size:10.5pt}
.facts{margin-top:6mm;grid-template-columns:1fr 1fr;gap:0 8mm}
.totals{margin-top:5mm;gap:3mm 8mm}
.totals dd{font-size:13pt}
.how{margin-bottom:5mm}
.row{display:block;--size:10.5pt}
.passage{margin-bottom:max(1mm,2.5mm - var(--lanes)*var(--pitch)/2);padding-bottom:calc(var(--lanes)*var(--pitch)/2);-webkit-box-decoration-break:clone;box-decoration-break:clone;line-height:calc(1.8em + max(0,var(--lanes) - 1)*var(--pitch))}
.counter{right:calc(100% + 3mm);font-size:7pt}
sup{font-size:6.5pt}
.notes{display:block;columns:2;column-gap:7mm;margin:0 0 6mm}
.note{grid-template-columns:minmax(6mm,max-content) minmax(0,1fr);margin:0 0 2.5mm;padding-left:2mm;font-size:8pt;line-height:1.45}
.note .ref{font-size:8pt}
.said{font-size:8.5pt;line-height:1.55}
.about,.where{font-size:7pt}
.quotations{display:block}
.quoted .passage-quoted{font-size:10pt;line-height:1.65}
.translation{font-size:8.5pt}
.entry h3,.text-title{font-size:12pt}
.text-title{margin:9mm 0 4mm}
.wide{overflow:visible}
th,td{padding:1.2mm 0 1.2mm 3mm}
figure{margin:0 0 6mm;overflow:visible}
.how.said-below{margin:0 0 1.5mm;font-size:8pt}
.parts + .how{margin-bottom:2mm}
figure img{max-height:235mm;max-width:100%;width:auto}
.compared th,.compared td{padding:1mm 1.2mm;min-width:0}
.compared th:first-child,.compared td:first-child{min-width:30mm;max-width:52mm}
.link-out{text-decoration:none}
}`;

/** What both have; `within` begins a rule for a width of the sheet. */
function sheetStyle(within: (width: string) => string): string {
  return `${paletteClasses()}
${LANES}
${HEATS}
:lang(zh){--serif:"Source Han Serif TC","Noto Serif CJK TC","Noto Serif TC","Songti TC","PMingLiU",serif;--sans:"PingFang TC","Microsoft JhengHei","Source Han Sans TC","Noto Sans CJK TC","Noto Sans TC",sans-serif}
:lang(zh-Hans){--serif:"Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC","Songti SC","SimSun",serif;--sans:"PingFang SC","Microsoft YaHei","Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC",sans-serif}
:lang(en){--serif:"Iowan Old Style","Palatino Linotype","Palatino","Noto Serif","Liberation Serif","DejaVu Serif","Source Han Serif SC","Noto Serif CJK SC","Songti SC","SimSun",serif;--sans:"Segoe UI","Helvetica Neue","Noto Sans","Liberation Sans","DejaVu Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
*{box-sizing:border-box}
.sheet{max-width:1320px;margin:0 auto;padding:56px 48px 96px 72px}
a{color:inherit;text-decoration:none}
a:hover{color:var(--accent)}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.link-out{text-decoration:underline;text-decoration-color:var(--hair);text-underline-offset:3px}
h1,h2,h3,h4{font-family:var(--serif);font-weight:600;margin:0;text-wrap:balance;break-after:avoid}
.kind{color:var(--accent);letter-spacing:.12em;margin:0 0 10px}
h1{font-size:30px;line-height:1.4;max-width:24em}
.untitled{color:var(--quiet);margin:6px 0 0}
h2{font-size:20px;line-height:1.4;margin:72px 0 20px;padding-top:14px;border-top:1px solid var(--hair)}
h3{font-size:15px;margin:24px 0 6px}
nav{display:flex;flex-wrap:wrap;gap:4px 24px;margin:24px 0 0;color:var(--quiet)}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(270px,1fr));gap:0 40px;margin:32px 0 0;border-top:1px solid var(--hair)}
.facts div{display:grid;grid-template-columns:9em 1fr;gap:12px;padding:6px 0;border-bottom:1px solid var(--hair);break-inside:avoid}
.facts:lang(zh) div{grid-template-columns:7em 1fr}
dt{color:var(--quiet)}
dd{margin:0}
.facts .unknown{color:var(--quiet);font-style:italic}
.facts .unknown:lang(zh){font-style:normal}
.totals{display:flex;flex-wrap:wrap;gap:14px 36px;margin:28px 0 0;padding:0}
.totals div{display:flex;flex-direction:column-reverse}
.totals dd{font:600 22px/1.3 var(--serif)}
.how{max-width:60em;text-wrap:pretty;color:var(--quiet);margin:0 0 28px}
.row{display:grid;grid-template-columns:minmax(0,calc(38*var(--size))) minmax(0,1fr);column-gap:56px;--size:17px}
.passage{position:relative;font-family:var(--serif);font-size:var(--size);line-height:calc(1.9em + max(0,var(--lanes) - 1)*var(--pitch));margin:0 0 1.1em;white-space:pre-wrap;text-align:justify;orphans:2;widows:2}
.passage[data-role=title]{font-size:calc(var(--size)*1.35);font-weight:600;text-align:start}
.passage[data-role=subhead]{font-weight:600;text-align:start;margin-top:.6em;break-after:avoid}
.passage[data-role=subhead] + .notes{padding-top:.6em}
.passage:is([data-role=caption],[data-role=byline],[data-role=source],[data-role=editor],[data-role=boilerplate]){font-size:calc(var(--size)*.85);color:var(--quiet)}
.counter{position:absolute;right:calc(100% + 16px);top:0;white-space:nowrap;font:11px/1 var(--sans);line-height:calc(var(--size)*1.9);color:var(--quiet);user-select:none;-webkit-user-select:none}
mark{color:var(--text);padding-bottom:calc(var(--lanes)*var(--pitch));-webkit-box-decoration-break:clone;box-decoration-break:clone}
sup{font:600 10.5px/0 var(--sans);vertical-align:.62em;padding:0 1px;user-select:none;-webkit-user-select:none;text-align:start}
.ref{color:var(--ink);padding:0 1px}
.ref:target{background:var(--accent);color:var(--paper);border-radius:2px}
.notes{display:grid;grid-template-columns:minmax(0,1fr);align-content:start;gap:12px 32px;margin:6px 0 24px}
.note{display:grid;grid-template-columns:minmax(26px,max-content) minmax(0,1fr);padding-left:10px;border-left:2px solid var(--rule);break-inside:avoid}
.note:target{background:color-mix(in srgb,var(--accent) 9%,transparent);outline:6px solid color-mix(in srgb,var(--accent) 9%,transparent)}
.note .ref{font-weight:600;font-size:12px;padding:0 4px 0 0}
.note p{margin:0}
.links{display:flex;flex-wrap:wrap;gap:0 16px}
.number{font:600 1em/1 'Segoe UI','Helvetica Neue','Noto Sans','Source Han Sans SC','Noto Sans CJK SC',Arial,sans-serif;color:var(--ink);margin-right:.35em}
.relation{color:var(--quiet);white-space:nowrap;margin-left:.7em}
.about>span:not(:last-child){margin-right:1.1em}
.quote{font-family:var(--serif);font-size:1.1em}
.offsets{white-space:nowrap}
.said{font-family:var(--serif);font-size:14px;line-height:1.75;white-space:pre-wrap;margin-top:2px!important}
.about{color:var(--quiet);font-size:11.5px}
.citations{display:grid;grid-template-columns:9em 1fr;gap:4px 12px;margin:14px 0 0}
.citations:lang(zh){grid-template-columns:7em 1fr}
.citations dd{grid-column:2}
.part-label{color:var(--quiet);margin-right:.8em;font:600 11px/1 var(--sans)}
.entry{margin:0 0 36px;break-inside:avoid-page}
.entry h3,.text-title{font-size:17px;margin:0 0 8px}
.entry .facts{margin-top:0}
.text-title{margin:48px 0 20px;padding-top:14px;border-top:1px solid var(--hair)}
.counter-inline{color:var(--accent);font:600 .8em/1 var(--sans);margin-right:.7em}
.group{margin:32px 0 12px;padding-left:10px;border-left:4px solid var(--rule)}
h4.group{font-size:13.5px;margin-top:22px;border-left-width:2px}
.group .count{color:var(--quiet);font:400 12px/1 var(--sans);margin-left:1em}
.quotations{display:grid;grid-template-columns:minmax(0,1fr);gap:14px;max-width:62em}
.quoted .passage-quoted{font-family:var(--serif);font-size:15.5px;line-height:1.8;white-space:pre-wrap}
.quote-mark{color:var(--accent);font:11px/1 var(--sans);white-space:nowrap}
.translation{font-family:var(--serif);font-size:14px;line-height:1.7;font-style:italic;white-space:pre-wrap}
.translation .part-label{font-style:normal}
.reference{font-size:12px;color:var(--quiet)}
.asked{font-weight:600;margin:0 0 12px;break-after:avoid}
.comment{max-width:60em;white-space:pre-wrap;margin:0 0 12px}
h3 ~ .parts{margin-bottom:14px}
.how.said-below{margin:0 0 6px;font-size:12px}
.parts + .how{margin-bottom:8px;break-after:avoid}
.compared,.changes{width:auto;margin:0 0 22px}
.compared th,.compared td{padding:5px 10px;min-width:5.6em}
.compared thead th:not(:first-child){white-space:normal;max-width:11em;text-align:end}
.compared th:first-child,.compared td:first-child{width:auto;min-width:12em;max-width:24em;padding-left:0}
.changes th,.changes td,.changes th:first-child,.changes td:first-child{text-align:start;padding:5px 24px 5px 0;white-space:normal;width:auto;min-width:0}
figure{margin:0 0 28px;overflow-x:auto;break-inside:avoid}
figure img{display:block;max-width:100%;height:auto;background:#fff}
.memo{max-width:60em;margin:0 0 24px;break-inside:avoid-page}
.memo h3{margin-top:0}
.meaning{grid-column:2/-1;font-weight:400;margin:4px 0 6px}
.parts{display:grid;grid-template-columns:9em minmax(0,54em);gap:4px 20px;margin:0}
.parts dd{white-space:pre-wrap}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{white-space:nowrap;padding:6px 0 6px 16px;text-align:end;vertical-align:baseline;border-bottom:1px solid var(--hair);font-weight:400}
th:first-child,td:first-child{text-align:start;padding-left:0;min-width:15em;width:99%;white-space:normal}
thead th{color:var(--quiet);vertical-align:bottom;border-bottom-color:var(--quiet);line-height:1.35}
thead th::first-letter{text-transform:uppercase}
thead{display:table-header-group}
tr{break-inside:avoid}
.part:not(:last-child){break-after:avoid}
h3 + p{break-after:avoid}
.all{break-before:avoid}
.part th,.part td{font-weight:600;padding-top:14px}
.part .title{font-family:var(--serif)}
.below th:first-child{padding-left:22px}
.part>th{text-indent:-18px}
.part>th:first-child{padding-left:18px}
.part .where{text-indent:0}
.swatch{display:inline-block;width:10px;height:10px;margin-right:8px;background:var(--rule)}
.zero{color:var(--quiet);opacity:.6}
.where{display:block;font-weight:400;color:var(--quiet);font-size:11.5px}
.where a{margin-right:.55em}
tfoot th,tfoot td,.all th,.all td{border-bottom-color:var(--quiet);font-weight:600}
.categories{margin:12px 0 0;padding:0;list-style:none}
.categories li{display:grid;grid-template-columns:4.5em minmax(0,1fr) minmax(0,1fr);gap:0 20px;align-items:baseline;padding:5px 0;border-bottom:1px solid var(--hair);break-inside:avoid}
.categories .part{font-weight:600}
.categories .part .title{font-family:var(--serif)}
.categories .other{font-family:var(--sans);color:var(--quiet);font-weight:400}
.categories .part:not(:first-child){padding-top:14px}
.method{display:grid;grid-template-columns:11em minmax(0,60em);gap:0 24px;margin:0}
.method dt,.method dd{padding:7px 0;border-top:1px solid var(--hair)}
.method dd{break-inside:avoid}
.method dd p{margin:0;text-wrap:pretty}
.control{font-size:0}
.control::before{content:attr(data-code);font:9px/1 var(--sans);padding:0 2px;margin:0 1px;border:1px dotted var(--accent);color:var(--accent)}
${within('min-width:1100px')}{.row .note .place{display:none}}
${within('min-width:1700px')}{.sheet{max-width:1760px}.row{--size:18px}.notes{display:block;columns:2;column-gap:40px}.note{margin-bottom:14px}}
${within('max-width:1099px')}{.sheet{max-width:calc(38*17px + 140px);padding:40px 40px 72px 64px}.row{display:block}.notes{margin:0 0 28px}}
${within('max-width:560px')}{.sheet{padding:24px 16px 56px 34px}.counter{right:calc(100% + 8px)}.passage{text-align:start}.method,.parts,.citations,.citations:lang(zh),.categories li{grid-template-columns:minmax(0,1fr)}.citations dd,.meaning{grid-column:1}.method dd{border-top:0;padding-top:0}}`;
}

/** The style of a report as a document. It contains nothing of an article. */
export const reportStyle = `
:root{--pitch:3px;--thick:2px;color-scheme:light;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${DARK}}}
html{${GROUND}-webkit-text-size-adjust:100%;text-size-adjust:100%;print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{margin:0}
${sheetStyle((width) => `@media screen and (${width})`)}
${PRINT}`;

/** The same for a shadow root, whose host says how wide it is and which theme it has. */
export const previewStyle = `
:host{--pitch:3px;--thick:2px;color-scheme:light;display:block;container-type:inline-size;${GROUND}${LIGHT}}
:host-context([data-theme=dark]){color-scheme:dark;${DARK}}
${sheetStyle((width) => `@container (${width})`)}`;
