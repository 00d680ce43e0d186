import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const APP = path.resolve(import.meta.dirname, '../src/app');

/** Where components and hooks assign a ref while they render: React may render and throw the result away. */
function refsWrittenInRender(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node, renders: boolean): void => {
    if (renders && isRefAssignment(node)) found.push(`${file}: ${node.getText()}`);
    const rendersInside = ts.isFunctionLike(node) ? isRendering(node) : renders;
    ts.forEachChild(node, (child) => visit(child, rendersInside));
  };
  visit(source, false);
  return found;
}

function isRefAssignment(node: ts.Node): boolean {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(node.left) &&
    node.left.name.text === 'current'
  );
}

/** A component or a hook, by its name; whatever is declared in it runs later. */
function isRendering(node: ts.Node): boolean {
  const name = ts.isFunctionDeclaration(node) ? (node.name?.text ?? '') : '';
  return /^(use)?[A-Z]/.test(name);
}

describe('refs', () => {
  it('are found where a component writes them while it renders', () => {
    const text =
      'function Note() { const last = useRef(0); last.current = 1; useEffect(() => { last.current = 2; }); }';
    expect(refsWrittenInRender('note.tsx', text)).toEqual(['note.tsx: last.current = 1']);
  });

  it('are written by no component and no hook while it renders', () => {
    const files = readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
    const found = files.flatMap((file) => refsWrittenInRender(file, readFileSync(path.join(APP, file), 'utf8')));
    expect(found).toEqual([]);
  });
});
