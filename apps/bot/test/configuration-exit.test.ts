import { BotProcess } from '@twi/proving';
import { expect, test } from 'vitest';

test('a wrong configuration ends the process with 78 and lists every fault', async () => {
  const bot = BotProcess.start({ HTTP_PORT: 'eighty', GOOGLE_API_KEY: 'planted-secret', LOG_FORMAT: 'xml' });

  expect(await bot.ended()).toBe(78);
  expect(bot.output).toContain('HTTP_PORT must be a port, 0 to 65535');
  expect(bot.output).toContain('LOG_FORMAT must be pretty or json.');
  expect(bot.output).toContain('GOOGLE_CSE_ID is missing: it goes with GOOGLE_API_KEY.');
  expect(bot.output).not.toContain('planted-secret');
});
