import { Shell } from './layout/shell.tsx';

/** The whole page. */
export function App() {
  return <Shell />;
}
