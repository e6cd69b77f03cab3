// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import en from '../src/shared/i18n/en.json';
import nl from '../src/shared/i18n/nl.json';

type Texts = { [key: string]: string | Texts };

const flat = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  );

const dutch = new Map(flat(nl));
const english = new Map(flat(en));

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join('src', name), 'utf8'));

/** Names in braces that a message needs. */
const argumentsOf = (message: string) =>
  [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))].filter((name) => name !== '#').sort();

describe('The texts', () => {
  it('stand in both languages under the same keys', () => expect([...english.keys()]).toEqual([...dutch.keys()]));

  it.each([
    ['nl', dutch],
    ['en', english],
  ] as const)('are all well-formed ICU messages (%s)', (locale, texts) => {
    for (const [key, message] of texts) expect(() => new IntlMessageFormat(message, locale), key).not.toThrow();
  });

  it('ask for the same values in both languages', () => {
    for (const [key, message] of dutch) expect(argumentsOf(english.get(key) ?? ''), key).toEqual(argumentsOf(message));
  });

  it('exist for every key that is written in full in the code', () => {
    const used = sources.flatMap((source) => [...source.matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key]) => key ?? ''));
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((key) => !dutch.has(key))).toEqual([]);
  });

  it('say "je" to job seekers, "u" to everybody else, and neither where both read along', () => {
    const polite = /\b(u|uw|uzelf)\b/i;
    const familiar = /\b(je|jij|jou|jouw)\b/i;
    const isOwn = (key: string) => /^portal\.(?!start\.nothing$)|\.own$/.test(key);
    const isForAll = (key: string) =>
      /^(layout|problem|signIn|search|vacancies|vacancy|lane|match|outcome)\./.test(key);
    const wrong = [...dutch].filter(([key, message]) =>
      isOwn(key) ? polite.test(message) : familiar.test(message) || (isForAll(key) && polite.test(message)),
    );
    expect(wrong).toEqual([]);
  });

  it('have a group for every key that is composed in the code', () => {
    const groups = sources.flatMap((source) =>
      [...source.matchAll(/\bt\(\s*`([\w.]+)\./g)].map(([, group]) => group ?? ''),
    );
    const known = [...dutch.keys()];
    expect(groups.filter((group) => known.every((key) => !key.startsWith(`${group}.`)))).toEqual([]);
  });
});
