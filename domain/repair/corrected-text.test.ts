import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { netChanges } from '../text/carry.ts';
import { applyChanges, type TextChange } from '../text/well-formed.ts';
import { correctionsOf, placeInCorrected } from './corrected-text.ts';

const repair = (start: number, end: number, insert: string): TextChange => ({
  start,
  end,
  insert,
  kind: 'repair',
  reason: 'inline-pinyin',
});

test('repairs taken back and made again leave nothing; a correction beside one does not reach into it', () => {
  const imported = '結(jié)合責(zé)任';
  const first = repair(1, 6, '');
  const second = repair(8, 12, '');
  // Both repairs, then 結 corrected, then the first repair taken back.
  const made = [[first, second], [{ start: 0, end: 1, insert: '集' }], [{ start: 1, end: 1, insert: '(jié)' }]];
  const corrections = correctionsOf(imported, [second], made);
  expect(corrections).toEqual([{ start: 0, end: 1, insert: '集' }]);
  expect(placeInCorrected(corrections, { start: 1, end: 6 })).toEqual({ start: 1, end: 6 });
  expect(placeInCorrected(corrections, { start: 0, end: 2 })).toBeNull();
});

test('whatever was done in whatever order: the corrections lead from the repaired text to the present one', () => {
  const edit = fc.record({ at: fc.nat(), remove: fc.nat(3), insert: fc.constantFrom('', '改', '𠮷', 'ab') });
  const imported = '推進(jìn)現(xiàn)代化，應(yīng)急責(zé)任。𠮷';
  const places = [...imported.matchAll(/\([^)]*\)/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  fc.assert(
    fc.property(fc.array(fc.oneof(edit, fc.nat(3)), { maxLength: 14 }), (deeds) => {
      let text = imported;
      const accepted = new Set<number>();
      const made: { start: number; end: number; insert: string }[][] = [];
      const layer = () =>
        [...accepted]
          .toSorted((a, b) => a - b)
          .map((at) => places[at])
          .filter((each) => each !== undefined)
          .map(({ start, end }) => repair(start, end, ''));
      for (const deed of deeds) {
        if (typeof deed === 'number') {
          const place = places[deed];
          if (place === undefined) continue;
          // Where the repair stands among those accepted, then among the corrections.
          const corrections = correctionsOf(imported, layer(), made);
          const before = layer().filter(({ end }) => end <= place.start);
          const shift = before.reduce((sum, { start, end }) => sum + end - start, 0);
          const length = accepted.has(deed) ? 0 : place.end - place.start;
          const at = placeInCorrected(corrections, { start: place.start - shift, end: place.start - shift + length });
          if (at === null) continue;
          const insert = accepted.has(deed) ? imported.slice(place.start, place.end) : '';
          expect(text.slice(at.start, at.end)).toBe(accepted.has(deed) ? '' : imported.slice(place.start, place.end));
          made.push([{ ...at, insert }]);
          text = text.slice(0, at.start) + insert + text.slice(at.end);
          if (!accepted.delete(deed)) accepted.add(deed);
        } else {
          const start = deed.at % (text.length + 1);
          const changes = netChanges(
            [{ start, end: Math.min(text.length, start + deed.remove), insert: deed.insert }],
            text,
          );
          made.push(changes);
          text = applyChanges(text, changes);
        }
        const corrections = correctionsOf(imported, layer(), made);
        expect(applyChanges(applyChanges(imported, layer()), corrections)).toBe(text);
      }
    }),
    { numRuns: 400 },
  );
});
