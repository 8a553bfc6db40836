/** What a visitor must have where an element does not run: links and numbers that can be seen, reached and followed. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../scripts/serve.mjs';
import { distFolder } from './pages.mjs';

/** A page as a phone gets it, with a script or none in its head. */
export const pageOf = (body, script = '') => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Support groups – Riverside Clinic</title>
    ${script}
  </head>
  <body>
    <main>${body}</main>
  </body>
</html>
`;

/** Serves pages, `{ name: html }`, with the built module beside them. */
export async function servePages(pages) {
  const folder = mkdtempSync(join(tmpdir(), 'sge-pages-'));
  for (const [name, html] of Object.entries(pages)) writeFileSync(join(folder, name), html);
  const server = await serve({
    roots: [
      { at: '/', dir: folder },
      { at: '/dist/', dir: distFolder, only: /^\/support-group-elements[\w.-]*\.js$/ },
    ],
  });
  return {
    ...server,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * All links below a node can be seen, hit and focused; at least one leads to a page and one calls; nothing scrolls
 * sideways.
 */
export async function assertUsable(page, selector) {
  const found = await page.evaluate((which) => {
    const links = [...document.querySelector(which).querySelectorAll('a[href]')];
    const isThere = (link) => {
      link.scrollIntoView({ block: 'center' });
      const [box] = link.getClientRects();
      if (!box || !link.checkVisibility()) return false;
      const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      link.focus();
      return link.contains(hit) && document.activeElement === link;
    };
    const { scrollWidth, clientWidth } = document.documentElement;
    return {
      notThere: links.filter((link) => !isThere(link)).map(({ textContent }) => textContent),
      pages: links.some(({ protocol }) => protocol === 'https:'),
      calls: links.some(({ protocol }) => protocol === 'tel:'),
      sideways: scrollWidth - clientWidth,
    };
  }, selector);
  assert.deepEqual(found, { notThere: [], pages: true, calls: true, sideways: 0 }, selector);
}
