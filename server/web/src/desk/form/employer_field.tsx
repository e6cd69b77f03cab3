// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saidTogether } from '../../shared/format/said';
import { useRested } from '../../shared/rested';
import { Combobox } from '../../shared/ui/combobox';
import { Field, type FieldProps } from '../../shared/ui/form/field';
import { placeInWords } from '../../jobhunter/names';
import { api, dataOf } from '../../shared/api/api';

const restMilliseconds = 150;
const mostOffered = 8;

const useEmployersNamed = (typed: string, isAsked: boolean) => {
  const name = useRested(typed.trim(), restMilliseconds);
  const { data } = useQuery({
    queryKey: ['employers', 'offered', name],
    queryFn: ({ signal }) =>
      dataOf(api.get('/employers', { params: { query: { name, pageSize: mostOffered } }, signal })),
    enabled: isAsked && name !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  return isAsked && name !== '' ? (data?.employers ?? []) : [];
};

interface EmployerFieldProps extends FieldProps {
  employer: { id: string; name: string };
  onChange(employer: { id: string; name: string }): void;
}

/** Whose vacancy it is. What is typed counts for nothing until one of the list is taken. */
export function EmployerField({ employer, onChange, ...field }: EmployerFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const found = useEmployersNamed(typed ?? '', typed !== undefined);
  return (
    <Field {...field} hint={employer.id === '' ? field.hint : t('vacancyForm.employerChosen')}>
      {(described) => (
        <Combobox
          {...described}
          className="field__control"
          value={typed ?? employer.name}
          maxLength={120}
          options={found.map((one) => ({
            key: one.employerId,
            content: (
              <>
                {one.name} <span className="combobox__other">{saidTogether([placeInWords(one)])}</span>
              </>
            ),
            take: () => {
              setTyped(undefined);
              onChange({ id: one.employerId, name: one.name });
            },
          }))}
          onType={(text) => {
            setTyped(text);
            onChange({ id: '', name: text });
          }}
        />
      )}
    </Field>
  );
}
