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
const chip = (page: Page, label: string) => page.getByRole("button", { name: `Weghalen: ${label}`, exact: true });

async function search(page: Page, words: string) {
  await searchBox(page).fill(words);
  await searchBox(page).press("Enter");
}

describe.each(Object.keys(screens) as Screen[])("On a %s", (screen) => {
  it("suggestions are walked with the arrows, taken with Enter and folded with Escape", async () => {
    const visit = await Visit.begin(browser, screen);
    const { page } = visit;
    await visit.open("/vacatures");
    await searchBox(page).fill("schoonmkaer");
    const options = page.getByRole("listbox", { name: "Suggesties" }).getByRole("option");
    await options.first().waitFor();
    await isAccessible(page);
    await page.keyboard.press("Escape");
    await options.first().waitFor({ state: "detached" });
    await page.keyboard.press("ArrowDown");
    await page.locator("[role=option][aria-selected=true]").waitFor();
    expect(await searchBox(page).getAttribute("aria-activedescendant")).toBe(await options.first().getAttribute("id"));
    await page.keyboard.press("Enter");
    await chip(page, "schoonmaker").waitFor();
    expect(await searchBox(page).inputValue()).toBe("schoonmaker");
    await visit.end("schoonmaker");
  });

  it("each part of a query is a chip that takes only itself away", async () => {
    const visit = await Visit.begin(browser, screen);
    const { page } = visit;
    await visit.open("/vacatures");
    await search(page, `${vacancy.word} ?avond -zeldzaamwoord`);
    await chip(page, "niet: zeldzaamwoord").waitFor();
    await isAccessible(page);
    await chip(page, "liefst: avond").click();
    await chip(page, "liefst: avond").waitFor({ state: "detached" });
    expect(await searchBox(page).inputValue()).toBe(`${vacancy.word} -zeldzaamwoord`);
    await visit.end(vacancy.word);
  });

  it("when nothing is found it says what to leave out, what it brings, and what may have been meant", async () => {
    const visit = await Visit.begin(browser, screen);
    const { page } = visit;
    await visit.open("/vacatures");
    await search(page, `${vacancy.word} zeldzaamwoord`);
    const without = page.getByRole("button", { name: "Zonder zeldzaamwoord" });
    await without.waitFor();
    await isAccessible(page);
    await without.click();
    await page.locator(".hit").first().waitFor();
    expect(await count(page)).toBeGreaterThan(0);
    await visit.end(vacancy.word);
  });

  it("records that leave a field blank are counted and found", async () => {
    const visit = await Visit.begin(browser, screen);
    const { page } = visit;
    await visit.open("/vacatures#contract=%3F");
    await chip(page, "Contract: Niet ingevuld").waitFor();
    await page.locator(".hit").first().waitFor();
    const blank = await count(page);
    await isAccessible(page);
    await visit.open("/vacatures");
    await page.reload();
    await page.locator(".hit").first().waitFor();
    expect(blank).toBeLessThan(await count(page));
    await visit.end();
  });

  it("a page leads to records that resemble it", async () => {
    const visit = await Visit.begin(browser, screen);
    const { page } = visit;
    await visit.open(`/vacatures/${vacancy.id}`);
    await page.getByRole("link", { name: "Vergelijkbare vacatures" }).click();
    await page.locator(".hit").first().waitFor();
    await isAccessible(page);
    await visit.open(`/werkzoekenden/${candidate.id}`);
    await page.getByRole("link", { name: "Vergelijkbare werkzoekenden" }).click();
    await page.locator(".hit").first().waitFor();
    await isAccessible(page);
    await visit.end();
  });
});
