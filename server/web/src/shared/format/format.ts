// SPDX-License-Identifier: EUPL-1.2
import type { Period, Salary, WeeklyHours } from '@passend/client';

export type UiLanguage = 'nl' | 'en';

/** Basis points (0..10000) to a fraction. */
const fraction = (basisPoints: number) => basisPoints / 10_000;

const regions: Record<UiLanguage, string> = { nl: 'nl-NL', en: 'en-GB' };

/** Numbers, dates and names of languages as the reader writes them. Makes each Intl formatter once. */
export class Format {
  readonly locale: string;
  private readonly whole: Intl.NumberFormat;
  private readonly percentWhole: Intl.NumberFormat;
  private readonly percentTenth: Intl.NumberFormat;
  private readonly tenth: Intl.NumberFormat;
  private readonly day: Intl.DateTimeFormat;
  private readonly weekday: Intl.DateTimeFormat;
  private readonly time: Intl.DateTimeFormat;
  private readonly euro: Intl.NumberFormat;
  private readonly languages: Intl.DisplayNames;

  constructor(language: UiLanguage) {
    this.locale = regions[language];
    this.whole = new Intl.NumberFormat(this.locale, { maximumFractionDigits: 0 });
    this.percentWhole = new Intl.NumberFormat(this.locale, { style: 'percent', maximumFractionDigits: 0 });
    this.percentTenth = new Intl.NumberFormat(this.locale, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    this.tenth = new Intl.NumberFormat(this.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    this.day = new Intl.DateTimeFormat(this.locale, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    });
    this.weekday = new Intl.DateTimeFormat(this.locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    this.time = new Intl.DateTimeFormat(this.locale, { hour: '2-digit', minute: '2-digit' });
    this.euro = new Intl.NumberFormat(this.locale, { style: 'currency', currency: 'EUR' });
    this.languages = new Intl.DisplayNames([this.locale], { type: 'language' });
  }

  number = (value: number) => this.whole.format(value);
  percent = (basisPoints: number) => this.percentWhole.format(fraction(basisPoints));
  percentExact = (basisPoints: number) => this.percentTenth.format(fraction(basisPoints));
  /** Basis points as percentage points without a sign, "12,3". */
  points = (basisPoints: number) => this.tenth.format(basisPoints / 100);
  km = (value: number) => `${value < 10 ? this.tenth.format(value) : this.whole.format(value)} km`;
  money = (cents: number) => this.euro.format(cents / 100);

  /** "2026-01-31" as "31 jan 2026"; what is no date is given back as it is. */
  date = (isoDate: string) => {
    const time = Date.parse(`${isoDate}T00:00:00Z`);
    return Number.isNaN(time) ? isoDate : this.day.format(time);
  };

  /** A moment as the day where the reader is, "zaterdag 28 november 2026". */
  dayOf = (isoTime: string) => this.weekday.format(Date.parse(isoTime));
  /** A moment as the time of day where the reader is, "14:03". */
  clock = (isoTime: string) => this.time.format(Date.parse(isoTime));

  /** "24–32", "32" when both ends are equal; undefined when neither is known. */
  hours = ({ minimum, maximum }: WeeklyHours) => {
    if (minimum !== undefined && maximum !== undefined && minimum !== maximum) return `${minimum}–${maximum}`;
    const one = maximum ?? minimum;
    return one === undefined ? undefined : String(one);
  };

  period = ({ from, until }: Period) =>
    from === undefined && until === undefined
      ? undefined
      : [from, until].map((day) => (day === undefined ? '…' : this.date(day))).join(' – ');

  salary = ({ minimumCents, maximumCents }: Salary) => {
    const ends = [minimumCents, maximumCents].filter((cents) => cents !== undefined);
    return [...new Set(ends)].map((cents) => this.money(cents)).join(' – ');
  };

  /** ISO 639-3 code to the name of the language. */
  language = (code: string) => this.languages.of(code) ?? code;
}
