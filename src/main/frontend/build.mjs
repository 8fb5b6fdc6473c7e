// Called by Maven before each compile. Installs when the lock file has changed, lints the models when they or the rules have, and builds
// when anything of the front end has: when nothing has, it costs one pass over the sources.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const home = import.meta.dirname;
const target = resolve(home, '../../../target');
const manifest = join(target, 'frontend/static/assets/manifest.json');
const builtFrom = join(target, 'frontend.hash');
const lintedFrom = join(target, 'models.hash');
const installedFrom = join(home, 'node_modules/.stile-lock.hash');

const lock = hash([join(home, 'package-lock.json'), join(home, '.npmrc')]);
const sources = hash(files(home));
const models = hash([...files(join(home, 'lint-plugin')), ...files(resolve(home, '../../../bpmn')), join(home, '.bpmnlintrc'),
  join(home, 'package-lock.json')]);

if (!existsSync(manifest) || read(builtFrom) !== sources) {
  rmSync(builtFrom, { force: true });
  install();
  npm('run', 'build');
  write(builtFrom, sources);
  write(lintedFrom, models);
} else if (read(lintedFrom) !== models) {
  install();
  npm('run', 'lint');
  write(lintedFrom, models);
} else {
  console.log('Front end unchanged, not built again.');
}

function install() {
  if (read(installedFrom) !== lock) {
    npm('ci', '--no-audit', '--no-fund', '--prefer-offline');
    write(installedFrom, lock);
  }
}

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.name !== 'node_modules' && entry.name !== 'packed-config.js')
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
