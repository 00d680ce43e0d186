import { describe, expect, it } from 'vitest';
import { exportName, numberedName, plainName } from './export-names';

const AT = new Date(2026, 10, 2, 9, 5).getTime();

describe('exportName', () => {
  it('says what and when', () => {
    expect(exportName('numbers', ['a.jpg', 'b.jpg'], AT, 'csv')).toBe('numbers-of-2-pictures-2026-11-02-0905.csv');
    expect(exportName('numbers', ['a.jpg', 'b.jpg'], AT, 'xlsx', 'Class 4b: marks')).toBe(
      'numbers-Class 4b- marks-2026-11-02-0905.xlsx',
    );
    expect(exportName('marked', ['IMG 2041.jpeg'], AT, 'png')).toBe('marked-IMG 2041-2026-11-02-0905.png');
  });
});

describe('plainName', () => {
  it.each([
    ['a/b\\c:d.png', 'a-b-c-d'],
    ['..hidden.png', 'hidden'],
    ['.png', 'picture'],
    ['no extension', 'no extension'],
    ['v1.2 final.webp', 'v1.2 final'],
    [`${'x'.repeat(200)}.png`, 'x'.repeat(80)],
  ])('%s becomes %s', (name, plain) => {
    expect(plainName(name)).toBe(plain);
  });
});

it('numberedName keeps equal names apart and in order', () => {
  expect(numberedName('a.jpg', 0, 40, 'jpg')).toBe('01-a.jpg');
  expect(numberedName('a.jpg', 11, 40, 'png')).toBe('12-a.png');
});
