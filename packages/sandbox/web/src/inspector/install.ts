import { slots } from '../slots.ts';
import { Inspector } from './inspector.tsx';

/** Adds the panel that looks behind the scenes. */
export function installInspector(): void {
  slots.Inspector.value = Inspector;
}
