// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { server } from "./visit";

const web = fileURLToPath(new URL("../../server/web", import.meta.url));
const installed = join(web, "node_modules");
let project: string;

const run = (folder: string, command: string, ...options: string[]) => {
  try {
    return execFileSync(command, options, {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, PASSEND_URL: server },
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${options.join(" ")}\n${stdout}${stderr}`);
  }
};

/** A project of somebody else: the package as it is given away, and what it brings along, in an empty folder. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "passend-client-"));
  run(join(web, "client"), "npm", "run", "--silent", "tarball", "--", "--pack-destination", project);
  const [archive = ""] = readdirSync(project);
  const folder = join(project, "node_modules/@passend/client");
  mkdirSync(folder, { recursive: true });
  run(project, "tar", "--extract", "--file", archive, "--directory", folder, "--strip-components", "1");
  for (const name of ["openapi-fetch", "openapi-typescript-helpers", "@types", "undici-types"]) {
    symlinkSync(join(installed, name), join(project, "node_modules", name));
  }
});
afterAll(() => rmSync(project, { recursive: true }));

it("The client, packed and installed elsewhere, does what its README shows, with types that fit", () => {
  const example = /```js\n([^]*?)```/.exec(readFileSync(join(web, "client/README.md"), "utf8"))?.[1] ?? "";
  expect(example).toContain("createPassend");
  writeFileSync(join(project, "example.mjs"), example);
  const typescript = join(installed, "typescript/bin/tsc");
  const options = "--noEmit --allowJs --checkJs --strict --target ES2022 --module NodeNext --types node".split(" ");
  run(project, process.execPath, typescript, ...options, "example.mjs");
  const said = run(project, process.execPath, "example.mjs").trim().split("\n");
  for (const line of said.slice(0, 3)) expect(line).toMatch(/: \d+ people fit$/);
  expect(said.slice(3)).toEqual(["Zorg en welzijn was changed meanwhile", "404 not-found"]);
});
