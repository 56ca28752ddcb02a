import { switchTheme, theme } from './theme.ts';
import { Icon } from './icon.tsx';

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
      <Icon name={isLight ? 'moon' : 'sun'} />
    </button>
  );
}
