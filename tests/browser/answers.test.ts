// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { richVacancy, type Found } from "./region";
import { isAccessible, launch, numberIn, searchBox, server, Visit } from "./visit";

let browser: Browser;
let vacancy: Found;

beforeAll(async () => {
  browser = await launch();
  vacancy = await richVacancy();
});
afterAll(() => browser.close());

const openMatch = async (visit: Visit) => {
  await visit.open(`/vacatures/${vacancy.id}`);
  await visit.page.locator(".match").first().waitFor();
};

const tenths = (text: string | null | undefined) => Number((text ?? "").replace(/[^\d,]/g, "").replace(",", "."));

async function sideAdds(page: Page, side: number) {
  const section = page.locator(".explanation .side").nth(side);
  const score = tenths((await section.getByRole("heading").textContent())?.split(":")[1]);
  const parts = await section.locator(".criterion__points").allTextContents();
  const sum = parts.map((part) => tenths(part.split(" van ")[0])).reduce((total, part) => total + part, 0);
  expect(Math.abs(sum - score)).toBeLessThan(0.06 * (parts.length + 1));
}

describe("The explanation of a match", () => {
  it("names every criterion of both sides with sign, word and points that add up to the score", async () => {
    const visit = await Visit.begin(browser, "desktop");
    await openMatch(visit);
    const { page } = visit;
    await page.locator(".match__toggle").first().click();
    await page.locator(".criterion").first().waitFor();
    for (const criterion of await page.locator(".criterion").all()) {
      expect(await criterion.locator(".outcome").textContent()).toMatch(/voldoet|voldoet niet|nog niet bekend/);
      expect(await criterion.locator(".outcome svg").count()).toBe(1);
      expect(await criterion.locator(".criterion__sentence").count()).toBeGreaterThan(0);
    }
    await sideAdds(page, 0);
    await sideAdds(page, 1);
    await visit.end();
  });

  it("is told in plain Dutch when that is chosen, and the choice holds at the next visit", async () => {
    const visit = await Visit.begin(browser, "desktop");
    await openMatch(visit);
    const { page } = visit;
    await page.locator(".match__toggle").first().click();
    const full = await page.locator(".explanation__headline").textContent();
    const plain = page.waitForResponse((response) => response.url().includes("explanation?language=nl-simple"));
    await page.getByLabel("Uitleg in").selectOption("plain");
    expect((await plain).status()).toBe(200);
    await page.locator(".explanation__headline").waitFor();
    await expect.poll(() => page.locator(".explanation__headline").textContent()).not.toBe(full);
    await page.reload();
    await page.locator(".match").first().waitFor();
    expect(await page.getByLabel("Uitleg in").inputValue()).toBe("plain");
    await visit.end();
  });

  it("counts those who fall short and says why they are in no list", async () => {
    const visit = await Visit.begin(browser, "phone");
    await openMatch(visit);
    const summary = visit.page.getByText(/^Past niet/);
    await summary.click();
    await visit.page.getByText("telt nooit als nee").waitFor();
    await isAccessible(visit.page);
    await visit.end();
  });
});

describe("A ranked list", () => {
  it("is downloaded whole, in the order of the screen, with no cell that is a formula", async () => {
    const visit = await Visit.begin(browser, "desktop");
    await openMatch(visit);
    const { page } = visit;
    const total = numberIn(await page.locator(".lane--fits .lane__count").textContent());
    const first = await page.locator(".match__title").first().textContent();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /CSV/ }).click(),
    ]);
    const text = readFileSync(await download.path(), "utf8");
    const lines = text.trim().split("\r\n");
    expect(download.suggestedFilename()).toMatch(/^passend-match-kandidaten-[0-9-]{10}\.csv$/);
    expect(lines).toHaveLength(total + 1);
    expect(lines[1]?.toLowerCase()).toContain(first?.split(/[,·(]/)[0]?.trim().toLowerCase());
    expect(lines.slice(1).map((line) => Number(line.split(";")[0]))).toEqual(
      lines.slice(1).map((_, place) => place + 1),
    );
    expect(lines.flatMap((line) => line.split(";")).filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
    await visit.end();
  });

  it("has a link to copy that shows a colleague the same", async () => {
    const visit = await Visit.begin(browser, "desktop");
    await openMatch(visit);
    const { page } = visit;
    await page.getByLabel("Volgorde").selectOption("supply");
    await page.locator(".match-list:not(.match-list--old)").waitFor();
    await page.getByRole("button", { name: "Kopieer link" }).click();
    await page.getByText("Link gekopieerd").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const first = await page.locator(".match__title").first().textContent();
    await visit.open("/");
    await page.goto(link);
    await page.locator(".match").first().waitFor();
    expect(await page.getByLabel("Volgorde").inputValue()).toBe("supply");
    expect(await page.locator(".match__title").first().textContent()).toBe(first);
    await visit.end();
  });
});

