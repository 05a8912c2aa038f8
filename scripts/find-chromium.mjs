// The browser that the tests drive. Never downloaded from anywhere but the system's own packages.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** `CHROMIUM_PATH`, else an installed one; on Debian as root it is installed. Stops the run where there is none. */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return existsSync(chosen) ? chosen : stop(`CHROMIUM_PATH is ${chosen}: there is no such file.`);
  return (
    findInstalled() ?? install() ?? stop('The tests drive Chromium. Install it, or set CHROMIUM_PATH to it.')
  );
}

function findInstalled() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, ...PLACES].find(existsSync);
}

function install() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  console.log('Installing Chromium …');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const parameters of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status, stdout, stderr } = spawnSync('apt-get', parameters, {
      env: environment,
      encoding: 'utf8',
    });
    if (status !== 0) console.error(`${stdout}${stderr}`);
  }
  return findInstalled();
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
