import { describe, expect, test } from 'vitest';
import { errorReasons } from '../../contract/answer.ts';
import { catalogues } from './index.ts';

type Branch = { readonly [key: string]: string | Branch };

function leaves(branch: Branch, path = ''): [string, string][] {
  return Object.entries(branch).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[here, value] as [string, string]] : leaves(value, here);
  });
}

const variables = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map((found) => found[1] ?? '').toSorted((a, b) => (a < b ? -1 : 1));
const words = Object.entries(catalogues).map(([language, catalogue]) => ({
  language,
  leaves: new Map(leaves(catalogue as unknown as Branch)),
}));
const hant = words[0]?.leaves ?? new Map<string, string>();

describe('the words of the interface', () => {
  test.each(words)('$language has every key, no other but singulars, and no empty text', ({ leaves: own }) => {
    const beyond = [...own.keys()].filter((key) => !hant.has(key) && !hant.has(key.replace(/_one$/, '_other')));
    expect([...hant.keys()].filter((key) => !own.has(key))).toEqual([]);
    expect(beyond).toEqual([]);
    expect([...own].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test.each(words)('$language fills in the same details', ({ leaves: own }) => {
    for (const [key, text] of own) {
      const original = hant.get(key) ?? hant.get(key.replace(/_one$/, '_other')) ?? '';
      expect([key, variables(text)]).toEqual([key, variables(original)]);
    }
  });

  test.each(words)('$language has a sentence for every reason of a refusal', ({ leaves: own }) => {
    const missing = errorReasons.filter((reason) => !/[。.：:}]$/.test(own.get(`errors.${reason}`) ?? ''));
    expect(missing).toEqual([]);
  });

  test('the scripts are not mixed up', () => {
    const hans = [...(words[1]?.leaves ?? [])].filter(([key]) => !key.startsWith('settings.languages'));
    expect(hans.filter(([, text]) => /[個們來關儲標條開這還後匯檔讀]/.test(text))).toEqual([]);
    const traditional = [...hant].filter(([key]) => !key.startsWith('settings.languages'));
    expect(traditional.filter(([, text]) => /[个们来关储标条开这还后汇档读]/.test(text))).toEqual([]);
  });
});
