// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../shared/preferences';
import { FieldGroup, type FieldProps } from '../../shared/ui/form/field';
import { ConceptAdder } from './concept_fields';
import { ItemRows, RowSelect } from './item_rows';
import { AddBySelect } from './add_by_select';
import {
  languageSkills,
  type CompetenceRow,
  type CredentialRow,
  type EducationRow,
  type LanguageRow,
  type LicenceRow,
  type NamedConcept,
} from './vacancy_form';

interface ListProps<Row> extends Pick<FieldProps, 'id' | 'label' | 'error'> {
  rows: Row[];
  onChange(rows: Row[]): void;
}

/** Asked most in the Netherlands; one that a text brings along is offered too. ISO 639-3. */
const usualLanguages = [
  ...['nld', 'eng', 'deu', 'fra', 'ara', 'tur', 'pol', 'ukr', 'rus', 'spa', 'por', 'ita', 'ron', 'bul', 'hun'],
  ...['zho', 'fas', 'som', 'tir', 'kur', 'pus', 'urd', 'pap', 'tam', 'vie'],
];
const levels = ['fair', 'good', 'excellent'] as const;

export function LanguageList({ rows, onChange, ...field }: ListProps<LanguageRow>) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const left = usualLanguages.filter((code) => rows.every(({ language }) => language !== code));
  const set = (row: LanguageRow, skill: (typeof languageSkills)[number], level: string): LanguageRow => {
    const { [skill]: _, ...others } = row;
    return level === '' ? others : { ...others, [skill]: level as (typeof levels)[number] };
  };
  return (
    <FieldGroup {...field} hint={t('vacancyForm.languagesHint')}>
      <ItemRows
        label={field.label}
        rows={rows}
        nameOf={({ language }) => format.language(language)}
        onChange={onChange}
        details={(row, change) =>
          languageSkills.map((skill) => (
            <RowSelect
              key={skill}
              label={t(`languageSkill.${skill}`)}
              value={row[skill] ?? ''}
              options={['', ...levels].map((level) => ({
                value: level,
                label: level === '' ? t('vacancyForm.notAsked') : t(`languageLevel.${level}`),
              }))}
              onChange={(level) => change(set(row, skill, level))}
            />
          ))
        }
      />
      <AddBySelect
        id={`${field.id}-add`}
        label={t('vacancyForm.addLanguage')}
        options={left
          .map((code) => ({ value: code, label: format.language(code) }))
          .sort((a, b) => a.label.localeCompare(b.label, format.locale))}
        onAdd={(language) => onChange([...rows, { language, speaking: 'fair', importance: 'important' }])}
      />
    </FieldGroup>
  );
}

const licences = ['B', 'BE', 'C', 'CE', 'C1', 'C1E', 'D', 'DE', 'D1', 'D1E', 'AM', 'A', 'A1', 'A2', 'T'] as const;

export function LicenceList({ rows, onChange, ...field }: ListProps<LicenceRow>) {
  const { t } = useTranslation();
  const left = licences.filter((category) => rows.every((row) => row.category !== category));
  const nameOf = (category: string) => t('fact.licence', { category });
  return (
    <FieldGroup {...field}>
      <ItemRows label={field.label} rows={rows} nameOf={({ category }) => nameOf(category)} onChange={onChange} />
      <AddBySelect
        id={`${field.id}-add`}
        label={t('vacancyForm.addLicence')}
        options={left.map((category) => ({ value: category, label: nameOf(category) }))}
        onAdd={(category) => onChange([...rows, { category, importance: 'required' }])}
      />
    </FieldGroup>
  );
}

const competences = ['competence'] as const;
const credentials = ['credential'] as const;
const proficiencies = ['beginner', 'basic', 'skilled', 'expert'] as const;

const isThere = (list: readonly NamedConcept[], concept: NamedConcept) =>
  list.some(({ label }) => label.toLowerCase() === concept.label.toLowerCase());

export function CompetenceList({ rows, onChange, ...field }: ListProps<CompetenceRow>) {
  const { t } = useTranslation();
  const add = (competence: NamedConcept) => {
    if (
      isThere(
        rows.map((row) => row.competence),
        competence,
      )
    )
      return;
    onChange([...rows, { competence, importance: 'important' }]);
  };
  return (
    <FieldGroup {...field}>
      <ItemRows
        label={field.label}
        rows={rows}
        nameOf={({ competence }) => competence.label}
        onChange={onChange}
        details={(row, change) => (
          <RowSelect
            label={t('vacancyForm.level')}
            value={row.level ?? ''}
            options={(['', ...proficiencies] as const).map((level) => ({
              value: level,
              label: level === '' ? t('vacancyForm.anyLevel') : t(`proficiency.${level}`),
            }))}
            onChange={(level) => {
              const { level: _, ...others } = row;
              change(level === '' ? others : { ...others, level });
            }}
          />
        )}
      />
      <ConceptAdder
        id={`${field.id}-add`}
        label={t('vacancyForm.addCompetence')}
        kinds={competences}
        onAdd={add}
        isLabelHidden
      />
    </FieldGroup>
  );
}

export function CredentialList({ rows, onChange, ...field }: ListProps<CredentialRow>) {
  const { t } = useTranslation();
  const add = (credential: NamedConcept) => {
    if (
      isThere(
        rows.map((row) => row.credential),
        credential,
      )
    )
      return;
    onChange([...rows, { credential, importance: 'required' }]);
  };
  return (
    <FieldGroup {...field}>
      <ItemRows label={field.label} rows={rows} nameOf={({ credential }) => credential.label} onChange={onChange} />
      <ConceptAdder
        id={`${field.id}-add`}
        label={t('vacancyForm.addCredential')}
        kinds={credentials}
        onAdd={add}
        isLabelHidden
      />
    </FieldGroup>
  );
}

const educationLevels = ['primary', 'vmbo', 'havo_vwo', 'mbo', 'hbo', 'wo', 'other'] as const;

export function EducationList({ rows, onChange, ...field }: ListProps<EducationRow>) {
  const { t } = useTranslation();
  const nameOf = ({ level, name }: EducationRow) =>
    [level && t(`educationLevel.${level}`), name].filter(Boolean).join(', ') || t('criterion.education');
  return (
    <FieldGroup {...field} hint={t('vacancyForm.educationHint')}>
      <ItemRows
        label={field.label}
        rows={rows}
        nameOf={nameOf}
        onChange={onChange}
        details={(row, change) => (
          <>
            <label className="row__choice row__choice--wide">
              <span className="hint">{t('vacancyForm.educationName')}</span>
              <input
                className="utrecht-textbox"
                value={row.name ?? ''}
                maxLength={120}
                onChange={({ target }) => {
                  const { name: _, ...others } = row;
                  change(target.value === '' ? others : { ...others, name: target.value });
                }}
              />
            </label>
            <label className="check">
              <input
                type="checkbox"
                className="utrecht-checkbox utrecht-checkbox--html-input"
                checked={row.experienceCounts ?? false}
                onChange={({ target }) => change({ ...row, experienceCounts: target.checked })}
              />
              {t('vacancyForm.experienceCounts')}
            </label>
          </>
        )}
      />
      <AddBySelect
        id={`${field.id}-add`}
        label={t('vacancyForm.addEducation')}
        options={educationLevels.map((level) => ({ value: level, label: t(`educationLevel.${level}`) }))}
        onAdd={(level) => onChange([...rows, { level }])}
      />
    </FieldGroup>
  );
}
