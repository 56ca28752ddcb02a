/** `dark` fits Discord's default look. */
export type ChartTheme = 'light' | 'dark';

interface Palette {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  /** Of bands behind what is marked. */
  readonly mark: string;
  /**
   * Of series, in order; the first eight are told apart also by people who see few colours (Okabe and Ito's palette).
   * With more series than colours they would begin anew.
   */
  readonly series: readonly string[];
  /** Of a heat map, from nothing to most. */
  readonly heat: readonly string[];
}

export const PALETTES: Readonly<Record<ChartTheme, Palette>> = {
  light: {
    background: '#ffffff',
    text: '#1e1f22',
    muted: '#4e5058',
    line: '#e3e5e8',
    mark: '#f3d9c4',
    series: [
      '#0072b2',
      '#d55e00',
      '#009e73',
      '#cc79a7',
      '#e69f00',
      '#56b4e9',
      '#7a6f00',
      '#5c5c5c',
      '#7b3fbf',
      '#3f7d20',
      '#b3123f',
      '#8a5a2b',
    ],
    heat: ['#eef1fb', '#5865f2', '#1b2168'],
  },
  dark: {
    background: '#2b2d31',
    text: '#f2f3f5',
    muted: '#c4c9ce',
    line: '#43454b',
    mark: '#5a4a3a',
    series: [
      '#56b4e9',
      '#e69f00',
      '#2fc295',
      '#e39bc2',
      '#f0e442',
      '#ff8a4c',
      '#8fb3ff',
      '#b5bac1',
      '#c08bff',
      '#8dd35f',
      '#ff6b81',
      '#c9a27a',
    ],
    heat: ['#313338', '#5865f2', '#dfe2ff'],
  },
};
