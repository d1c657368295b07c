import { describe, expect, it } from 'vitest';
import { decodePair, encodeCharacter, isUserDefined } from './gbk-table.ts';

describe('the GBK table', () => {
  it.each([
    ['。', 0xa1a3],
    ['！', 0xa3a1],
    ['啊', 0xb0a1],
    ['臨', 0xc552],
    ['丂', 0x8140],
    ['à', 0xa8a4],
  ])('%s both ways', (character, bytes) => {
    expect(encodeCharacter(character)).toBe(bytes);
    expect(decodePair(bytes >> 8, bytes & 0xff)).toBe(character);
  });

  it('gives every character back that it has', () => {
    let characters = 0;
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const character = decodePair(lead, trail);
        if (character === '') continue;
        characters += 1;
        expect(encodeCharacter(character)).toBe(lead * 256 + trail);
      }
    }
    expect(characters).toBeGreaterThan(21_700);
  });

  it('has nothing for the user-defined areas, nor for what is no pair', () => {
    for (const [lead, trail] of [
      [0xaa, 0xa1],
      [0xaf, 0xfe],
      [0xf8, 0xa1],
      [0xfe, 0xfe],
      [0xa1, 0x40],
      [0xa7, 0xa0],
    ] as const) {
      expect(isUserDefined(lead, trail)).toBe(true);
      expect(decodePair(lead, trail)).toBe('');
    }
    expect(isUserDefined(0xa1, 0xa3)).toBe(false);
    expect(decodePair(0x80, 0xa1)).toBe('');
    expect(decodePair(0xb0, 0x7f)).toBe('');
  });

  it('knows ASCII, the euro sign, pairs left in the private use area, and what has no bytes', () => {
    expect(encodeCharacter('A')).toBe(0x41);
    expect(encodeCharacter('€')).toBe(0x80);
    expect(encodeCharacter('\ue000')).toBe(0xaaa1);
    expect(encodeCharacter('\ue234')).toBe(0xf8a1);
    expect(encodeCharacter('\ue4c6')).toBe(0xa140);
    expect(encodeCharacter('\ue765')).toBe(0xa7a0);
    expect(encodeCharacter('😀')).toBe(-1);
    expect(encodeCharacter('한')).toBe(-1);
  });
});
