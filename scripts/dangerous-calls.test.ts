import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const SOURCES = path.resolve(import.meta.dirname, '../src');
const TEST_FILE = /(?:^|\/)test-[\w-]+\.tsx?$|\.test\.tsx?$/;

/** What must not stand in any source that is shipped; SECURITY.md names this test. */
const DANGEROUS: Readonly<Record<string, RegExp>> = {
  'text that becomes code': /\beval\(|\bFunction\(|\bimportScripts\(/,
  'text that becomes markup':
    /\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write|\bsrcdoc\b|\bdangerouslySetInnerHTML\b/i,
  cookies: /\bdocument\.cookie\b|\bcookieStore\b/,
  'messages of other windows': /\bwindow\.addEventListener\(\s*'message'|\bwindow\.onmessage\b/,
  'numbers that can be guessed': /\bMath\.random\b/,
  'weak hashes and ciphers': /\bSHA-?1\b|\bMD5\b|\bAES-(?:CBC|CTR|ECB)\b|\bRSA/i,
  'code of the tests': /\bfrom '[^']*\/test-[\w-]+'|\bfrom '[^']*\.test'/,
};

function dangersIn(text: string): string[] {
  return Object.keys(DANGEROUS).filter((danger) => DANGEROUS[danger]!.test(text));
}

it('no source that is shipped does what must not be done', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
  const shipped = files.filter((file) => /\.tsx?$/.test(file) && !TEST_FILE.test(file));
  expect(shipped.length).toBeGreaterThan(400);
  const found = shipped.flatMap((file) =>
    dangersIn(readFileSync(path.join(SOURCES, file), 'utf8')).map((danger) => `${file}: ${danger}`),
  );
  expect(found).toEqual([]);
});

it.each([
  ['text that becomes code', "const sum = new Function('a', 'b', code);"],
  ['text that becomes markup', 'return <p dangerouslySetInnerHTML={{ __html: name }} />;'],
  ['cookies', "document.cookie = 'a=1';"],
  ['messages of other windows', "window.addEventListener('message', hear);"],
  ['numbers that can be guessed', 'const id = Math.random();'],
  ['weak hashes and ciphers', "await crypto.subtle.digest('SHA-1', bytes);"],
  ['code of the tests', "import { testDigit } from '../numbers/test-recognition';"],
])('finds %s', (danger, text) => {
  expect(dangersIn(text)).toEqual([danger]);
});
