// SPDX-License-Identifier: EUPL-1.2
import type { Candidate } from '@passend/client';
import { saidTogether } from '../../shared/format/said';
import { ownLanguageInWords, type Words } from './words';

export interface PortfolioPart {
  name: string;
  lines: { text: string; detail?: string | undefined }[];
}

function experience({ experience: list = [] }: Candidate, { format }: Words) {
  return list.map(({ occupation, period, organisation, description }) => ({
    text: saidTogether([occupation.label, organisation, format.period(period)]),
    detail: description,
  }));
}

function education({ education: list = [] }: Candidate, { t, format }: Words) {
  return list.map((one) => ({
    text: saidTogether([
      one.name ?? (one.field === undefined ? undefined : t(`isced.${one.field}`)),
      one.level && t(`educationLevel.${one.level}`),
      one.status && t(`educationStatus.${one.status}`),
      one.diploma === undefined ? undefined : t(one.diploma ? 'fact.diploma' : 'fact.noDiploma'),
      one.institution,
      format.period(one.period),
    ]),
    detail: one.description,
  }));
}

/** What someone can do and has done; a part of which nothing is known is left out. */
export function portfolioParts(candidate: Candidate, words: Words): PortfolioPart[] {
  const { t, format } = words;
  const until = (date: string | undefined) =>
    date === undefined ? undefined : t('fact.validUntil', { date: format.date(date) });
  const parts: PortfolioPart[] = [
    {
      name: t('portfolio.workLevel'),
      lines: candidate.workLevel ? [{ text: t(`workLevel.${candidate.workLevel}`) }] : [],
    },
    { name: t('portfolio.experience'), lines: experience(candidate, words) },
    {
      name: t('portfolio.competences'),
      lines: (candidate.competences ?? []).map(({ competence, level, source }) => ({
        text: saidTogether([competence.label, level && t(`proficiency.${level}`), source && t(`source.${source}`)]),
      })),
    },
    { name: t('portfolio.education'), lines: education(candidate, words) },
    {
      name: t('portfolio.courses'),
      lines: (candidate.courses ?? []).map(({ name, certificate, institution, period, description }) => ({
        text: saidTogether([name, certificate ? t('fact.certificate') : undefined, institution, format.period(period)]),
        detail: description,
      })),
    },
    {
      name: t('portfolio.languages'),
      lines: (candidate.languages ?? []).map((skill) => ({ text: ownLanguageInWords(skill, words) })),
    },
    {
      name: t('portfolio.licences'),
      lines: (candidate.drivingLicences ?? []).map(({ category, validUntil }) => ({
        text: saidTogether([t('fact.licence', { category }), until(validUntil)]),
      })),
    },
    {
      name: t('portfolio.credentials'),
      lines: (candidate.credentials ?? []).map(({ credential, validUntil }) => ({
        text: saidTogether([credential.label, until(validUntil)]),
      })),
    },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}
