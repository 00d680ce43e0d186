import { describe, expect, it } from 'vitest';
import { commandOf } from './fix-keys';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('commandOf', () => {
  it.each([
    ['7', { kind: 'replace', code: '7' }],
    ['.', { kind: 'replace', code: '.' }],
    ['+', { kind: 'replace', code: '+' }],
    ['x', { kind: 'replace', code: '×' }],
    ['Enter', { kind: 'accept' }],
    ['Delete', { kind: 'remove' }],
    ['Backspace', { kind: 'remove' }],
    ['Insert', { kind: 'add' }],
    ['S', { kind: 'split' }],
    ['m', { kind: 'merge' }],
    ['a', { kind: 'other-reading' }],
    ['n', { kind: 'next-check' }],
    ['P', { kind: 'previous-check' }],
    ['Escape', { kind: 'leave' }],
    ['PageDown', { kind: 'next-picture' }],
    ['q', null],
    ['ArrowLeft', null],
    ['Tab', null],
    ['?', null],
    ['F1', null],
  ])('%s', (key, command) => {
    expect(commandOf(press(key), false)).toEqual(command);
  });

  it.each([
    ['a', { kind: 'replace', code: 'A' }],
    ['X', { kind: 'replace', code: 'X' }],
    ['7', { kind: 'replace', code: '7' }],
    ['Enter', { kind: 'accept' }],
    ['Delete', { kind: 'remove' }],
    ['é', null],
  ])('%s, where codes with letters are typed', (key, command) => {
    expect(commandOf(press(key), true)).toEqual(command);
  });

  it('leaves keys to the browser that are held with others', () => {
    expect(commandOf(press('1', { ctrlKey: true }), false)).toBeNull();
    expect(commandOf(press('s', { metaKey: true }), false)).toBeNull();
    expect(commandOf(press('Delete', { altKey: true }), false)).toBeNull();
    expect(commandOf(press('c', { ctrlKey: true }), false)).toEqual({ kind: 'copy' });
  });
});
