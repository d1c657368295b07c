import { rememberedFailure } from './remembered-failure.mjs';
import { run } from './run.mjs';
import { findProgram } from './search-path.mjs';

const APT_MILLISECONDS = 10 * 60_000;

/** Whether packages of the system can be installed without asking: Debian or a kin, as root. */
export function mayInstallPackages() {
  return process.platform === 'linux' && process.getuid?.() === 0 && findProgram(process.env, ['apt-get']) !== null;
}

/**
 * @param {string[]} packages
 * @returns {Promise<boolean>}
 */
export async function installPackages(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, milliseconds: APT_MILLISECONDS };
  await run('apt-get', ['update', '-qq'], options);
  const outcome = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
  return outcome.status === 0;
}

/**
 * Without a Han face every character of an article is an empty box.
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function ensureHanFont(root, say) {
  if (process.platform !== 'linux' || !findProgram(process.env, ['fc-list'])) return;
  const fonts = await run('fc-list', [':lang=zh', 'family'], { milliseconds: 20_000 });
  if (fonts.status !== 0 || fonts.output.trim() !== '') return;
  const failure = rememberedFailure(root, 'han-font');
  if (mayInstallPackages() && !failure.find()) {
    say('Installing a Han typeface (fonts-noto-cjk) …');
    if (await installPackages(['fonts-noto-cjk'])) return;
    failure.keep('fonts-noto-cjk could not be installed');
  }
  say('No Han typeface is installed, Chinese will show as boxes: install Noto Serif CJK (on Debian: fonts-noto-cjk).');
}

/**
 * Opens the documents that tests make; those tests are left out where it cannot be had.
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function ensureOffice(root, say) {
  if (findProgram(process.env, ['soffice', 'libreoffice'])) return;
  const failure = rememberedFailure(root, 'office');
  if (mayInstallPackages() && !failure.find()) {
    say('Installing LibreOffice Writer, with which tests open the documents they make …');
    if (await installPackages(['libreoffice-writer-nogui'])) return;
    failure.keep('libreoffice-writer-nogui could not be installed');
  }
  say('Left out, Word documents opened in LibreOffice: it is not installed (on Debian: libreoffice-writer-nogui).');
}
