import { computed, effect, signal } from '@preact/signals';

type Theme = 'dark' | 'light';

const STORED = 'theme';
const prefersLight = matchMedia('(prefers-color-scheme: light)');
const systemTheme = signal<Theme>(prefersLight.matches ? 'light' : 'dark');
prefersLight.addEventListener('change', ({ matches }) => (systemTheme.value = matches ? 'light' : 'dark'));

const chosen = signal<Theme | undefined>(stored());

/** The theme that is shown: the one that was chosen here, or the system's. */
export const theme = computed<Theme>(() => chosen.value ?? systemTheme.value);

effect(() => {
  document.documentElement.dataset['theme'] = theme.value;
});

/** Chooses the other theme, for good. */
export function switchTheme(): void {
  chosen.value = theme.value === 'dark' ? 'light' : 'dark';
  localStorage.setItem(STORED, chosen.value);
}

function stored(): Theme | undefined {
  const value = localStorage.getItem(STORED);
  return value === 'dark' || value === 'light' ? value : undefined;
}
