// Called by Maven before each compile. Installs when the lock file has changed and builds when anything has: an unchanged front end costs
// one pass over its sources.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const home = import.meta.dirname;
const target = resolve(home, '../../../target');
const manifest = join(target, 'frontend/static/assets/manifest.json');
const builtFrom = join(target, 'frontend.hash');
const installedFrom = join(home, 'node_modules/.stile-lock.hash');

const lock = hash([join(home, 'package-lock.json'), join(home, '.npmrc')]);
const sources = hash(files(home));

if (existsSync(manifest) && read(builtFrom) === sources) {
  console.log('Front end unchanged, not built again.');
} else {
  rmSync(builtFrom, { force: true });
  if (read(installedFrom) !== lock) {
    npm('ci', '--no-audit', '--no-fund', '--prefer-offline');
    write(installedFrom, lock);
  }
  npm('run', 'build');
  write(builtFrom, sources);
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.name !== 'node_modules')
    .flatMap(entry => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort();
}

function hash(paths) {
  const sum = createHash('sha256').update(process.version.split('.')[0]);
  for (const path of paths) {
    const content = readFileSync(path);
    sum.update(`\n${relative(home, path).split(sep).join('/')} ${content.length}\n`).update(content);
  }
  return sum.digest('hex');
}

function npm(...task) {
  // On Windows npm is a command file, which only a shell can start.
  execFileSync('npm', task, { cwd: home, stdio: 'inherit', shell: process.platform === 'win32' });
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
