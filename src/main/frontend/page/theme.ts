// Runs in the head, before anything is drawn: a dark page must not flash white. Hence it imports nothing and is no module.
(() => {
  type Theme = 'system' | 'light' | 'dark';
  const themes: Theme[] = ['system', 'light', 'dark'];
  const name = 'stile.theme';
  const root = document.documentElement;

  function chosen(): Theme {
    try {
      const value = localStorage.getItem(name) as Theme | null;
      return value && themes.includes(value) ? value : 'system';
    } catch {
      return 'system';
    }
  }

  function apply(theme: Theme): void {
    if (theme === 'system') {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = theme;
    }
  }

  function label(theme: Theme): void {
    for (const button of document.querySelectorAll<HTMLElement>('[data-theme-button]')) {
      button.setAttribute('aria-label', `Theme: ${theme}. Change it`);
      button.title = `Theme: ${theme}`;
      button.dataset.themeButton = theme;
    }
  }

  function change(): void {
    const next = themes[(themes.indexOf(chosen()) + 1) % themes.length] ?? 'system';
    try {
      localStorage.setItem(name, next);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
    apply(next);
    label(next);
  }

  root.classList.add('js');
  apply(chosen());
  document.addEventListener('DOMContentLoaded', () => label(chosen()));
  document.addEventListener('click', event => {
    if (event.target instanceof Element && event.target.closest('[data-theme-button]')) {
      change();
    }
  });
})();
