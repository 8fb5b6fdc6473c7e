import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const icons = resolve(import.meta.dirname, '../node_modules/@tabler/icons/icons/outline');

/** The logo, and one SVG file with a symbol for each name in `listFile`: pages load 20 kB instead of one file an icon. */
export function drawings(listFile, logoFile) {
  return {
    name: 'drawings',
    apply: 'build',
    generateBundle() {
      const names = readFileSync(listFile, 'utf8').split(/\s+/).filter(Boolean);
      const source = `<svg xmlns="http://www.w3.org/2000/svg">${names.map(symbol).join('')}</svg>`;
      this.emitFile({ type: 'asset', name: 'icons.svg', originalFileName: 'icons.svg', source });
      this.emitFile({ type: 'asset', name: 'logo.svg', originalFileName: 'logo.svg', source: readFileSync(logoFile) });
    },
  };
}

function symbol(name) {
  const drawing = readFileSync(resolve(icons, `${name}.svg`), 'utf8')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace('</svg>', '')
    .replace(/\s+/g, ' ')
    .trim();
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75"`
    + ` stroke-linecap="round" stroke-linejoin="round">${drawing}</symbol>`;
}
