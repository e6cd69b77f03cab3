// SPDX-License-Identifier: EUPL-1.2
import { server } from "./visit";

interface Counts {
  fits: number;
  oneQuestionOpen: number;
}

export interface Found {
  id: string;
  /** A word of the title or of the wanted occupation, to search for. */
  word: string;
}

async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const response = await fetch(`${server}/v1${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

const firstWord = (text: string) => /\p{L}{5,}/u.exec(text)?.[0] ?? text;

/** Enough for a second page of ten, in both lanes that are listed. */
const isRich = ({ fits, oneQuestionOpen }: Counts) => fits > 0 && oneQuestionOpen > 10;

async function firstRich(path: string, all: Found[]): Promise<Found> {
  for (const found of all) {
    const { counts } = await post<{ counts: Counts }>(`/${path}/${found.id}/_match`, { pageSize: 1 });
    if (isRich(counts)) return found;
  }
  throw new Error(`None of ${all.length} ${path} has someone in both lanes. Load the demo region, or a larger one.`);
}

/** A vacancy that some people fit, and of which more may fit. */
export async function richVacancy(): Promise<Found> {
  const { hits } = await post<{ hits: { vacancy: { vacancyId: string; title: string } }[] }>("/vacancies/_search", {
    pageSize: 100,
  });
  return firstRich(
    "vacancies",
    hits.map(({ vacancy }) => ({ id: vacancy.vacancyId, word: firstWord(vacancy.title) })),
  );
}

/** A person whom some vacancies fit, and more may fit. */
export async function richCandidate(): Promise<Found> {
  type Hit = { candidate: { candidateId: string; wantedOccupations: { label: string }[] } };
  const { hits } = await post<{ hits: Hit[] }>("/candidates/_search", { pageSize: 100 });
  const known = hits.filter(({ candidate }) => candidate.wantedOccupations.length > 0);
  return firstRich(
    "candidates",
    known.map(({ candidate }) => ({
      id: candidate.candidateId,
      word: firstWord(candidate.wantedOccupations[0]?.label ?? ""),
    })),
  );
}

/** Who stands first in the list of a vacancy. */
export async function whoFits(vacancy: string): Promise<string> {
  type Result = { matches: { candidate: { candidateId: string } }[] };
  const { matches } = await post<Result>(`/vacancies/${vacancy}/_match`, { pageSize: 1 });
  const first = matches[0];
  if (!first) throw new Error("Nobody fits.");
  return first.candidate.candidateId;
}

/** Somebody who falls short for a vacancy. */
export async function whoFallsShort(vacancy: string): Promise<string> {
  type Hit = { candidate: { candidateId: string } };
  const { hits } = await post<{ hits: Hit[] }>("/candidates/_search", { pageSize: 100 });
  for (const { candidate } of hits) {
    const response = await fetch(`${server}/v1/vacancies/${vacancy}/candidates/${candidate.candidateId}/why-not`);
    const { now } = (await response.json()) as { now: { lane: string } };
    if (now.lane === "falls_short") return candidate.candidateId;
  }
  throw new Error("Nobody falls short.");
}
