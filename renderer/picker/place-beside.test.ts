import { describe, expect, test } from 'vitest';
import { placeBeside } from './place-beside.ts';

const window = { width: 1280, height: 800 };

describe('placing the picker', () => {
  test('under the passage where it fits', () => {
    const place = placeBeside({ left: 400, top: 100, right: 700, bottom: 130 }, 440, 480, window);
    expect(place).toEqual({ left: 400, top: 138, bottom: null, maxHeight: 654 });
  });

  test('above it near the bottom of the window', () => {
    const place = placeBeside({ left: 400, top: 700, right: 700, bottom: 730 }, 440, 480, window);
    expect(place.top).toBeNull();
    expect(place.bottom).toBe(108);
    expect(place.maxHeight).toBe(684);
  });

  test('never beyond the right edge', () => {
    expect(placeBeside({ left: 1200, top: 100, right: 1270, bottom: 130 }, 440, 480, window).left).toBe(832);
  });

  test('a passage taller than the window leaves the whole window', () => {
    const place = placeBeside({ left: 400, top: -200, right: 700, bottom: 1200 }, 440, 480, window);
    expect(place).toEqual({ left: 400, top: null, bottom: 8, maxHeight: 784 });
  });

  test('a passage scrolled out of the window keeps the panel in it', () => {
    const place = placeBeside({ left: 400, top: -900, right: 700, bottom: -800 }, 440, 480, window);
    expect(place.top).toBe(16);
  });
});
