import { keepCompiled } from './compile-cache.ts';
import { loadEnvFile } from './env-file.ts';

loadEnvFile();
keepCompiled();
await import('./bot.ts');
