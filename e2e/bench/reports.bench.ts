import { Document, Packer, Paragraph } from 'docx';
import writeXlsxFile from 'write-excel-file/universal';
import { buildReport } from '../../domain/report/build-report.ts';
import { annotate, id, linkTo, reportInput, reportSource } from '../../domain/report/report-fixture.ts';
import type { Report } from '../../domain/report/report-model.ts';
import { writeReportDocx } from '../../main/files/report-docx/report-docx.ts';
import { writeReportXlsx } from '../../main/files/report-xlsx/report-xlsx.ts';
import { type BenchRow, median } from './bench-row.ts';
import { sampleText } from './highlights/sample-text.ts';

const NUMBERS = ['13·51', '13·52', '3·9', '8·31', '1'];
/** One annotation begins every so many characters; every third goes over into the next. */
const EVERY = 39;

/**
 * One article with 1,000 annotations to Word, and 100 articles with 10,000 to a workbook, from the report's model to the
 * bytes. The peers are the bare libraries: the same text as plain paragraphs, and the same quotes in one column.
 */
export async function benchReports({ runs }: { runs: number }): Promise<BenchRow[]> {
  const one = reportOf(1, 1000);
  const many = reportOf(100, 100);
  return [
    await measure(
      '1,000 annotations to DOCX',
      'docx, the text alone',
      runs,
      () => writeReportDocx(one),
      () => bareDocx(one),
    ),
    await measure(
      '100 articles, 10,000 annotations to XLSX',
      'write-excel-file, the quotes alone',
      runs,
      () => writeReportXlsx(many),
      () => bareXlsx(many),
    ),
  ];
}

async function measure(
  name: string,
  peerName: string,
  runs: number,
  ours: () => Promise<unknown>,
  peer: () => Promise<unknown>,
): Promise<BenchRow> {
  const samples: BenchRow['samples'] = { ours: [], peer: [] };
  for (let run = 0; run < runs; run++) {
    samples.ours.push(await timed(ours));
    samples.peer.push(await timed(peer));
  }
  return {
    bench: 'reports',
    case: name,
    unit: 'ms',
    ours: median(samples.ours),
    peer: median(samples.peer),
    peerName,
    runs,
    samples,
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function reportOf(articles: number, annotations: number): Report {
  const text = sampleText(annotations * EVERY + 60);
  const sources = Array.from({ length: articles }, (_, article) =>
    reportSource(
      text,
      Array.from({ length: annotations }, (_, at) => {
        const start = startOf(text, at * EVERY);
        return annotate(text, start, start + 24 + (at % 3) * 12, {
          id: id(1_000_000 + article * 10_000 + at),
          note: `第 ${at + 1} 條：與《決定》的說法比較。`,
          links: [linkTo(NUMBERS[at % NUMBERS.length] ?? '1', at % 2 === 0 ? 'local' : 'adapted')],
        });
      }),
      { article: { id: id(100 + article), title: `第 ${article + 1} 篇` } },
    ),
  );
  return buildReport({ ...reportInput(text, []), sources });
}

/** Not on a line feed, since a passage begins with a character. */
function startOf(text: string, at: number): number {
  return text.charAt(at) === '\n' ? at + 1 : at;
}

async function bareDocx({ articles }: Report): Promise<Uint8Array> {
  const paragraphs = articles.flatMap((article) =>
    article.paragraphs.map(({ runs }) => new Paragraph(runs.map(({ text }) => text).join(''))),
  );
  return await Packer.pack(new Document({ sections: [{ children: paragraphs }] }), 'uint8array');
}

async function bareXlsx({ articles }: Report): Promise<Blob> {
  const data = articles.flatMap(({ annotations }) => annotations.map(({ quote }) => [{ type: String, value: quote }]));
  return await writeXlsxFile([{ data, sheet: 'quotes' }]).toBlob();
}
