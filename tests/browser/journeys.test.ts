// SPDX-License-Identifier: EUPL-1.2
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { richCandidate, richVacancy, type Found } from "./region";
import { isAccessible, launch, numberIn, searchBox, screens, Visit, type Screen } from "./visit";

let browser: Browser;
let vacancy: Found;
let candidate: Found;

beforeAll(async () => {
  browser = await launch();
  vacancy = await richVacancy();
  candidate = await richCandidate();
});
afterAll(() => browser.close());

const count = async (page: Page) => numberIn(await page.locator(".results__bar [role=status]").textContent());

async function showFilters(page: Page) {
  const toggle = page.getByRole("button", { name: "Filters tonen" });
  if (await toggle.isVisible()) await toggle.click();
}

/** Narrows the list by the first municipality and gives back how many are left. */
async function narrowByMunicipality(page: Page): Promise<number> {
  await showFilters(page);
  const municipality = page.getByRole("group", { name: "Gemeente" }).getByRole("checkbox").first();
  await municipality.check();
  // Behind the chip of the search word.
  await page.locator(".chip").nth(1).waitFor();
  await page.locator(".hits:not(.hits--old)").waitFor();
  return count(page);
}

/** Does one thing and waits until the address tells of it: nobody is quicker than the screen. */
async function andAddressChanges(page: Page, action: () => Promise<unknown>) {
  const before = page.url();
  await action();
  await page.waitForURL((url) => url.href !== before);
}

/** Goes to the lane with an open question, ten a page, nearest first, second page, and unfolds the first row. */
async function goDeep(page: Page) {
  await andAddressChanges(page, () => page.getByRole("link", { name: /Past misschien/ }).click());
  await page.locator(".match__questions").first().waitFor();
  await andAddressChanges(page, () => page.getByLabel("Per pagina").selectOption("10"));
  await andAddressChanges(page, () => page.getByLabel("Volgorde").selectOption("distance"));
  await andAddressChanges(page, () => page.getByRole("link", { name: "Volgende" }).click());
  await page.getByRole("link", { name: "Bladzijde 2", exact: true }).and(page.locator("[aria-current]")).waitFor();
  await page.locator(".match-list:not(.match-list--old)").waitFor();
  expect(await page.locator(".match__rank").first().textContent()).toContain("11");
  await page.locator(".match__toggle").first().click();
  await page.locator(".explanation .criterion").first().waitFor();
}

/** What goDeep left on the screen is on the screen again. */
async function isDeep(page: Page) {
  await page.locator(".explanation .criterion").first().waitFor();
  expect(await page.locator(".lane[aria-current]").textContent()).toContain("Past misschien");
  expect(await page.getByLabel("Volgorde").inputValue()).toBe("distance");
  expect(await page.getByLabel("Per pagina").inputValue()).toBe("10");
  expect(await page.locator(".match__rank").first().textContent()).toContain("11");
}

