// Finds a Chromium-like browser, an installed one before a fetched one, and starts it under Playwright.
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { fetched } from './fetched.mjs';
import { quietly } from './npm.mjs';
import { NODE } from './paths.mjs';

const CHROMIUM = '@sparticuz/chromium@153.0.0';
const FONTS = 'dejavu-fonts-ttf@2.37.3';

const IN_PATH = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
const IN_APPLICATIONS = ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((it) => `${it}.app/Contents/MacOS/${it}`);
const IN_PROGRAM_FILES = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/** Nothing here is worth a GPU, and nothing but the page under test is worth a connection. */
const ARGS = ['--disable-gpu', '--disable-quic', '--disable-sync', '--no-first-run', '--disable-component-update'];

/**
 * Starts a browser. The caller closes it; it also ends with this process.
 * @param {{ headless?: boolean }} [options]
 * @returns {Promise<import('playwright-core').Browser>} rejects, saying what to install, when there's no browser
 */
export async function launchChromium({ headless = true } = {}) {
  const refused = [];
  for (const executablePath of installedBrowsers()) {
    try {
      return await launch({ executablePath, headless });
    } catch (error) {
      refused.push(`${executablePath} doesn't start: ${error.message}`);
    }
  }
  if (process.env.CHROME_PATH || !headless || process.platform !== 'linux' || process.arch !== 'x64') {
    const remedy = 'Install Chrome, Edge or Chromium, or set CHROME_PATH to its executable.';
    throw new Error(['No browser to show the page in.', remedy, ...refused].join('\n'));
  }
  return launch({ headless, ...(await fetchedBrowser()) });
}

/** Signals are the caller's to handle: Playwright would otherwise end the process before other clean-up is done. */
function launch(options) {
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ ...options, ...signals, args: ARGS });
}

/** Executables that exist: CHROME_PATH alone when it is set, else the platform's usual places. */
function installedBrowsers() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH names ${chosen}, which does not exist.`);
    return [chosen];
  }
  return candidates().filter((path) => existsSync(path));
}

function candidates() {
  const within = (folders, names) => folders.flatMap((folder) => names.map((name) => join(folder, name)));
  switch (process.platform) {
    case 'darwin':
      return within(['/Applications', join(homedir(), 'Applications')], IN_APPLICATIONS);
    case 'win32': {
      const { PROGRAMFILES, LOCALAPPDATA, 'PROGRAMFILES(X86)': PROGRAMFILES_X86 } = process.env;
      return within(
        [PROGRAMFILES, PROGRAMFILES_X86, LOCALAPPDATA].filter((it) => it !== undefined),
        IN_PROGRAM_FILES,
      );
    }
    default:
      return within((process.env.PATH ?? '').split(delimiter).filter(Boolean), IN_PATH);
  }
}

/** Chromium for a Linux machine that has none, with the system libraries and fonts that a bare machine lacks. */
async function fetchedBrowser() {
  const folder = await fetched({
    name: CHROMIUM.replace('@sparticuz/', '').replace('@', '-'),
    title: 'a headless Chromium (80 MB)',
    packages: [CHROMIUM, FONTS],
    finish: unpack,
  });
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts/fonts.conf') },
  };
}

/**
 * The package unpacks into the temporary folder, so that one is named to be ours; and it adds its system libraries
 * only where it believes to run on a bare machine of the kind it was made for, so it is told that it does.
 */
async function unpack(folder) {
  await quietly(NODE, ['-e', "import('@sparticuz/chromium').then((it) => it.default.executablePath())"], {
    cwd: folder,
    doing: 'Unpacking Chromium',
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
  });
  if (!existsSync(join(folder, 'chromium'))) throw new Error(`${CHROMIUM} unpacked no executable into ${folder}.`);

  const from = join(folder, 'node_modules/dejavu-fonts-ttf/ttf');
  const fonts = join(folder, 'fonts');
  await mkdir(fonts, { recursive: true });
  for (const file of await readdir(from)) await copyFile(join(from, file), join(fonts, file));
  await writeFile(join(fonts, 'fonts.conf'), FONTS_CONF);
}

/** The machine's fonts and the fetched ones; `prefix="relative"` counts from this file. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family><family>DejaVu Sans</family></prefer></alias>
</fontconfig>
`;
