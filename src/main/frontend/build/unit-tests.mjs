// Runs the tests of what the front end computes: *.test.ts, bundled for Node.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build } from 'vite';

const home = resolve(import.meta.dirname, '..');
const outDir = resolve(home, '../../../target/frontend-tests');
const tests = files(join(home, 'islands')).filter(path => path.endsWith('.test.ts'));

await build({
  root: home,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: {
      input: Object.fromEntries(tests.map(path => [relative(home, path).replace(/[\\/]/g, '-').replace(/\.ts$/, ''), path])),
      output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[hash].mjs' },
    },
  },
});
const built = readdirSync(outDir).filter(name => name.endsWith('.test.mjs')).map(name => join(outDir, name));
execFileSync(process.execPath, ['--test', '--test-reporter=dot', ...built], { stdio: 'inherit' });

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap(entry => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
}