describe.each(Object.keys(screens) as Screen[])("On a %s", (screen) => {
  it("the start page shows where to begin, how much there is and how fresh it is", async () => {
    const visit = await Visit.begin(browser, screen);
    const { page } = visit;
    await visit.open("/");
    for (const entry of ["Ik heb een vacature", "Ik heb een werkzoekende"]) {
      const all = page.getByRole("region", { name: entry }).getByRole("link");
      await expect.poll(async () => numberIn(await all.textContent())).toBeGreaterThan(0);
    }
    await page.getByRole("heading", { name: "Hoe actueel is dit?" }).waitFor();
    await isAccessible(page);
    await visit.end();
  });

  it("a jobhunter goes from a vacancy to ranked people, to one of them, and back to the same place", async () => {
    const visit = await Visit.begin(browser, screen);
    const { page } = visit;
    await visit.open("/");
    await page.getByRole("combobox", { name: "Zoek een vacature" }).fill(vacancy.word);
    await page.getByRole("region", { name: "Ik heb een vacature" }).getByRole("button", { name: "Zoeken" }).click();
    await page.locator(".hit mark").first().waitFor();
    const wide = await count(page);
    const narrow = await narrowByMunicipality(page);
    expect(narrow).toBeGreaterThan(0);
    expect(narrow).toBeLessThanOrEqual(wide);
    await isAccessible(page);
    const listAddress = page.url();

    await page.locator(".hit a").first().click();
    await page.getByRole("link", { name: "Terug naar de vacatures" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    await page.goBack();
    await page.locator(".chip").first().waitFor();
    expect(page.url()).toBe(listAddress);
    expect(await searchBox(page).inputValue()).toBe(vacancy.word);
    expect(await count(page)).toBe(narrow);

    await visit.open(`/vacatures/${vacancy.id}`);
    await page.locator(".match").first().waitFor();
    await goDeep(page);
    await isAccessible(page);
    const deepAddress = page.url();
    await page.locator(".match__title a").first().click();
    const backToVacancy = page.getByRole("link", { name: "Terug naar de vacature", exact: true });
    await backToVacancy.waitFor();
    await page.locator(".lanes").waitFor();
    await isAccessible(page);
    await backToVacancy.click();
    await isDeep(page);
    expect(page.url()).toBe(deepAddress);
    // Each page on its own: an address is new at once, and what it shows comes when the page has been made.
    await page.goBack();
    await backToVacancy.waitFor();
    await page.goBack();
    await backToVacancy.waitFor({ state: "detached" });
    await isDeep(page);
    await page.reload();
    await isDeep(page);
    await visit.end(vacancy.word);
  });

  it("a jobhunter goes from a person to ranked vacancies, to one of them, and back to the same place", async () => {
    const visit = await Visit.begin(browser, screen);
    const { page } = visit;
    await visit.open("/werkzoekenden");
    await searchBox(page).fill(candidate.word);
    await page.keyboard.press("Enter");
    await page.locator(".hit mark").first().waitFor();
    expect(await narrowByMunicipality(page)).toBeGreaterThan(0);
    await isAccessible(page);

    await visit.open(`/werkzoekenden/${candidate.id}`);
    await page.locator(".match").first().waitFor();
    await goDeep(page);
    await isAccessible(page);
    await page.locator(".match__title a").first().click();
    const backToPerson = page.getByRole("link", { name: "Terug naar de werkzoekende", exact: true });
    await backToPerson.waitFor();
    await page.goBack();
    await backToPerson.waitFor({ state: "detached" });
    await isDeep(page);
    await visit.end(candidate.word);
  });

  it("everything can be done with the keyboard alone", async () => {
    const visit = await Visit.begin(browser, screen);
    const { page } = visit;
    await visit.open("/vacatures");
    await page.locator(".hit").first().waitFor();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Direct naar de inhoud");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
    expect(new URL(page.url()).hash).toBe("");
    await page.keyboard.press("/");
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe("search");
    await page.keyboard.type(`${vacancy.word}/`);
    expect(await searchBox(page).inputValue()).toBe(`${vacancy.word}/`);
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Enter");
    await page.locator(".hit mark").first().waitFor();
    await page.locator(".hit a").first().focus();
    await page.keyboard.press("Enter");
    await page.locator(".lanes").waitFor();

    await visit.open(`/vacatures/${vacancy.id}`);
    await page.locator(".match").first().waitFor();
    await page.locator(".match__title a").first().focus();
    await page.keyboard.press("Tab");
    const toggle = page.locator(".match__toggle").first();
    expect(await toggle.evaluate((button) => button === document.activeElement)).toBe(true);
    const ring = await toggle.evaluate((button) => getComputedStyle(button).outlineStyle);
    expect(ring).not.toBe("none");
    await page.keyboard.press("Enter");
    await page.locator(".explanation .criterion").first().waitFor();
    expect(await toggle.getAttribute("aria-expanded")).toBe("true");
    expect(await toggle.evaluate((button) => button === document.activeElement)).toBe(true);
    await visit.end();
  });
});
