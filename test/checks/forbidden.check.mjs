/** Things that must not stand in src/: each with its reason. Comments are not looked at. */
import { test } from 'node:test';
import ts from 'typescript';
import { filesIn, none, read } from '../support/project.mjs';

const FORBIDDEN = [
  [/\d\s*rem\b/, 'rem: a page with html { font-size: 62.5% } would shrink us; use em'],
  [/\b(?:inner|outer)HTML\b\s*=(?!=)|insertAdjacentHTML|document\.write/, 'markup from a string'],
  [/\bunsafe(?:HTML|SVG|MathML|Static)\b/, 'unchecked markup'],
  [/\bstyleMap\b/, 'styleMap: a strict style-src blocks it on first render'],
  [/\sstyle\s*=\s*["']?\$\{/, 'a bound style: a strict style-src blocks it; use CSSOM'],
  [/<style\b/i, 'a <style> element: a strict style-src blocks it; use css``'],
  [/\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b|\bcaches\./, 'storage: nothing is stored'],
  [/document\s*\.\s*cookie|\bcookieStore\b/, 'a cookie: nothing is stored'],
  [/(?:^|[^.\w])(?:window\.|globalThis\.)?history\s*\./, 'the browser history'],
  [
    /XMLHttpRequest|sendBeacon|EventSource|WebSocket/,
    'a request: what a page asks for is fetched, nothing is sent',
  ],
  [
    /\bhtml`\s+[<$]/,
    "a blank at the start of a template, which the minifier takes away: write [' ', html`…`]",
  ],
  [/\b(?:bubbles|composed)\s*:\s*true/, 'an event that others on the page hear'],
];

/** What one file may do, because a page owner asks for it: `sync-url` writes filters of meetings to the address. */
const ALLOWED = new Map([['src/meetings/sync-url.ts', 'the browser history']]);

/** The text with comments turned into blanks, lines kept. */
export function withoutComments(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const ranges = [];
  const visit = (node) => {
    for (const range of [
      ...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
    ]) {
      ranges.push(range);
    }
    // Inside a template nothing is a comment.
    if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) return;
    ts.forEachChild(node, visit);
  };
  visit(source);
  const chars = [...text.split('')];
  for (const { pos, end } of ranges) {
    if (inTemplate(source, pos)) continue;
    for (let i = pos; i < end; i++) if (chars[i] !== '\n') chars[i] = ' ';
  }
  return chars.join('');
}

function inTemplate(source, position) {
  let inside = false;
  const visit = (node) => {
    if (position < node.getStart(source) || position >= node.getEnd()) return;
    if (
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    ) {
      inside = true;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return inside;
}

test('src/ holds nothing that a good guest does not do', () => {
  const findings = [];
  for (const file of filesIn('src', '.ts')) {
    const lines = withoutComments(file, read(file)).split('\n');
    lines.forEach((line, index) => {
      for (const [pattern, reason] of FORBIDDEN) {
        if (pattern.test(line) && ALLOWED.get(file) !== reason)
          findings.push(`${file}:${index + 1} ${reason}: ${line.trim().slice(0, 100)}`);
      }
    });
  }
  none(findings, 'Not allowed in src/:');
});

/** Events that every HTML element has a property for (HTML, GlobalEventHandlers). */
const WITH_PROPERTY = [
  'blur',
  'change',
  'click',
  'focus',
  'input',
  'keydown',
  'keypress',
  'submit',
  'toggle',
];

test('templates listen by properties: scripts/lib/lit-as-guest.mjs makes `onclick` of `@click`', () => {
  const findings = [];
  let found = 0;
  for (const file of filesIn('src', '.ts'))
    for (const [, name] of withoutComments(file, read(file)).matchAll(/\s@([\w-]+)=\$\{/g)) {
      found++;
      if (!WITH_PROPERTY.includes(name))
        findings.push(`${file}: @${name}; add it here if \`on${name}\` is a property of every HTML element`);
    }
  none(findings, 'Not heard in the built module:');
  none(found > 50 ? [] : [`${found} found`], 'The pattern finds what stands in templates:');
});
