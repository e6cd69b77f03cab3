// SPDX-License-Identifier: EUPL-1.2
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doors, isAccessible, launch, screens, Visit, type Screen } from "./visit";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Each signs in at the real identity provider of the demonstration, by one click on who they are. */
async function signIn(visit: Visit, who: RegExp, path = "/", place = 0) {
  const { page } = visit;
  await visit.open(path);
  await page.getByRole("heading", { name: "Log in om verder te gaan" }).waitFor();
  await isAccessible(page);
  await page.getByRole("link", { name: "Inloggen" }).click();
  await page.getByRole("heading", { name: "Inloggen in de demonstratie" }).waitFor();
  await isAccessible(page);
  await page.getByRole("button", { name: who }).nth(place).click();
  await page.getByRole("button", { name: "Uitloggen" }).waitFor();
  // The page asked once before anybody had signed in.
  visit.expectComplaint(/status of 401/);
}

async function signOut(page: Page) {
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await page.getByRole("heading", { name: "Uitloggen bij de inlogdienst?" }).waitFor();
}

/** What the server says to this browser about an address. */
const statusOf = (page: Page, path: string) => page.evaluate(async (at) => (await fetch(at)).status, path);

/** Looked at by who changes a page: PASSEND_SHOTS names a folder for pictures of the whole page. */
async function shot(page: Page, screen: Screen, name: string) {
  const folder = process.env.PASSEND_SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}-${screen}.png`, fullPage: true });
}

async function seenByAJobhunter(screen: Screen, candidateId: string) {
  const visit = await begin(screen);
  await signIn(visit, /Jobhunter/);
  expect(await statusOf(visit.page, `/v1/candidates/${candidateId}`)).toBe(200);
  await visit.end();
}

const begin = (screen: Screen) => Visit.begin(browser, screen, doors && [doors.server, doors.provider]);

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

  it("a job seeker corrects, decides, downloads, sees who looked and erases", async () => {
    // Somebody else at each width: who erases is gone.
    const place = screen === "phone" ? 1 : 2;
    const visit = await begin(screen);
    const { page } = visit;
    await signIn(visit, /Werkzoekende/, "/mijn/portfolio", place);
    const form = page.locator("section", { has: page.getByRole("heading", { name: "Iets verbeteren" }) });
    await page.getByText("Nog niemand heeft je gegevens bekeken.").waitFor();
    await shot(page, screen, "own-data");
    await isAccessible(page);

    const save = form.getByRole("button", { name: "Opslaan" });
    await form.getByLabel("Over mij, in mijn eigen woorden").fill("Ik werk graag met mijn handen");
    await form.getByLabel("Beroep toevoegen").fill("Tuinman");
    await form.getByRole("button", { name: "Toevoegen" }).click();
    await form.getByLabel("Telefoonnummer").fill("0612345678");
    await save.click();
    await form.getByText("Het is opgeslagen.").waitFor();
    await page.locator("p.summary", { hasText: "Ik werk graag met mijn handen" }).waitFor();
    await isAccessible(page);

    // Changed meanwhile, as an import or another window does.
    await page.evaluate(async () => {
      const read = await fetch("/v1/me");
      await fetch("/v1/me", {
        method: "PATCH",
        headers: {
          "Content-Type": "application/merge-patch+json",
          "If-Match": read.headers.get("etag") ?? "",
          "X-Passend-Request": "1",
        },
        body: JSON.stringify({ searchProfile: { hours: { minimum: 9, maximum: 18 } } }),
      });
    });
    await form.getByLabel("Telefoonnummer").fill("0687654321");
    await save.click();
    await form.getByText("Je gegevens zijn intussen veranderd").waitFor();
    visit.expectComplaint(/status of 412/);
    await page.waitForFunction(() =>
      [...document.querySelectorAll("input")].some((input) => input.type === "number" && input.value === "18"),
    );
    expect(await form.getByLabel("Telefoonnummer").inputValue()).toBe("0612345678");
    await shot(page, screen, "own-outdated");
    await isAccessible(page);

    const objects = page.getByLabel("De computer mag mij op volgorde zetten bij vacatures");
    await objects.click();
    await page.locator("section", { has: objects }).getByText("Het is opgeslagen.").waitFor();
    expect(await objects.isChecked()).toBe(false);

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Alles wat wij over je bewaren (JSON)" }).click();
    expect((await download).suggestedFilename()).toMatch(/^mijn-gegevens-.*\.json$/);

    const { candidateId } = await page.evaluate(
      async () => (await (await fetch("/v1/session")).json()) as { candidateId: string },
    );
    await seenByAJobhunter(screen, candidateId);
    await page.reload();
    await page.getByRole("cell", { name: /Jobhunter/ }).waitFor();
    await page.getByRole("cell", { name: /Bekeek je e-portfolio/ }).waitFor();
    await shot(page, screen, "own-views");
    await isAccessible(page);

    await page.getByRole("button", { name: "Ik wil mijn gegevens verwijderen" }).click();
    await page.getByText("Weet je het zeker?").waitFor();
    await isAccessible(page);
    await page.getByRole("button", { name: "Nee, bewaar mijn gegevens" }).click();
    await page.getByRole("button", { name: "Ik wil mijn gegevens verwijderen" }).click();
    await shot(page, screen, "own-sure");
    await page.getByRole("button", { name: "Ja, verwijder alles" }).click();
    await page.getByRole("heading", { name: "Je gegevens zijn verwijderd" }).waitFor();
    await shot(page, screen, "own-erased");
    await isAccessible(page);
    expect(await statusOf(page, "/v1/me")).toBe(404);
    visit.expectComplaint(/status of 404/);
    await visit.end("handen", "0612345678");
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
    await page.getByRole("link", { name: "Naar mijn vacatures" }).click();
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
