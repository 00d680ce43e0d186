import { describe, expect, it } from 'vitest';
import { passphraseStrength } from './passphrase-strength';

describe('the strength of a passphrase', () => {
  it.each([
    ['', 'none'],
    ['a', 'weak'],
    ['password', 'weak'],
    ['Passwort1', 'weak'],
    ['qwertz1234', 'weak'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['12345678', 'weak'],
    ['secret secret secret secret', 'weak'],
    ['Summer2024!', 'weak'],
    ['monday tuesday wednesday', 'fair'],
    ['correct horse battery staple', 'good'],
    ['xkqvbnwptz', 'good'],
    ['lantern gravel pumpkin orbit velvet', 'strong'],
    ['k7#Vq9!mZx2$pL', 'strong'],
  ])('“%s” is %s', (passphrase, strength) => {
    expect(passphraseStrength(passphrase)).toBe(strength);
  });
});
