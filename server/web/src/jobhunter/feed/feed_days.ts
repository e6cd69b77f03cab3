// SPDX-License-Identifier: EUPL-1.2
import type { Announcement } from '@passend/client';

export interface FeedDay {
  day: string;
  announcements: Announcement[];
}

/** Announcements that follow each other on one day, as `dayOf` names it, under one heading. */
export function byDay(announcements: readonly Announcement[], dayOf: (isoTime: string) => string): FeedDay[] {
  const days: FeedDay[] = [];
  for (const announcement of announcements) {
    const day = dayOf(announcement.at);
    const last = days.at(-1);
    if (last?.day === day) last.announcements.push(announcement);
    else days.push({ day, announcements: [announcement] });
  }
  return days;
}

/** What has become of a pair since it was announced; undefined when the server cannot say yet. */
export type Standing = 'withdrawn' | 'fits' | 'one_question_open' | 'falls_short' | undefined;

export function standingOf({ vacancy, candidate, now }: Announcement): Standing {
  return vacancy && candidate ? now?.lane : 'withdrawn';
}
