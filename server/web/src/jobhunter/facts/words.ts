// SPDX-License-Identifier: EUPL-1.2
import type { Candidate, Salary, Vacancy, WorkingTimes } from '@passend/client';
import type { TFunction } from 'i18next';
import type { Format } from '../../shared/format/format';
import { sbiSection } from '../../shared/format/sector';
import { dayCount, spansByDaypart, type DaySpan } from '../../shared/format/week';

/** What turns codes into words: the texts and the formats of the chosen language. */
export interface Words {
  t: TFunction;
  format: Format;
}

export function sectorInWords(code: number, { t }: Words): string {
  const section = sbiSection(code);
  return section === undefined ? t('fact.sbi', { code }) : `${t(`sector.${section}`)} (${t('fact.sbi', { code })})`;
}

export function salaryInWords(salary: Salary, { t, format }: Words): string | undefined {
  const amount = format.salary(salary);
  return amount === '' ? undefined : t(`salary.${salary.period}`, { amount });
}

function spanInWords({ first, last }: DaySpan, { t }: Words): string {
  const from = t(`day.${first}`);
  if (first === last) return from;
  return t(last === first + 1 ? 'day.two' : 'day.span', { from, until: t(`day.${last}`) });
}

/** One line per daypart, "overdag ma t/m vr", and what is said about office and irregular hours. */
export function workingTimesInWords(times: WorkingTimes, words: Words): string[] {
  const { t } = words;
  const lines: string[] = [];
  if (times.officeHours !== undefined) lines.push(t(times.officeHours ? 'times.office' : 'times.notOffice'));
  if (times.irregularHours !== undefined)
    lines.push(t(times.irregularHours ? 'times.irregular' : 'times.notIrregular'));
  for (const { daypart, spans } of spansByDaypart(times.grid ?? '')) {
    const isWholeWeek = spans.length === 1 && spans[0]?.first === 0 && spans[0].last === dayCount - 1;
    const days = isWholeWeek ? t('day.every') : spans.map((span) => spanInWords(span, words)).join(', ');
    lines.push(t(`times.${daypart}`, { days }));
  }
  return lines;
}

type Command = NonNullable<NonNullable<Candidate['languages']>[number]['speaking']>;
type DemandedLanguage = NonNullable<Vacancy['languages']>[number];
const languageSkills = ['speaking', 'writing', 'reading', 'listening'] as const;

function skillsInWords(levelOf: (skill: (typeof languageSkills)[number]) => string | undefined, { t }: Words): string {
  return languageSkills
    .map((skill) => ({ skill, level: levelOf(skill) }))
    .filter(({ level }) => level !== undefined)
    .map(({ skill, level }) => `${t(`languageSkill.${skill}`)} ${level}`)
    .join(', ');
}

const withDetail = (name: string, detail: string) => (detail === '' ? name : `${name}: ${detail}`);

export function demandedLanguageInWords(demand: DemandedLanguage, words: Words): string {
  const levelOf = (skill: (typeof languageSkills)[number]) =>
    demand[skill] && words.t(`languageLevel.${demand[skill]}`);
  return withDetail(words.format.language(demand.language), skillsInWords(levelOf, words));
}

export function ownLanguageInWords(skill: NonNullable<Candidate['languages']>[number], words: Words): string {
  const inWords = ({ level, cefr }: Command) => {
    const name = level && words.t(`languageLevel.${level}`);
    return name && cefr ? `${name} (${cefr})` : (name ?? cefr);
  };
  const levelOf = (one: (typeof languageSkills)[number]) => {
    const command = skill[one];
    return command && inWords(command);
  };
  return withDetail(words.format.language(skill.language), skillsInWords(levelOf, words));
}

export function travelInWords(mobility: Candidate['mobility'], { t, format }: Words): string[] {
  const lines: string[] = [];
  if (mobility.maximumDistanceKm !== undefined)
    lines.push(t('fact.atMostKm', { km: format.number(mobility.maximumDistanceKm) }));
  if (mobility.maximumTravelMinutes !== undefined) {
    lines.push(t('fact.atMostMinutes', { minutes: format.number(mobility.maximumTravelMinutes) }));
  }
  const means = mobility.transport
    ?.filter(({ forCommute }) => forCommute !== false)
    .map(({ means: one }) => t(`transport.${one}`));
  if (means && means.length > 0) lines.push(means.join(', '));
  return lines;
}
