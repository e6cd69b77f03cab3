// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { server, isAccessible, launch, Visit, type Screen } from "./visit";

const shownAtATime = 25;

const numbersOn = async (page: Page) => {
  await page.locator(".news").first().waitFor();
  const numbers = await page
    .locator(".news")
    .evaluateAll((items) => items.map((item) => item.getAttribute("data-number")));
  return numbers.map(Number);
};

/** New matches: what tests/browser/run loads while the server runs, and a vacancy of it that it closes again. */
describe.each<Screen>(["phone", "desktop"])("New matches, on a %s", (screen) => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it("stand newest first, with a score, how they stand now and why they are new", async () => {
    const visit = await Visit.begin(browser, screen);
    const { page } = visit;
    await visit.open("/");
    await page.getByRole("navigation", { name: "Hoofdmenu" }).getByRole("link", { name: "Nieuw" }).click();
    await page.getByRole("heading", { level: 1, name: "Nieuwe matches" }).waitFor();
    const numbers = await numbersOn(page);
    expect(numbers).toHaveLength(shownAtATime);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    const first = page.locator(".news").filter({ hasText: "Past" }).first();
    expect(await first.locator(".news__score").textContent()).toMatch(/\d+%/);
    expect(await first.locator(".news__cause").textContent()).toMatch(/is nieuw of gewijzigd|opnieuw bekeken/);
    await isAccessible(page);
    await visit.end();
  });

  it("lead by keyboard to the explanation of the pair, and back", async () => {
    const visit = await Visit.begin(browser, screen);
    const { page } = visit;
    await visit.open("/nieuw");
    const link = page.locator(".news__title a").first();
    const title = await link.textContent();
    await link.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: title ?? "" }).waitFor();
    await page.getByRole("heading", { name: "De hele uitleg" }).waitFor();
    await page.getByRole("link", { name: "Terug naar de nieuwe matches" }).click();
    await page.getByRole("heading", { level: 1, name: "Nieuwe matches" }).waitFor();
    await visit.end();
  });

  it("go on to older ones with a place in the address, until there are no more", async () => {
    const visit = await Visit.begin(browser, screen);
    const { page } = visit;
    await visit.open("/nieuw");
    const newest = await numbersOn(page);
    await page.getByRole("link", { name: "Oudere" }).click();
    await page.waitForURL(/#voor=\d+/);
    await page.locator(`.news[data-number="${newest[0]}"]`).waitFor({ state: "detached" });
    const older = await numbersOn(page);
    expect(older[0]).toBe((newest.at(-1) ?? 0) - 1);
    await page.reload();
    expect(await numbersOn(page)).toEqual(older);
    await visit.open("/nieuw#voor=2");
    await page.locator(`.news[data-number="${older[0]}"]`).waitFor({ state: "detached" });
    await page.locator('.news[data-number="1"]').waitFor();
    expect(await numbersOn(page)).toEqual([1]);
    expect(await page.getByRole("link", { name: "Oudere" }).count()).toBe(0);
    await page.getByRole("link", { name: "Terug naar de nieuwste" }).click();
    await page.locator(`.news[data-number="${newest[0]}"]`).waitFor();
    await visit.end();
  });

  it("mark what was withdrawn, which leads nowhere", async () => {
    const visit = await Visit.begin(browser, screen);
    const { page } = visit;
    await visit.open("/nieuw#voor=2");
    const gone = page.locator(".news").filter({ hasText: "Ingetrokken" }).first();
    await gone.waitFor();
    expect(await gone.textContent()).toContain("een vacature die niet meer open is");
    expect(await gone.getByRole("link").count()).toBe(0);
    await isAccessible(page);
    await visit.end();
  });

  it("say what to do when there are none", async () => {
    const visit = await Visit.begin(browser, screen);
    const { page } = visit;
    // What the server answers of a feed in which nothing has been announced yet.
    await page.route(/\/v1\/feed\?/, (route) =>
      route.continue({ url: `${server}/v1/feed?order=newest&since=999999999` }),
    );
    await visit.open("/nieuw");
    await page.getByText("Er zijn nu geen nieuwe matches.").waitFor();
    await isAccessible(page);
    await page.getByRole("link", { name: "Zoek een vacature" }).click();
    await page.waitForURL(/\/vacatures$/);
    await visit.end();
  });
});
