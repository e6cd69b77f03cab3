// SPDX-License-Identifier: EUPL-1.2
import type { Browser, Page } from "playwright-core";
import { doors, isAccessible, Visit, type Screen } from "./visit";

/** A visit to the server where people sign in. */
export const beginAtDoors = (browser: Browser, screen: Screen) =>
  Visit.begin(browser, screen, doors && [doors.server, doors.provider]);

/** Each signs in at the real identity provider of the demonstration, by one click on who they are. */
export async function signIn(visit: Visit, who: RegExp, path = "/", place = 0) {
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

export async function signOut(page: Page) {
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await page.getByRole("heading", { name: "Uitloggen bij de inlogdienst?" }).waitFor();
}
