// SPDX-License-Identifier: EUPL-1.2
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginAtDoors, signIn } from "./sign_in";
import { doors, isAccessible, launch, numberIn, screens, type Screen } from "./visit";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const text = `Voor ons magazijn zoeken wij een magazijnmedewerker voor 24 tot 32 uur per week.
Een rijbewijs B is een vereiste. Je spreekt goed Nederlands. Minimaal 2 jaar ervaring.`;

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, level: 1 });
const post = (page: Page) => page.getByRole("button", { name: "Vacature plaatsen" });

/** The row of a vacancy in a list. */
const row = (page: Page, title: string) =>
  page.locator(".hit", { has: page.getByRole("link", { name: title, exact: true }) });

/** The record as the API has it, in the session of this browser. */
const recordOf = (page: Page) =>
  page.evaluate(async () => {
    const id = window.location.pathname.split("/")[2];
    const response = await fetch(`/v1/vacancies/${id}/record`);
    return (await response.json()) as Record<string, unknown>;
  });

/** Somebody else changes the vacancy of the page meanwhile. */
const changeBehindTheScreen = (page: Page, patch: Record<string, unknown>) =>
  page.evaluate(async (change) => {
    const path = `/v1/vacancies/${window.location.pathname.split("/")[2]}/record`;
    const etag = (await fetch(path)).headers.get("etag") ?? "";
    const headers = { "Content-Type": "application/merge-patch+json", "If-Match": etag, "X-Passend-Request": "1" };
    return (await fetch(path, { method: "PATCH", headers, body: JSON.stringify(change) })).status;
  }, patch);

