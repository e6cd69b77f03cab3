// SPDX-License-Identifier: EUPL-1.2
import type { CandidateSummary, Candidate, Concept } from '@passend/client';
import type { TFunction } from 'i18next';

const shownOccupations = 2;

/** The first six digits tell people with the same wish apart without saying who they are. */
export const shortId = (id: string) => id.slice(0, 6).toUpperCase();

/** A code of another organisation that the taxonomy here does not know comes as `urn:vum:<attribute>:<code>`. */
function labelInWords(label: string, t: TFunction): string {
  const [, code] = /^urn:vum:\w+:(.+)$/.exec(label) ?? [];
  return code === undefined ? label : t('candidate.unknownOccupation', { code });
}

export function occupationsInWords(occupations: readonly Concept[] | undefined, t: TFunction): string {
  const labels = (occupations ?? []).map(({ label }) => labelInWords(label, t));
  if (labels.length === 0) return t('candidate.noOccupation');
  const more = labels.length - shownOccupations;
  const shown = labels.slice(0, shownOccupations).join(', ');
  return more > 0 ? t('candidate.moreOccupations', { shown, count: more }) : shown;
}

/** Place first; the municipality only where it says more. */
export function placeInWords({
  place,
  municipality,
}: {
  place?: string | undefined;
  municipality?: string | undefined;
}): string | undefined {
  if (place === undefined || place === municipality) return municipality ?? place;
  return municipality === undefined ? place : `${place} (${municipality})`;
}

const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** What a mediator calls someone whose name is not shown: wanted work and area. */
export function candidateLabel(
  summary: Pick<CandidateSummary, 'wantedOccupations' | 'place' | 'municipality'>,
  t: TFunction,
): string {
  const place = placeInWords(summary);
  const work = occupationsInWords(summary.wantedOccupations, t);
  return capitalised(place === undefined ? work : `${work} · ${place}`);
}

export const profileLabel = (candidate: Candidate, t: TFunction) =>
  candidateLabel({ ...candidate.mobility, wantedOccupations: candidate.wantedOccupations ?? [] }, t);
