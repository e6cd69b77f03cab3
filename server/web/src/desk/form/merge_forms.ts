// SPDX-License-Identifier: EUPL-1.2

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Which fields of a form differ from another one. */
export const changedFields = <Form extends object>(form: Form, before: Form): (keyof Form)[] =>
  (Object.keys(form) as (keyof Form)[]).filter((name) => !same(form[name], before[name]));

/**
 * What somebody typed over an older version, laid over a newer one: their fields stay, the others become those of the
 * newer version. `both` are the fields that were changed on both sides to something else, to be looked at again.
 */
export function mergeForms<Form extends object>(
  typed: Form,
  older: Form,
  newer: Form,
): { form: Form; both: (keyof Form)[] } {
  const mine = changedFields(typed, older);
  const theirs = changedFields(newer, older);
  const form = { ...newer };
  for (const name of mine) form[name] = typed[name];
  return { form, both: mine.filter((name) => theirs.includes(name) && !same(typed[name], newer[name])) };
}
