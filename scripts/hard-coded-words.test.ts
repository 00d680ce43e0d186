import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const APP = path.resolve(import.meta.dirname, '../src/app');
/** Attributes that people read or hear. */
const SPOKEN = new Set(['alt', 'aria-description', 'aria-label', 'aria-roledescription', 'placeholder', 'title']);
/** What is the same in every language: the letters on keys. */
const SAME_EVERYWHERE = new Set(['V']);

/** Operators whose sides may be shown; comparisons are not. */
const JOINS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** Words that stand in a component instead of in a catalog, e.g. 'page.tsx: Save'. */
function hardCodedWords(file: string, text: string): readonly string[] {
  const found: string[] = [];
  const note = (words: string): void => {
    if (/\p{L}/u.test(words) && !SAME_EVERYWHERE.has(words.trim())) found.push(`${file}: ${words.trim()}`);
  };
  const noteStrings = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) note(node.text);
    if (ts.isTemplateExpression(node)) {
      for (const part of [node.head, ...node.templateSpans.map(({ literal }) => literal)]) note(part.text);
    }
    if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(noteStrings);
    if (ts.isBinaryExpression(node) && JOINS.has(node.operatorToken.kind)) [node.left, node.right].forEach(noteStrings);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node.text);
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) noteStrings(node.expression);
    if (ts.isJsxAttribute(node) && node.initializer && SPOKEN.has(node.name.getText())) {
      const { initializer } = node;
      noteStrings(ts.isJsxExpression(initializer) && initializer.expression ? initializer.expression : initializer);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

it('components hold no words of their own', () => {
  const files = readdirSync(APP, { recursive: true, encoding: 'utf8' });
  const components = files.filter((file) => file.endsWith('.tsx') && !/\btest\b/.test(file));
  expect(components.length).toBeGreaterThan(50);
  const found = components.flatMap((file) => hardCodedWords(file, readFileSync(path.join(APP, file), 'utf8')));
  expect(found).toEqual([]);
});

it.each([
  ['between tags', '<p>Save</p>'],
  ['in braces', '<p>{isDone ? "Saved" : ""}</p>'],
  ['in a template', '<p>{`pictures: $' + '{count}`}</p>'],
  ['in a label', '<button aria-label="Save" />'],
  ['in a title', '<img alt={isLarge ? "Large" : small} />'],
])('words are found %s', (_where, text) => {
  expect(hardCodedWords('page.tsx', text)).toHaveLength(1);
});
