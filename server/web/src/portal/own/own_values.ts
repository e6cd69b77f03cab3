// SPDX-License-Identifier: EUPL-1.2
import type { Concept, Me } from '@passend/client';
import type { OwnChanges } from './own_state';

/** What the form of a job seeker holds, as text. */
export interface OwnValues {
  summary: string;
  wanted: string[];
  postcode: string;
  distance: string;
  hoursMinimum: string;
  hoursMaximum: string;
  availableFrom: string;
  email: string;
  phone: string;
}

const numberText = (value: number | undefined) => (value === undefined ? '' : String(value));
const numberOf = (text: string) => (text.trim() === '' ? null : Number(text));
const textOf = (text: string) => (text.trim() === '' ? null : text.trim());

interface ConceptRef {
  uri?: string;
  label?: string;
}

const wantedOf = (me: Me) => (me.searchProfile.wantedOccupations ?? []) as ConceptRef[];
/** What the last part of an URI says, for want of a label. */
const nameOf = ({ uri, label }: ConceptRef) => label ?? uri?.split(/[/#:]/).pop() ?? '';

export function valuesOf(me: Me): OwnValues {
  const { searchProfile: search, detailProfile: detail } = me;
  return {
    summary: search.summary ?? '',
    wanted: wantedOf(me).map(nameOf),
    postcode: search.mobility?.postcode ?? '',
    distance: numberText(search.mobility?.maximumDistanceKm),
    hoursMinimum: numberText(search.hours?.minimum),
    hoursMaximum: numberText(search.hours?.maximum),
    availableFrom: search.available?.from ?? '',
    email: detail.emails?.[0] ?? '',
    phone: detail.phones?.[0] ?? '',
  };
}

/** With the names of occupations that the record knows by their URI alone. */
export function withLabels(me: Me, named: readonly Concept[]): Me {
  const labels = new Map(named.map(({ uri, label }) => [uri, label]));
  const wantedOccupations = wantedOf(me).map((ref) => {
    const label = ref.label ?? labels.get(ref.uri);
    return label === undefined ? ref : { ...ref, label };
  });
  if (wantedOccupations.length === 0) return me;
  return { ...me, searchProfile: { ...me.searchProfile, wantedOccupations } } as Me;
}

/** The first of a list replaced, with those behind it. */
function withFirst(list: readonly string[] | undefined, first: string): string[] {
  const rest = (list ?? []).slice(1);
  return first.trim() === '' ? rest : [first.trim(), ...rest];
}

/** Only what differs, so that what somebody did not touch does not become theirs. */
export function changesOf(me: Me, values: OwnValues): OwnChanges | undefined {
  const before = valuesOf(me);
  const differs = (...names: (keyof OwnValues)[]) =>
    names.some((name) => JSON.stringify(before[name]) !== JSON.stringify(values[name]));
  const search: Record<string, unknown> = {};
  const detail: Record<string, unknown> = {};
  if (differs('summary')) search.summary = textOf(values.summary);
  if (differs('wanted')) {
    const known = new Map(wantedOf(me).map((ref) => [nameOf(ref), ref]));
    search.wantedOccupations = values.wanted.map((label) => known.get(label) ?? { label });
  }
  if (differs('postcode', 'distance')) {
    search.mobility = {
      postcode: textOf(values.postcode.replaceAll(' ', '').toUpperCase()),
      maximumDistanceKm: numberOf(values.distance),
    };
  }
  if (differs('hoursMinimum', 'hoursMaximum')) {
    search.hours = { minimum: numberOf(values.hoursMinimum), maximum: numberOf(values.hoursMaximum) };
  }
  if (differs('availableFrom')) search.available = { from: textOf(values.availableFrom) };
  if (differs('email')) detail.emails = withFirst(me.detailProfile.emails, values.email);
  if (differs('phone')) detail.phones = withFirst(me.detailProfile.phones, values.phone);
  const changes: OwnChanges = {};
  if (Object.keys(search).length > 0) changes.searchProfile = search;
  if (Object.keys(detail).length > 0) changes.detailProfile = detail;
  return changes.searchProfile || changes.detailProfile ? changes : undefined;
}
