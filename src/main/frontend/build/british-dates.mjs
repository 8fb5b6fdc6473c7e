const original = "function getLocaleDateFormat(locale = 'default')";
const replacement = "function getLocaleDateFormat(locale = 'en-GB')";

/**
 * form-js formats dates as the browser's own language does, and offers no setting: two people would read 03/04 differently.
 * Day before month, everywhere. Fails when form-js changes the line, so that nobody loses this unnoticed.
 */
export function britishDates() {
  let replaced = false;
  return {
    name: 'british-dates',
    apply: 'build',
    transform(code, id) {
      if (!id.includes('form-js-viewer') || !code.includes('function getLocaleDateFormat')) {
        return null;
      }
      if (!code.includes(original)) {
        this.error(`form-js no longer has "${original}": adapt build/british-dates.mjs`);
      }
      replaced = true;
      return { code: code.replace(original, replacement), map: null };
    },
    buildEnd(error) {
      if (!error && !replaced) {
        this.error('form-js no longer has getLocaleDateFormat: adapt build/british-dates.mjs');
      }
    },
  };
}
