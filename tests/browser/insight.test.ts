// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser } from "playwright-core";
import { richVacancy, whoFallsShort, whoFits } from "./region";
import { isAccessible, launch, server, Visit, type Screen } from "./visit";

/** What the jobhunter finds beyond the list: what requirements cost, what if, why not, and other weights. */
describe.each<Screen>(["phone", "desktop"])("Beyond the list, on a %s", (screen) => {
  let browser: Browser;
  let vacancy: string;
  let fallsShort: string;
  let fits: string;

  beforeAll(async () => {
    browser = await launch();
    vacancy = (await richVacancy()).id;
    fallsShort = await whoFallsShort(vacancy);
    fits = await whoFits(vacancy);
  });
  afterAll(() => browser.close());

  it("says what the requirements cost and what asking less would bring", async () => {
    const visit = await Visit.begin(browser, screen);
    const { page } = visit;
    await visit.open(`/vacatures/${vacancy}`);
    const panel = page.getByRole("region", { name: "Wat kosten uw eisen?" });
    await panel.waitFor();
    expect(await panel.getByRole("listitem").count()).toBeGreaterThan(0);
    await panel.getByRole("button", { name: "Wat als u minder vraagt?" }).click();
    await panel.getByRole("heading", { name: "Wat als u minder vraagt?" }).waitFor();
    await isAccessible(page);
    await visit.end();
  });

  it("says of one person why not, from the link of that person", async () => {
    const visit = await Visit.begin(browser, screen);
    const { page } = visit;
    await visit.open(`/vacatures/${vacancy}`);
    await page.locator(".lanes__short summary").click();
    const who = page.getByLabel("Waarom staat iemand er niet bij?");
    await who.fill("Fatima");
    await page.getByRole("button", { name: "Waarom niet?" }).click();
    await page.getByText("Dit is geen nummer en geen link").waitFor();
    await who.fill(`${server}/werkzoekenden/${fallsShort}`);
    await page.getByRole("button", { name: "Waarom niet?" }).click();
    await page.getByRole("heading", { name: "Waarom niet?" }).waitFor();
    await page.locator(".why-not__headline").waitFor();
    await page.getByRole("heading", { name: "De hele uitleg" }).waitFor();
    await isAccessible(page);
    await visit.end();
  });

  it("does not ask why not of somebody whom nothing fails", async () => {
    const visit = await Visit.begin(browser, screen);
    const { page } = visit;
    await visit.open(`/vacatures/${vacancy}/werkzoekenden/${fits}`);
    await page.getByRole("heading", { name: "Dit past" }).waitFor();
    expect(await page.getByText("Waarom niet").count()).toBe(0);
    await isAccessible(page);
    await visit.end();
  });

  it("weighs otherwise when that is chosen, and keeps the choice in the address", async () => {
    const visit = await Visit.begin(browser, screen);
    const { page } = visit;
    await visit.open(`/vacatures/${vacancy}`);
    await page.getByLabel("Weging").selectOption({ label: "Spoed" });
    await page.waitForURL(/weging=urgent/);
    await page.reload();
    expect(await page.getByLabel("Weging").inputValue()).toBe("urgent");
    await visit.end();
  });
});
