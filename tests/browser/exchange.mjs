// SPDX-License-Identifier: EUPL-1.2
/**
 * A VUM exchange (koppelvlak 3.0.0) that knows two people of another organisation, made up here, and shows them to every
 * question: a cleaner, and one whose occupation has a code that nobody here knows. Says where it serves; writes the settings of `passend serve --vum` for it to a file.
 *
 *   node exchange.mjs FILE
 */
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";

const person = (vumID, code, hours) => ({
  vumID,
  bemiddelingsberoep: [{ codeBeroepsnaam: code }],
  werktijden: { aantalWerkurenPerWeekMinimaal: hours, aantalWerkurenPerWeekMaximaal: hours },
  mobiliteit: { bemiddelingspostcode: "1211AB" },
  arbeidsmarktkwalificatie: { codeWerkEnDenkniveauWerkzoekende: 4 },
});
const people = [
  person("elders-1", "http://data.europa.eu/esco/occupation/303a1e34-cb16-4054-b323-81e5eec17397", 24),
  person("elders-2", "0000022222", 32),
];
const details = {
  persoonlijkePresentatie: "Ik werk graag in een vast team.",
  contactpersoon: [
    {
      naamContactpersoonAfdeling: "Team Werk Amersfoort",
      emailadres: "werk@example.org",
      telefoonnummer: "0331234567",
    },
  ],
};

function answerTo({ method, url }) {
  if (method === "POST") return { maximumAantalResultatenBereikt: false, vraagID: "1", matches: people };
  const { vumID, ...found } = people.find(({ vumID: id }) => url.endsWith(`/${id}`)) ?? {};
  return vumID && { bronID: "00000001000000000009", werkzoekende: { idWerkzoekende: vumID, ...found, ...details } };
}

const server = createServer((request, response) => {
  request.resume().on("end", () => {
    const answer = answerTo(request);
    response
      .writeHead(answer ? 200 : 404, { "Content-Type": "application/json" })
      .end(JSON.stringify(answer ?? { code: "404", message: "unknown" }));
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = `http://127.0.0.1:${server.address().port}`;
  const exchange = { url: `${address}/vum/v3`, toParty: "00000001000000000009" };
  writeFileSync(process.argv[2], JSON.stringify({ ownOin: "00000001000000000001", exchange }));
  console.log(address);
});
