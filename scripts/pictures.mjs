/**
 * `npm run pictures`: every page of demo/ at 360, 768 and 1280 px, on a light and a dark page, whole length, into
 * pictures/. Somebody has to look at them. Needs a build. Arguments: names of pages, to take only these.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { launch } from './browser.mjs';
import { inRoot } from './lib/run.mjs';
import { serve } from './serve.mjs';

const WIDTHS = [360, 768, 1280];
const SCHEMES = ['light', 'dark'];

const wanted = process.argv.slice(2);
const pages = readdirSync(inRoot('demo')).filter(
  (name) => name.endsWith('.html') && (wanted.length === 0 || wanted.some((part) => name.includes(part))),
);
const folder = inRoot('pictures');
if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const server = await serve();
const browser = await launch();
let failed = 0;
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => {
    failed++;
    console.error(`${page.url()}: ${error.message}`);
  });
  for (const name of pages) {
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) {
        await page.setViewport({ width, height: 800 });
        await page.emulateMediaFeatures([
          { name: 'prefers-color-scheme', value: scheme },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ]);
        await page.goto(server.url + name, { waitUntil: 'networkidle0' });
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        await new Promise((ok) => setTimeout(ok, 1200)); // all slices of the finder
        const path = join(folder, `${name.replace('.html', '')}-${width}-${scheme}.png`);
        await page.screenshot({ path, fullPage: true });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        console.log(
          `pictures/${path.slice(folder.length + 1)}${overflow > 0 ? `  WIDER than the window by ${overflow} px` : ''}`,
        );
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}
process.exitCode = failed ? 1 : 0;
