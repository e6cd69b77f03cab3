// SPDX-License-Identifier: EUPL-1.2
import type { TextProposal } from '../../shared/api/types';
import { said } from '../../shared/format/said';
import { workingTimesInWords, type Words } from '../../jobhunter/facts/words';

/** What a text says of one criterion, in words. */
export function proposalInWords({ criterion, value, summary }: TextProposal, words: Words): string {
  const { t, format } = words;
  const hours = () =>
    format.hours({
      ...(value.minimumHours === undefined ? {} : { minimum: value.minimumHours }),
      ...(value.maximumHours === undefined ? {} : { maximum: value.maximumHours }),
    });
  const parts: Record<string, () => (string | undefined)[]> = {
    work_level: () => [value.workLevel && t(`workLevel.${value.workLevel}`)],
    driving_licences: () => [t('fact.licence', { category: value.category })],
    experience: () => [t('fact.years', { count: value.years ?? 0 })],
    hours: () => [t('fact.hoursAWeek', { hours: hours() ?? '' })],
    working_times: () => workingTimesInWords(value, words),
    education: () => [value.educationLevel && t(`educationLevel.${value.educationLevel}`), value.name],
    languages: () => [
      format.language(value.language ?? ''),
      value.languageLevel ? t(`languageLevel.${value.languageLevel}`) : value.cefr,
      ...(value.skills ?? []).map((skill) => t(`languageSkill.${skill}`)),
    ],
  };
  return said(parts[criterion]?.() ?? [value.label]).join(', ') || summary;
}
