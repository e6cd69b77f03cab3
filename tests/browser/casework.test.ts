// SPDX-License-Identifier: EUPL-1.2
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginAtDoors, signIn } from "./sign_in";
import { doors, isAccessible, launch, numberIn, screens, type Screen } from "./visit";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, level: 1 });

/** A vacancy that several people fit, asked in the session of this browser. */
const vacancyWithPeople = (page: Page, before: string[]) =>
  page.evaluate(async (others) => {
    const ask = async (path: string, body: unknown) => {
      const headers = { "Content-Type": "application/json", "X-Passend-Request": "1" };
      return (
        await fetch(`/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) })
      ).json() as Promise<never>;
    };
    const { hits } = (await ask("/vacancies/_search", { pageSize: 100 })) as {
      hits: { vacancy: { vacancyId: string; title: string } }[];
    };
    for (const { vacancy } of hits) {
      const { counts } = (await ask(`/vacancies/${vacancy.vacancyId}/_match`, { pageSize: 1 })) as {
        counts: { fits: number };
      };
      if (counts.fits >= 3 && !others.includes(vacancy.vacancyId)) return vacancy;
    }
    throw new Error("No vacancy has three people who fit.");
  }, before);

/** An open vacancy with a whole postcode, without which VUM takes no question. */
const vacancyWithPostcode = (page: Page) =>
  page.evaluate(async () => {
    const headers = { "Content-Type": "application/json", "X-Passend-Request": "1" };
    const body = JSON.stringify({ pageSize: 100, filters: { statuses: ["open"] } });
    const { hits } = (await (await fetch("/v1/vacancies/_search", { method: "POST", headers, body })).json()) as {
      hits: { vacancy: { vacancyId: string } }[];
    };
    for (const { vacancy } of hits) {
      const record = await (await fetch(`/v1/vacancies/${vacancy.vacancyId}/record`)).json();
      if ((record as { location?: { postcode?: string } }).location?.postcode?.length === 6) return vacancy.vacancyId;
    }
    throw new Error("No open vacancy has a whole postcode.");
  });

/** An open vacancy of the employer who has signed in. */
const vacancyOfOurs = (page: Page) =>
  page.evaluate(async () => {
    const { employerId } = (await (await fetch("/v1/session")).json()) as { employerId: string };
    const { vacancies } = (await (await fetch(`/v1/employers/${employerId}/vacancies?pageSize=100`)).json()) as {
      vacancies: { vacancyId: string; status: string }[];
    };
    return vacancies.find(({ status }) => status === "open")?.vacancyId ?? "";
  });

/** A mediator puts somebody forward whom nobody put forward yet, hears that they agree, and sends them to the employer. */
const sendSomebody = (page: Page, vacancy: string, reason: string) =>
  page.evaluate(
    async ([id, why]) => {
      const ask = async (method: string, path: string, body: unknown, more: Record<string, string> = {}) => {
        const kind = method === "PATCH" ? "merge-patch+json" : "json";
        const headers = { "Content-Type": `application/${kind}`, "X-Passend-Request": "1", ...more };
        const response = await fetch(`/v1${path}`, { method, headers, body: JSON.stringify(body) });
        return { etag: response.headers.get("etag") ?? "", body: (await response.json()) as never };
      };
      const { matches } = (await ask("POST", `/vacancies/${id}/_match`, { pageSize: 100, lane: "fits" })).body as {
        matches: { candidate: { candidateId: string } }[];
      };
      const { proposals } = (await (await fetch(`/v1/vacancies/${id}/proposals`)).json()) as {
        proposals: { proposal: { candidate: string } }[];
      };
      const known = proposals.map(({ proposal }) => proposal.candidate);
      const candidate = matches.find((match) => !known.includes(match.candidate.candidateId))?.candidate.candidateId;
      let { etag, body } = await ask("POST", "/proposals", { candidate, vacancy: id, reason: why });
      const path = `/proposals/${(body as { id: string }).id}`;
      for (const step of ["agreed", "sent"]) {
        ({ etag, body } = await ask("PATCH", path, { step }, { "If-Match": etag }));
      }
      return (body as { step: string }).step;
    },
    [vacancy, reason] as const,
  );

/** Both screens work in the same region, each with a vacancy of its own. */
const used: string[] = [];

describe.runIf(doors).each(Object.keys(screens) as Screen[])("Casework, on a %s", (screen) => {
  /** Tells what this run wrote from what an earlier one left. */
  const mark = `${screen}-${Date.now()}`;

  it("an adviser finds an employer, writes a contact down, corrects it, and brings back what was removed", async () => {
    const visit = await beginAtDoors(browser, screen);
    const { page } = visit;
    await signIn(visit, /Adviseur/, "/werkgevers");
    await page.locator(".hit").first().waitFor();
    await page.getByRole("searchbox", { name: "Zoek een werkgever op naam" }).fill("schoonmaak");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#naam=schoonmaak/);
    await expect.poll(async () => numberIn(await page.getByRole("status").first().textContent())).toBeLessThan(75);
    await isAccessible(page);
    await page.locator(".hit a").first().click();
    await page.getByRole("heading", { name: "Contactmomenten" }).waitFor();
    await isAccessible(page);

    await page.getByRole("button", { name: "Contactmoment toevoegen" }).click();
    await page.getByLabel("Hoe", { exact: true }).selectOption("visit");
    const notes = page.getByLabel("Wat is er besproken", { exact: false });
    await notes.fill(`Zoekt twee mensen (${mark})`);
    await isAccessible(page);
    await page.reload();
    expect(await notes.inputValue()).toBe(`Zoekt twee mensen (${mark})`);
    await page.getByRole("button", { name: "Opslaan" }).click();
    const moment = page.locator(".hit", { hasText: `(${mark})` });
    await moment.waitFor();
    await moment.getByRole("button", { name: /Wijzigen/ }).click();
    await notes.fill(`Zoekt drie mensen (${mark})`);
    await page.getByRole("button", { name: "Opslaan" }).click();
    await page.getByText("Zoekt drie mensen").first().waitFor();
    await moment.getByRole("button", { name: /Verwijderen/ }).click();
    await moment.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Ongedaan maken" }).click();
    await moment.waitFor();
    await isAccessible(page);

    await page.getByRole("button", { name: "Contactpersonen wijzigen" }).click();
    await page.getByRole("button", { name: "Nog een contactpersoon" }).click();
    await page.getByLabel("Naam of afdeling").last().fill(`Planning ${mark}`);
    await page.getByLabel("E-mailadres").last().fill("geen adres");
    await page.getByRole("button", { name: "Opslaan" }).click();
    await page.getByText("Vul een e-mailadres in", { exact: false }).waitFor();
    await page.getByLabel("E-mailadres").last().fill(`planning-${mark}@example.org`);
    await page.getByRole("button", { name: "Opslaan" }).click();
    await page
      .getByRole("link", { name: `planning-${mark}@example.org` })
      .first()
      .waitFor();

    await page.getByRole("link", { name: "Nieuwe vacature voor deze werkgever" }).click();
    await heading(page, "Vacature plaatsen").waitFor();
    await page.getByText("Gekozen uit de lijst.").first().waitFor();
    await visit.end();
  });

  it("an adviser adds an employer with whom to ask there, is told what is wrong, and of who has the same name", async () => {
    const visit = await beginAtDoors(browser, screen);
    const { page } = visit;
    await signIn(visit, /Adviseur/, "/werkgevers");
    await page.getByRole("link", { name: "Nieuwe werkgever" }).click();
    await heading(page, "Nieuwe werkgever").waitFor();
    await isAccessible(page);
    await page.getByLabel("KvK-nummer").fill("123");
    await page.getByRole("button", { name: "Werkgever toevoegen" }).click();
    await page.getByRole("button", { name: /Vul de naam van de werkgever in/ }).waitFor();
    await page.getByRole("button", { name: /Vul acht cijfers in/ }).click();
    expect(await page.getByLabel("KvK-nummer").evaluate((field) => field === document.activeElement)).toBe(true);
    await isAccessible(page);
    await page.getByLabel("KvK-nummer").fill("1234 5678");

    const name = page.getByLabel("Naam van de werkgever");
    await name.fill("schoonmaak");
    await page.getByText("zijn er al met deze naam", { exact: false }).waitFor();
    await isAccessible(page);
    await name.fill(`Bakkerij ${mark}`);
    await page.getByText("zijn er al met deze naam", { exact: false }).waitFor({ state: "detached" });
    await page.getByLabel("Postcode").fill("1211 ab");
    await page.getByLabel("Plaats").fill("Hilversum");
    await page.getByLabel("Naam of afdeling").fill("Mevrouw Bakker");
    await page.reload();
    expect(await name.inputValue(), "what was typed is still there").toBe(`Bakkerij ${mark}`);
    await page.getByRole("button", { name: "Werkgever toevoegen" }).click();
    await heading(page, `Bakkerij ${mark}`).waitFor();
    await page.getByText("Mevrouw Bakker").waitFor();
    await page.getByText("1211AB Hilversum").waitFor();
    await isAccessible(page);
    await page.getByRole("link", { name: "Terug naar de werkgevers" }).click();
    await page.getByRole("searchbox", { name: "Zoek een werkgever op naam" }).fill(mark);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: `Bakkerij ${mark}` }).waitFor();
    await visit.end("Mevrouw");
  });

  it("a jobhunter keeps a shortlist for a vacancy and puts somebody forward, with the reason", async () => {
    const visit = await beginAtDoors(browser, screen);
    const { page } = visit;
    await signIn(visit, /Jobhunter/);
    const vacancy = await vacancyWithPeople(page, used);
    used.push(vacancy.vacancyId);
    await visit.open(`/vacatures/${vacancy.vacancyId}`);
    const toggles = page.getByRole("button", { name: /^Op shortlist/ });
    const pressed = toggles.and(page.locator("[aria-pressed=true]"));
    for (const place of [0, 1, 2]) {
      await toggles.nth(place).click();
      await expect.poll(() => pressed.count()).toBe(place + 1);
    }
    await isAccessible(page);

    await page
      .getByRole("button", { name: /^Voorstellen/ })
      .first()
      .click();
    await page.getByRole("dialog").waitFor();
    await isAccessible(page);
    await page.getByRole("dialog").getByRole("button", { name: "Voorstellen" }).click();
    await page.getByText("Dit moet u invullen.").waitFor();
    await page.getByLabel("Waarom past deze werkzoekende?").fill(`Werkte jaren met dezelfde machine. ${mark}`);
    await page.getByRole("dialog").getByRole("button", { name: "Voorstellen" }).click();
    await page.getByText("Voorgesteld: gevraagd").first().waitFor();
    const proposal = page.getByRole("region", { name: "Voorstellen" }).locator(".hit", { hasText: mark });
    await proposal.getByRole("button", { name: /Is akkoord/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Opslaan" }).click();
    await proposal.locator("[aria-current=step]", { hasText: "akkoord" }).waitFor();
    const { run } = await page.evaluate(async (id) => {
      const { proposals: list } = (await (await fetch(`/v1/vacancies/${id}/proposals`)).json()) as {
        proposals: { proposal: { run?: string } }[];
      };
      return list[0]?.proposal ?? {};
    }, vacancy.vacancyId);
    expect(run, "the match run that the proposal came from").toMatch(/^[0-9a-f]{32}$/);

    await page.getByRole("link", { name: "Naar deze shortlist" }).click();
    await heading(page, vacancy.title).waitFor();
    const people = page.locator(".selected");
    await expect.poll(() => people.count()).toBe(3);
    const second = (await people.nth(1).locator(".hit__title a").textContent()) ?? "";
    await people
      .nth(1)
      .getByRole("button", { name: /Omhoog/ })
      .click();
    await people.first().locator(".hit__title a", { hasText: second }).waitFor();
    await people
      .first()
      .getByRole("button", { name: /Notitie/ })
      .click();
    await page.getByLabel("Notitie", { exact: true }).fill("Kan maandag beginnen");
    await page.getByRole("button", { name: "Opslaan" }).click();
    await people.first().getByText("Kan maandag beginnen").waitFor();
    await isAccessible(page);
    await people
      .first()
      .getByRole("button", { name: /Weghalen/ })
      .click();
    await expect.poll(() => people.count()).toBe(2);
    await page.getByRole("button", { name: "Ongedaan maken" }).click();
    await people.first().getByText("Kan maandag beginnen").waitFor();

    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: /Download.*CSV/ }).click();
    const csv = await readFile((await (await download).path()) ?? "", "utf8");
    expect(csv.trim().split("\r\n")).toHaveLength(4);
    expect(csv).not.toContain("maandag");

    await people
      .first()
      .getByRole("link", { name: /Bekijk de match/ })
      .click();
    await page.getByRole("link", { name: "Terug naar de shortlist" }).click();
    await page.getByRole("button", { name: "Shortlist verwijderen" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Verwijderen" }).click();
    await heading(page, "Shortlists").waitFor();
    await isAccessible(page);
    await visit.end("machine", "maandag");
  });

  it("a jobhunter has the own clients together, and puts one of them on a shortlist", async () => {
    const visit = await beginAtDoors(browser, screen);
    const { page } = visit;
    await signIn(visit, /Jobhunter/);
    await page.getByRole("link", { name: "Mijn caseload" }).click();
    await heading(page, "Mijn caseload").waitFor();
    const count = page.locator(".results__bar [role=status]");
    await expect.poll(async () => numberIn(await count.textContent())).toBeGreaterThan(0);
    const { caseload } = await page.evaluate(
      async () => (await (await fetch("/v1/session")).json()) as { caseload: string },
    );
    await isAccessible(page);
    await page.locator(".hit a").first().click();
    await page.getByText(`caseload ${caseload}`, { exact: false }).waitFor();
    await page
      .getByRole("region", { name: "Shortlist" })
      .getByRole("button", { name: /Op shortlist/ })
      .click();
    await page.getByRole("button", { name: /Op shortlist/, pressed: true }).waitFor();
    await isAccessible(page);
    await page.getByRole("link", { name: "Naar deze shortlist" }).click();
    await heading(page, "Mijn shortlist").waitFor();
    await page.locator(".selected").first().waitFor();
    await page.getByRole("button", { name: "Shortlist verwijderen" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Verwijderen" }).click();
    await heading(page, "Shortlists").waitFor();
    await visit.end("Bellen");
  });

  it("a jobhunter asks elsewhere who fits a vacancy, and opens how to reach one of them, with a purpose", async () => {
    const visit = await beginAtDoors(browser, screen);
    const { page } = visit;
    await signIn(visit, /Jobhunter/);
    const vacancy = await vacancyWithPostcode(page);
    await visit.open(`/vacatures/${vacancy}`);
    await page.getByRole("button", { name: "Zoek elders" }).click();
    const elsewhere = page.getByRole("region", { name: "Zoek ook elders (VUM)" });
    await elsewhere.locator(".match__title", { hasText: "Beroep met code 0000022222 · Hilversum" }).waitFor();
    const cleaner = elsewhere.getByRole("listitem").filter({ hasText: "Schoonmaker · Hilversum" });
    await cleaner.getByRole("button", { name: /Naam en contactgegevens openen/ }).click();
    await cleaner.getByRole("button", { name: "Openen" }).click();
    await cleaner.getByText("Schrijf in een paar woorden waarvoor u dit nodig hebt.").waitFor();
    await isAccessible(page);
    await cleaner.getByLabel("Waarvoor hebt u dit nodig?").fill(`Bellen over deze vacature ${mark}`);
    await page.keyboard.press("Enter");
    await cleaner.getByText("Team Werk Amersfoort · 0331234567 · werk@example.org").waitFor();
    await cleaner.getByText(/Van dit antwoord kunt u er nog 9 openen/).waitFor();
    await cleaner.getByText(/Buiten uw caseload kunt u vandaag nog \d+ mensen openen/).waitFor();
    await isAccessible(page);
    await cleaner.getByRole("button", { name: "Sluiten" }).click();
    await cleaner.getByText("Team Werk Amersfoort", { exact: false }).waitFor({ state: "detached" });
    await visit.end("Bellen");
  });

  it("an employer sees who was sent to them, and says what became of it", async () => {
    const employer = await beginAtDoors(browser, screen);
    await signIn(employer, /Werkgever/);
    const vacancy = await vacancyOfOurs(employer.page);
    const mediator = await beginAtDoors(browser, screen);
    await signIn(mediator, /Jobhunter/);
    const reason = `Werkte eerder bij een schoonmaakbedrijf ${mark}`;
    expect(await sendSomebody(mediator.page, vacancy, reason)).toBe("sent");
    await mediator.end();

    const { page } = employer;
    await employer.open(`/vacatures/${vacancy}`);
    const sent = page.getByRole("region", { name: "Wie aan u is voorgesteld" }).locator(".hit", { hasText: reason });
    await sent.waitFor();
    await isAccessible(page);
    expect(await sent.getByRole("link").count(), "an employer opens nobody's e-portfolio").toBe(0);
    await sent.getByRole("button", { name: /Is uitgenodigd/ }).click();
    await page.getByLabel("Waarom deze stap?").fill(`${reason}: kennismaken op dinsdag`);
    await page.getByRole("dialog").getByRole("button", { name: "Opslaan" }).click();
    await sent.locator("[aria-current=step]", { hasText: "uitgenodigd" }).waitFor();
    await employer.end("dinsdag");
  });
});