describe.runIf(doors).each(Object.keys(screens) as Screen[])("Vacancies, on a %s", (screen) => {
  /** Tells what this run wrote from what an earlier one left. */
  const mark = `${screen} ${Date.now()}`;

  it("an employer posts one from a text, corrects what is wrong, closes it, takes that back and removes it", async () => {
    const title = `Magazijnmedewerker ${mark}`;
    const visit = await beginAtDoors(browser, screen);
    const { page } = visit;
    await signIn(visit, /Werkgever/, "/onze-vacatures");
    await page.getByRole("link", { name: "Vacature plaatsen" }).click();
    await heading(page, "Vacature plaatsen").waitFor();
    await isAccessible(page);

    await page.getByLabel("Tekst van de vacature").fill(text);
    await page.getByRole("button", { name: "Vul in uit tekst" }).click();
    await page.getByRole("heading", { name: /gevonden in de tekst/ }).waitFor();
    await isAccessible(page);
    await page.getByRole("checkbox", { name: /Werkervaring:/ }).uncheck();
    await page.getByRole("button", { name: /^Neem/ }).click();
    await page.getByLabel("Uren per week, hooguit").and(page.locator("[value='32']")).waitFor();
    expect(await page.getByLabel("Jaren ervaring", { exact: false }).inputValue()).toBe("");
    expect(await page.getByLabel("Hoe zwaar telt Rijbewijs B?").inputValue()).toBe("required");

    await page.getByLabel("Postcode van het werk").fill("12");
    await post(page).click();
    await page.getByText("Er kloppen nog 2 dingen niet:").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("alert");
    await isAccessible(page);
    await page.getByRole("button", { name: /^Postcode/ }).click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("1211 ab");
    await page.getByLabel("Titel").fill(title);
    await post(page).click();
    await heading(page, title).waitFor();
    expect(await recordOf(page)).toMatchObject({
      title,
      status: "open",
      location: { postcode: "1211AB" },
      hours: { minimum: 24, maximum: 32 },
      drivingLicences: [{ category: "B", importance: "required" }],
    });

    await page.getByRole("link", { name: "Onze vacatures", exact: true }).click();
    await row(page, title)
      .getByRole("button", { name: /Sluiten/ })
      .click();
    await page.getByText(`‘${title}’ is gesloten`, { exact: false }).waitFor();
    await row(page, title)
      .getByRole("button", { name: /Heropenen/ })
      .waitFor();
    await isAccessible(page);
    await page.getByRole("button", { name: "Ongedaan maken" }).click();
    await row(page, title)
      .getByRole("button", { name: /Sluiten/ })
      .waitFor();

    await row(page, title)
      .getByRole("button", { name: /Verwijderen/ })
      .click();
    await page.getByRole("dialog").waitFor();
    await isAccessible(page);
    await page.getByRole("dialog").getByRole("button", { name: "Verwijderen" }).click();
    await row(page, title).waitFor({ state: "detached" });
    await visit.end();
  });

  it("nothing that was typed is lost: not by leaving, not by loading again, not by somebody else's change", async () => {
    const title = `Nachtportier ${mark}`;
    const visit = await beginAtDoors(browser, screen);
    const { page } = visit;
    await signIn(visit, /Werkgever/, "/vacatures/nieuw");
    await page.getByLabel("Titel").fill(title);
    await page.getByRole("link", { name: "Onze vacatures", exact: true }).click();
    await page.getByRole("dialog", { name: "Weggaan zonder opslaan?" }).waitFor();
    await isAccessible(page);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    page.once("dialog", (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText("Wat u eerder invulde", { exact: false }).waitFor();
    expect(await page.getByLabel("Titel").inputValue()).toBe(title);
    await post(page).click();
    await heading(page, title).waitFor();

    await page.getByRole("link", { name: "Wijzigen" }).click();
    await page.getByLabel("Titel").fill(`${title} gezocht`);
    expect(await changeBehindTheScreen(page, { positions: 3 })).toBe(200);
    await page.getByRole("button", { name: "Wijzigingen opslaan" }).click();
    await page.getByText("Iemand anders heeft dit intussen gewijzigd").waitFor();
    visit.expectComplaint(/status of 412/);
    await isAccessible(page);
    await page.getByRole("button", { name: "Haal de nieuwste versie op" }).click();
    await page.getByLabel("Hoeveel mensen zoekt u?").and(page.locator("[value='3']")).waitFor();
    expect(await page.getByLabel("Titel").inputValue()).toBe(`${title} gezocht`);
    await page.getByRole("button", { name: "Wijzigingen opslaan" }).click();
    await heading(page, `${title} gezocht`).waitFor();
    expect(await recordOf(page)).toMatchObject({ title: `${title} gezocht`, positions: 3 });
    await visit.end();
  });

  it("an adviser sees while typing how many people fit, and what a requirement costs", async () => {
    const visit = await beginAtDoors(browser, screen);
    const { page } = visit;
    await signIn(visit, /Adviseur/, "/vacatures/nieuw");
    const counts = page.getByRole("region", { name: "Wie past er nu?" }).getByRole("status");
    const fitting = async () => numberIn(await counts.locator("strong").first().textContent());
    await expect.poll(fitting).toBeGreaterThan(0);
    const all = await fitting();
    await page.getByLabel("Rijbewijs toevoegen").selectOption("D");
    await page.getByRole("group", { name: "Rijbewijs" }).getByRole("button", { name: "Toevoegen" }).click();
    await expect.poll(fitting).toBeLessThan(all);
    const costs = page.locator(".live__costs");
    if (!(await costs.locator("li").first().isVisible())) await costs.locator("summary").click();
    await costs.getByText("Rijbewijs D").waitFor();
    await isAccessible(page);

    const employer = page.getByRole("combobox", { name: /Werkgever/ });
    await employer.fill("schoonmaak");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByText("Gekozen uit de lijst.").first().waitFor();
    await page.getByLabel("Titel").fill(`Buschauffeur ${mark}`);
    await post(page).click();
    await heading(page, `Buschauffeur ${mark}`).waitFor();
    expect((await recordOf(page)).employerName).toMatch(/schoonmaak/i);
    await page.locator(".lanes").waitFor();
    await isAccessible(page);
    await visit.end("Buschauffeur");
  });
});
