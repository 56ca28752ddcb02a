import { startSapphire } from '../start-sapphire.ts';

await startSapphire();
