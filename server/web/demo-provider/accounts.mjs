// SPDX-License-Identifier: EUPL-1.2
// Who can sign in in the demonstration: people and employers of its generated region, and the staff around them.
//
//   node accounts.mjs REGION.ndjson > accounts.json
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const jobSeekers = 3;
const substantial = 'http://eidas.europa.eu/LoA/substantial';
const high = 'http://eidas.europa.eu/LoA/high';

async function readRegion(file) {
  const region = { portfolio: [], vacancy: [], employer: [] };
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const record = JSON.parse(line);
    region[record.kind].push(record);
  }
  return region;
}

const occupationsOf = ({ search }) => (search.wantedOccupations ?? []).map(({ uri, label }) => uri || label);

function count(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Who has most to see: people whose wish is asked for most, and the employer who asks most. */
function choose({ portfolio, vacancy, employer }) {
  const open = vacancy.map((record) => record.vacancy).filter(({ status }) => status === 'open');
  const asked = count(open.flatMap(({ occupation }) => (occupation ? [occupation.uri || occupation.label] : [])));
  const vacanciesFor = (person) => Math.max(0, ...occupationsOf(person).map((name) => asked.get(name) ?? 0));
  const people = [...portfolio].sort((one, other) => vacanciesFor(other) - vacanciesFor(one));
  const posted = count(open.map(({ employerId }) => employerId));
  const [largest] = [...employer].sort(
    (one, other) => (posted.get(other.employer.id) ?? 0) - (posted.get(one.employer.id) ?? 0),
  );
  return { people: people.slice(0, jobSeekers), employer: largest.employer };
}

const { people, employer } = choose(await readRegion(process.argv[2]));
const caseload = people[0].search.caseload;
const accounts = [
  ...people.map(({ search, detail }, place) => ({
    id: `werkzoekende-${place + 1}`,
    name: detail.name,
    role: 'job_seeker',
    candidate: search.id,
  })),
  { id: 'werkgever', name: employer.name, role: 'employer', employer: employer.id },
  { id: 'jobhunter', name: 'Jobhunter', role: 'jobhunter', acr: substantial, ...(caseload ? { caseload } : {}) },
  { id: 'adviseur', name: 'Adviseur werkgevers', role: 'employer_adviser', acr: substantial },
  { id: 'manager', name: 'Manager', role: 'manager', acr: substantial },
  { id: 'beheerder', name: 'Functioneel beheerder', role: 'functional_administrator', acr: high },
  { id: 'auditor', name: 'Auditor', role: 'auditor', acr: substantial },
];
console.log(JSON.stringify(accounts, null, 2));