describe("When there is nothing to show", () => {
  it("an empty list says what to do and does it", async () => {
    const visit = await Visit.begin(browser, "phone");
    const { page } = visit;
    await visit.open("/vacatures#zoek=xqzwvk&gemeente=Hilversum");
    await page.locator(".empty").waitFor();
    await isAccessible(page);
    await page.locator(".empty").getByRole("button", { name: "Zoekwoorden weghalen" }).click();
    await page.locator(".hit").first().waitFor();
    expect(await searchBox(page).inputValue()).toBe("");
    await page.goBack();
    await page.locator(".empty").waitFor();
    expect(await searchBox(page).inputValue()).toBe("xqzwvk");
    await visit.end("xqzwvk");
  });

  it("a record that is gone and a page that never was say so and show the way", async () => {
    const visit = await Visit.begin(browser, "phone");
    const { page } = visit;
    await visit.open(`/werkzoekenden/${"0".repeat(32)}`);
    await page.getByRole("alert").getByText("Niet gevonden").waitFor();
    await isAccessible(page);
    visit.expectComplaint(/status of 404/);
    await page.getByRole("link", { name: "Terug naar de werkzoekenden" }).click();
    await page.locator(".hit").first().waitFor();
    await visit.open("/bestaat/niet");
    await page.getByRole("heading", { level: 1, name: "Deze pagina bestaat niet" }).waitFor();
    await isAccessible(page);
    await visit.end();
  });

  it("a question that the server refuses shows what is wrong, where, and keeps the words", async () => {
    const visit = await Visit.begin(browser, "desktop");
    const { page } = visit;
    await visit.open("/vacatures");
    await searchBox(page).fill('"kok');
    await page.keyboard.press("Enter");
    const alert = page.getByRole("alert");
    await alert.getByText("Deze vraag kan de server niet beantwoorden").waitFor();
    expect((await alert.locator(".problem__detail").textContent())?.length).toBeGreaterThan(10);
    expect(await searchBox(page).inputValue()).toBe('"kok');
    await isAccessible(page);
    visit.expectComplaint(/status of 400/);
    await visit.end();
  });

  it("a server that cannot be reached is tried again at one press, and nothing is lost", async () => {
    const visit = await Visit.begin(browser, "phone");
    const { page } = visit;
    await page.route("**/v1/candidates/_search", (route) => route.abort());
    await visit.open("/werkzoekenden#volgorde=freshness");
    await page.getByText("De server is niet bereikbaar").waitFor();
    await isAccessible(page);
    visit.expectComplaint(/ERR_FAILED/);
    await page.unroute("**/v1/candidates/_search");
    await page.getByRole("button", { name: "Probeer opnieuw" }).click();
    await page.locator(".hit").first().waitFor();
    expect(await page.getByLabel("Volgorde").inputValue()).toBe("freshness");
    await visit.end();
  });
});

describe("The pages as they are served", () => {
  it("allow nothing from elsewhere and nothing inline", async () => {
    const response = await fetch(`${server}/vacatures/${vacancy.id}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(response.headers.get("content-security-policy")).not.toContain("unsafe");
    const html = await response.text();
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|https?:/);
  });

  it("speak English when that is chosen", async () => {
    const visit = await Visit.begin(browser, "desktop");
    const { page } = visit;
    await visit.open("/");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { level: 1, name: "Who fits which work?" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
    await openMatch(visit);
    await isAccessible(page);
    await visit.end();
  });
});
