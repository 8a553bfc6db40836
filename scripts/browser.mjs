/**
 * The browser that every script and every test uses, in this order:
 * 1. CHROME_PATH, when it is set (the value `npm` asks for the browser of step 3);
 * 2. an installed Chrome, Chromium or Edge on Linux, macOS or Windows;
 * 3. the Chromium inside the npm package @sparticuz/chromium (Linux on x64), unpacked to node_modules/.cache.
 * When none of them runs, the error says what to install.
 *
 * `node scripts/browser.mjs` prints which one it is (and unpacks it when that is needed).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Flags that keep the browser from calling out, so that a request log holds our requests only. */
export const QUIET_FLAGS = [
  '--no-sandbox', // Chromium does not start as root without it
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
];

/** Where an installed browser usually is. */
export function usualPaths(platform = process.platform, env = process.env, home = homedir()) {
  if (platform === 'darwin') {
    const apps = [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
    return ['/Applications', `${home}/Applications`].flatMap((dir) => apps.map((app) => `${dir}/${app}`));
  }
  if (platform === 'win32') {
    const bases = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(Boolean);
    const apps = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return apps.flatMap((app) => bases.map((base) => `${base}\\${app}`));
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  return [
    ...['/usr/bin', '/usr/local/bin'].flatMap((dir) => names.map((name) => `${dir}/${name}`)),
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    '/snap/bin/chromium',
  ];
}

/** What to do when no browser runs. */
export function howToInstall(reason, platform = process.platform) {
  const per = {
    linux: `  Debian, Ubuntu:  sudo apt-get install -y --no-install-recommends chromium
  Fedora:          sudo dnf install chromium
  Arch:            sudo pacman -S chromium
  Alpine:          sudo apk add chromium
  (On Linux with an x64 processor the browser from npm should have run: npm ci puts it in place.)`,
    darwin: `  macOS:           brew install --cask google-chrome   (or chromium, or microsoft-edge)`,
    win32: `  Windows:         winget install Google.Chrome   (or use the Edge that comes with Windows)`,
  };
  return [
    'No browser to test with was found, or none starts.',
    ...reason.map((line) => `- ${line}`),
    'Install Google Chrome, Chromium or Microsoft Edge:',
    per[platform] ?? per.linux,
    'or set CHROME_PATH to the program file of one of them.',
  ].join('\n');
}

function starts(executablePath, env) {
  try {
    execFileSync(executablePath, ['--version'], {
      stdio: 'ignore',
      env: { ...process.env, ...env },
      timeout: 30_000,
    });
    return true;
  } catch {
    return false;
  }
}

/** Unpacks files of the npm package into `folder`. The package writes to the temporary folder, whatever lies there. */
async function unpack(folder, work) {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await work(await import('@sparticuz/chromium'));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

async function npmChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `the browser from npm is for Linux on x64, this is ${process.platform} on ${process.arch}`,
    );
  }
  const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');
  const { version } = JSON.parse(readFileSync(join(bin, '..', 'package.json'), 'utf8'));
  const cache = join(root, 'node_modules/.cache/chromium');
  const folder = join(cache, version);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    // Unpack beside and rename, so that two processes at once, or one that is stopped, leave nothing half done.
    const temporary = mkdtempSync(join(cache, 'unpacking-'));
    try {
      await unpack(temporary, async ({ default: chromium, inflate }) => {
        await chromium.executablePath();
        await inflate(join(bin, 'al2023.tar.br'));
      });
      const fonts = join(folder, 'fonts');
      writeFileSync(
        join(temporary, 'fonts', 'fonts.conf'),
        `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${fonts}</dir><cachedir>${fonts}-cache</cachedir></fontconfig>\n`,
      );
      renameSync(temporary, folder);
    } catch (error) {
      if (!existsSync(join(folder, 'chromium'))) throw error; // else: another process was first
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  }
  const executablePath = join(folder, 'chromium');
  const env = {};
  if (!existsSync('/etc/fonts/fonts.conf') || !existsSync('/usr/share/fonts'))
    env.FONTCONFIG_PATH = join(folder, 'fonts');
  if (!starts(executablePath, env)) {
    // A bare Linux has no libnss3, libnspr4, libexpat1: the package carries them.
    env.LD_LIBRARY_PATH = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH]
      .filter(Boolean)
      .join(':');
    if (!starts(executablePath, env)) throw new Error(`${executablePath} does not start`);
  }
  return {
    name: `Chromium from npm (@sparticuz/chromium ${version})`,
    executablePath,
    args: [...QUIET_FLAGS, '--no-zygote'],
    headless: 'shell', // it is the headless shell
    env: { ...process.env, ...env },
  };
}

let found;

/** Launch options for puppeteer-core, with the name of the browser. */
export function findBrowser() {
  return (found ??= search());
}

async function search() {
  const wanted = process.env.CHROME_PATH;
  if (wanted && wanted !== 'npm') {
    if (!existsSync(wanted)) throw new Error(`CHROME_PATH is ${wanted}, but there is no such file.`);
    return { name: wanted, executablePath: wanted, args: QUIET_FLAGS, headless: true };
  }
  const installed = wanted === 'npm' ? undefined : usualPaths().find((path) => existsSync(path));
  if (installed) return { name: installed, executablePath: installed, args: QUIET_FLAGS, headless: true };
  try {
    return await npmChromium();
  } catch (error) {
    throw new Error(howToInstall([`nothing at ${usualPaths().length} usual places`, error.message]), {
      cause: error,
    });
  }
}

/** Starts the browser; `options` are puppeteer's, `args` are added to ours. */
export async function launch({ args = [], ...options } = {}) {
  const { default: puppeteer } = await import('puppeteer-core');
  const { name, ...ours } = await findBrowser();
  try {
    return await puppeteer.launch({ ...ours, ...options, args: [...ours.args, ...args] });
  } catch (error) {
    throw new Error(howToInstall([`${name}: ${error.message}`]), { cause: error });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const { name, executablePath } = await findBrowser();
    console.log(`${name}\n${executablePath}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
