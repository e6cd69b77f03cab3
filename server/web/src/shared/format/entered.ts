// SPDX-License-Identifier: EUPL-1.2

/** "1211 ab" as "1211AB", with or without its letters; undefined for what is no Dutch postcode. */
export function normalPostcode(text: string): string | undefined {
  const packed = text.replaceAll(/\s/g, '').toUpperCase();
  return /^[1-9]\d{3}(?!SA|SD|SS)([A-Z]{2})?$/.test(packed) ? packed : undefined;
}

/** What can be seen of an e-mail address without writing to it. No address at all is not wrong. */
export const isGoodEmail = (text: string) => text.trim() === '' || /^\S+@\S+\.\S+$/.test(text.trim());

/** What was typed; undefined for nothing, so that it is left out of what is sent. */
export const filled = (text: string) => (text.trim() === '' ? undefined : text.trim());

/** An object without its empty members; undefined when nothing is left. */
export function known<Value extends object>(value: {
  [Name in keyof Value]: Value[Name] | undefined;
}): Value | undefined {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as Value);
}
