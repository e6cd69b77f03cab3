// SPDX-License-Identifier: EUPL-1.2
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginAtDoors, signIn, signOut } from "./sign_in";
import { doors, isAccessible, launch, screens, type Screen } from "./visit";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** What the server says to this browser about an address. */
const statusOf = (page: Page, path: string) => page.evaluate(async (at) => (await fetch(at)).status, path);

const begin = (screen: Screen) => beginAtDoors(browser, screen);

describe.runIf(doors).each(Object.keys(screens) as Screen[])("Through their own door, on a %s", (screen) => {
  it("a job seeker sees the own e-portfolio and the vacancies that fit, with the reasons, and nobody else", async () => {
    const visit = await begin(screen);
    const { page } = visit;
    await signIn(visit, /Werkzoekende/);
    await page.getByRole("heading", { name: "Welkom bij Passend" }).waitFor();
    await isAccessible(page);
    await page.getByRole("link", { name: "Naar mijn e-portfolio" }).click();
    await page.getByRole("heading", { name: "Wat ik kan en heb gedaan" }).waitFor();
    await isAccessible(page);
    await page.getByRole("link", { name: "Vacatures voor mij" }).click();
    const toggle = page.locator(".match__toggle").first();
    await toggle.click();
    await page.locator(".explanation .criterion").first().waitFor();
    await isAccessible(page);
    await page.locator(".match__title a").first().click();
    await page.getByRole("heading", { name: "Past dit bij mij?" }).waitFor();
    await page.locator(".explanation .criterion").first().waitFor();
    expect(await page.getByText("Werkzoekenden", { exact: true }).count()).toBe(0);
    await isAccessible(page);

    const { candidateId } = await page.evaluate(
      async () => (await (await fetch("/v1/session")).json()) as { candidateId: string },
    );
    expect(await statusOf(page, `/v1/candidates/${candidateId}`)).toBe(200);
    expect(await statusOf(page, `/v1/candidates/${"0".repeat(31)}1`)).toBe(404);
    visit.expectComplaint(/status of 404/);
    await signOut(page);
    await visit.end();
  });

  it("a jobhunter comes back after signing in to the search they had open", async () => {
    const visit = await begin(screen);
    const { page } = visit;
    await signIn(visit, /Jobhunter/, "/vacatures#zoek=kok");
    await page.locator(".hits").waitFor();
    expect(new URL(page.url()).hash).toBe("#zoek=kok");
    await page.getByRole("link", { name: "Werkzoekenden" }).waitFor();
    await signOut(page);
    await visit.end("kok");
  });

  it("an employer sees the own vacancies and nobody's e-portfolio", async () => {
    const visit = await begin(screen);
    const { page } = visit;
    await signIn(visit, /Werkgever/);
    await page.getByRole("link", { name: "Naar onze vacatures" }).click();
    const hits = page.locator(".hits > li");
    await hits.first().waitFor();
    const { employerId } = await page.evaluate(
      async () => (await (await fetch("/v1/session")).json()) as { employerId: string },
    );
    expect(await statusOf(page, `/v1/employers/${employerId}`)).toBe(200);
    await hits.first().getByRole("link").first().click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.getByRole("heading", { name: /werkzoekenden/i }).count()).toBe(0);
    await isAccessible(page);
    await signOut(page);
    await visit.end();
  });

  it("an auditor, for whom there is no page yet, reads that", async () => {
    const visit = await begin(screen);
    const { page } = visit;
    await signIn(visit, /Auditor/);
    await page.getByText("Er is voor u nog niets te zien", { exact: false }).waitFor();
    await isAccessible(page);
    await visit.end();
  });
});
