const original = '!root.head && root.adoptedStyleSheets';
const replacement = 'root.adoptedStyleSheets';

/**
 * CodeMirror, which form-js and dmn-js write expressions with, adds a style element to the document; our policy forbids that. The same styles as
 * adopted style sheets are allowed. Fails when style-mod changes the line, so that nobody loses this unnoticed.
 */
export function cspStyles() {
  return {
    name: 'csp-styles',
    apply: 'build',
    transform(code, id) {
      if (!/style-mod[\\/]src[\\/]style-mod\.js/.test(id)) {
        return null;
      }
      if (!code.includes(original)) {
        this.error(`style-mod no longer has "${original}": adapt build/csp-styles.mjs`);
      }
      return { code: code.replace(original, replacement), map: null };
    },
  };
}
