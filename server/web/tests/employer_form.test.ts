// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { emptyEmployer, errorsOf, newEmployerOf, refusedOf } from '../src/desk/employers/employer_form';

const bakery = { ...emptyEmployer, name: ' Bakkerij De Korenaar ' };

describe('A new employer', () => {
  it('needs a name and nothing else', () => {
    expect(Object.keys(errorsOf(emptyEmployer))).toEqual(['name']);
    expect(errorsOf(bakery)).toEqual({});
    expect(newEmployerOf(bakery)).toEqual({ name: 'Bakkerij De Korenaar' });
  });

  it('is sent with what was filled in, as the API writes it', () => {
    const form = {
      ...bakery,
      kvkNumber: '1234 5678',
      postcode: '1211 ab',
      place: 'Hilversum',
      contactName: 'Planning',
    };
    expect(newEmployerOf({ ...form, contactPhone: '035 123' })).toEqual({
      name: 'Bakkerij De Korenaar',
      kvkNumber: '12345678',
      location: { postcode: '1211AB', place: 'Hilversum' },
      contacts: [{ name: 'Planning', phones: ['035 123'] }],
    });
  });

  it('is held against what can be seen to be wrong', () => {
    const wrong = { ...bakery, kvkNumber: '123', postcode: '121', contactEmail: 'geen adres' };
    expect(Object.keys(errorsOf(wrong)).sort()).toEqual(['contactEmail', 'kvkNumber', 'postcode']);
  });

  it('is told what the server refuses beside the field that it is about', () => {
    const { fields, others } = refusedOf([
      { field: '/location/place', rule: 'has at most 80 characters' },
      { field: '/sectors', rule: 'has at most 50 items' },
    ]);
    expect(Object.keys(fields)).toEqual(['place']);
    expect(others).toEqual([{ key: 'form.rule.tooMany', values: { count: 50 } }]);
  });
});
