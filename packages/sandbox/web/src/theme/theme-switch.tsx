import { switchTheme, theme } from './theme.ts';

/** Switches between dark and light. */
export function ThemeSwitch() {
  const isLight = theme.value === 'light';
  return (
    <button
      type="button"
      class="icon-button"
      role="switch"
      aria-checked={isLight}
      aria-label="Light theme"
      title="Light theme"
      onClick={switchTheme}
    >
      {isLight ? '☾' : '☀'}
    </button>
  );
}
