import { describe, expect, it } from 'vitest';
import { turnBack, turnGray } from './turn';

describe('turnGray and turnBack', () => {
  const image = { width: 3, height: 2, data: Uint8Array.from([1, 2, 3, 4, 5, 6]) };

  it.each([
    [90, [4, 1, 5, 2, 6, 3]],
    [180, [6, 5, 4, 3, 2, 1]],
    [270, [3, 6, 2, 5, 1, 4]],
  ] as const)('turns by %i degrees clockwise, and finds places again', (turn, expected) => {
    const turned = turnGray(image, turn);
    expect([...turned.data]).toEqual(expected);
    for (let y = 0; y < turned.height; y++) {
      for (let x = 0; x < turned.width; x++) {
        const back = turnBack({ x, y, width: 1, height: 1 }, turn, image);
        expect(image.data[back.y * image.width + back.x]).toBe(turned.data[y * turned.width + x]);
      }
    }
  });
});
