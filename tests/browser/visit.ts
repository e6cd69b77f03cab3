// SPDX-License-Identifier: EUPL-1.2
import axe, { type AxeResults } from "axe-core";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { expect } from "vitest";

/** A server that runs, with a loaded region; tests/browser/run gives it. */
export const server = (() => {
  const address = process.env.PASSEND_URL;
  if (!address) throw new Error("Set PASSEND_URL to the address of a running server, or use tests/browser/run.");
  return new URL(address).origin;
})();

/** A server of the same region where people sign in, and its identity provider; absent when a server was given by hand. */
export const doors = process.env.PASSEND_DOORS_URL
  ? { server: process.env.PASSEND_DOORS_URL, provider: process.env.PASSEND_PROVIDER_URL ?? "" }
  : undefined;

export const screens = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 900 },
} as const;

export type Screen = keyof typeof screens;

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });

/** One person at one screen, watched: what the browser complains of, and everything that leaves it. */
export class Visit {
  private readonly complaints: string[] = [];
  private readonly addresses: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly origins: readonly [string, ...string[]],
  ) {
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type()))
        this.complaints.push(`${message.text()} ${message.location().url}`);
    });
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("request", (request) => this.addresses.push(request.url()));
    page.setDefaultTimeout(15_000);
  }

  /** `origins` are those that the page may speak to; the first one is where it begins. */
  static async begin(
    browser: Browser,
    screen: Screen,
    origins: readonly [string, ...string[]] = [server],
  ): Promise<Visit> {
    const context = await browser.newContext({ viewport: screens[screen], locale: "nl-NL", acceptDownloads: true });
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: origins[0] });
    return new Visit(await context.newPage(), context, origins);
  }

  open = (path: string) => this.page.goto(this.origins[0] + path);

  /** Forgets complaints that the test itself has brought about, of the kind named. */
  expectComplaint(pattern: RegExp): void {
    const rest = this.complaints.filter((complaint) => !pattern.test(complaint));
    expect(rest.length, `a complaint like ${pattern}`).toBeLessThan(this.complaints.length);
    this.complaints.splice(0, this.complaints.length, ...rest);
  }

  /** Everything that left the browser went to our own servers, and none of the words stood in an address. */
  async end(...privateWords: string[]): Promise<void> {
    await this.context.close();
    expect(this.complaints).toEqual([]);
    const isOurs = (address: string) => this.origins.some((origin) => address.startsWith(`${origin}/`));
    expect(this.addresses.filter((address) => !isOurs(address) && !address.startsWith("blob:"))).toEqual([]);
    for (const word of privateWords) {
      expect(
        this.addresses.filter((address) => decodeURIComponent(address).toLowerCase().includes(word.toLowerCase())),
      ).toEqual([]);
    }
  }
}

/** No violation of any rule of axe, WCAG 2.2 AA and good practice, and nothing outside the screen. */
export async function isAccessible(page: Page): Promise<void> {
  // Held against the finished page: nothing is still on its way.
  await page.locator(".loading").first().waitFor({ state: "detached" });
  await page.evaluate(axe.source);
  const results = await page.evaluate(
    () => (window as unknown as { axe: typeof axe }).axe.run(document) as Promise<AxeResults>,
  );
  const told = results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
  expect(told, `axe on ${page.url()}`).toEqual([]);
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(tooWide, `pixels outside the screen on ${page.url()}`).toBeLessThanOrEqual(0);
}

/** A search box that suggests is a combobox to who reads the page by its roles. */
export const searchBox = (page: Page) => page.locator("input[type=search]");

/** "1.234 vacatures" as 1234. */
export const numberIn = (text: string | null): number => Number((text ?? "").replaceAll(/\D/g, ""));
