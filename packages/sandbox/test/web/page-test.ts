import type { Browser, Locator, Page } from 'playwright-core';
import { TestBot } from '../test-bot.ts';
import { launchBrowser } from './browser.ts';
import { teach } from './page-bot.ts';

/** The first visit builds the page, on machines that may have two busy cores. */
const FIRST_VISIT_MS = 60_000;

const STEP_MS = 8_000;

/** A sandbox with a bot, and somebody who looks at its page in Chromium. */
export class PageTest implements AsyncDisposable {
  readonly bot: TestBot;
  readonly page: Page;
  /** Hosts that the page asked for anything. */
  readonly hosts: ReadonlySet<string>;
  /** What the page threw. */
  readonly errors: readonly Error[];
  readonly #browser: Browser;

  private constructor(parts: {
    bot: TestBot;
    browser: Browser;
    page: Page;
    hosts: Set<string>;
    errors: Error[];
  }) {
    this.bot = parts.bot;
    this.page = parts.page;
    this.hosts = parts.hosts;
    this.errors = parts.errors;
    this.#browser = parts.browser;
  }

  static async start(): Promise<PageTest> {
    const bot = await TestBot.start({ interactionDeadlineMs: 1_000 });
    await teach(bot);
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1_280, height: 800 } });
    page.setDefaultTimeout(STEP_MS);
    const hosts = new Set<string>();
    const errors: Error[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) hosts.add(new URL(request.url()).host);
    });
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(bot.sandbox.url);
    const test = new PageTest({ bot, browser, page, hosts, errors });
    await test.composer.waitFor({ timeout: FIRST_VISIT_MS });
    return test;
  }

  /** Where messages are written. */
  get composer(): Locator {
    return this.page.locator('.composer textarea');
  }

  /** The latest message that holds a text. */
  message(text: string): Locator {
    return this.page.getByRole('article').filter({ hasText: text }).last();
  }

  /** Plays somebody else. */
  async playAs(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /Switch/ }).click();
    await this.page
      .getByRole('group', { name: 'Who you are' })
      .getByRole('button', { name: new RegExp(name) })
      .click();
    await this.composer.waitFor();
  }

  /** Opens the page anew as somebody in a channel. */
  async visit({ as, channel }: { as: string; channel: string }): Promise<void> {
    const { bot, page } = this;
    const stored = { me: bot.userId(as), guild: bot.guild.id, channel: bot.channelId(channel) };
    await page.evaluate((entries) => {
      sessionStorage.clear();
      for (const [name, value] of Object.entries(entries)) sessionStorage.setItem(name, value);
    }, stored);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: channel }).waitFor();
  }

  /** Types a command without options, and sends it, by keyboard. */
  async command(name: string): Promise<void> {
    await this.composer.fill(`/${name}`);
    await this.page.getByRole('option', { name: new RegExp(`^/${name}`) }).waitFor();
    await this.composer.press('Enter');
    await this.page.getByRole('group', { name: `Command /${name}` }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    await this.bot[Symbol.asyncDispose]();
  }
}
