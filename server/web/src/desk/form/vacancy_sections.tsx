// SPDX-License-Identifier: EUPL-1.2
import { Heading } from '@nl-design-system-candidate/heading-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Checks, LongTextField, SelectField, TextField } from '../../shared/ui/form/controls';
import { ConceptField } from './concept_fields';
import { CompetenceList, CredentialList, EducationList, LanguageList, LicenceList } from './demand_lists';
import { EmployerField } from './employer_field';
import { bind, describe, type FormAccess } from './form_access';
import { CriterionImportance } from './importance_field';
import { TextReader } from './text_reader';
import { titleIn, withProposals } from './proposals';
import { emptyGrid, type WeighedCriterion } from './vacancy_form';
import { WeekField } from './week_field';

function Section({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section className="form-section" aria-labelledby={`deel-${name}`}>
      <Heading level={2} appearance="level-3" id={`deel-${name}`}>
        {t(`vacancyForm.section.${name}`)}
      </Heading>
      {children}
    </section>
  );
}

function Weight({ access: { form, set }, criterion }: { access: FormAccess; criterion: WeighedCriterion }) {
  const { t } = useTranslation();
  return (
    <CriterionImportance
      of={t(`criterion.${criterion}`)}
      value={form.importance[criterion]}
      onChange={(value) => set({ importance: { ...form.importance, [criterion]: value } })}
    />
  );
}

const occupations = ['occupation'] as const;

interface SectionProps {
  access: FormAccess;
}

export function TextSection({ access, choosesEmployer }: SectionProps & { choosesEmployer: boolean }) {
  const { t } = useTranslation();
  const { form, set } = access;
  return (
    <Section name="text">
      {choosesEmployer && (
        <EmployerField
          {...describe(access, 'employerId')}
          hint={t('vacancyForm.employerHint')}
          isRequired
          employer={{ id: form.employerId, name: form.employerName }}
          onChange={({ id, name }) => set({ employerId: id, employerName: name })}
        />
      )}
      <TextField {...bind(access, 'title')} isRequired maxLength={120} />
      <LongTextField
        {...bind(access, 'description')}
        hint={t('vacancyForm.descriptionHint')}
        rows={8}
        maxLength={20_000}
      />
      <TextReader
        text={form.description}
        onTake={(taken) => {
          const title = form.title.trim() === '' ? titleIn(form.description) : undefined;
          set({ ...withProposals(form, taken), ...(title === undefined ? {} : { title }) });
        }}
      />
    </Section>
  );
}

export function WorkSection({ access }: SectionProps) {
  const { t } = useTranslation();
  const { form, set } = access;
  return (
    <Section name="work">
      <div className="weighed">
        <ConceptField
          {...describe(access, 'occupation')}
          hint={t('vacancyForm.occupationHint')}
          kinds={occupations}
          concept={form.occupation}
          onChange={(occupation) => set({ occupation })}
        />
        {form.occupation && <Weight access={access} criterion="occupation" />}
      </div>
      <TextField {...bind(access, 'positions')} inputMode="numeric" maxLength={3} width="short" />
      <div className="form-line">
        <TextField {...bind(access, 'postcode')} hint={t('vacancyForm.postcodeHint')} maxLength={8} width="short" />
        <TextField {...bind(access, 'place')} maxLength={80} width="middle" />
      </div>
      <div className="weighed">
        <div className="form-line">
          <TextField {...bind(access, 'hoursMinimum')} inputMode="numeric" maxLength={2} width="short" />
          <TextField {...bind(access, 'hoursMaximum')} inputMode="numeric" maxLength={2} width="short" />
        </div>
        {(form.hoursMinimum !== '' || form.hoursMaximum !== '') && <Weight access={access} criterion="hours" />}
      </div>
      <div className="weighed">
        <WeekField {...describe(access, 'grid')} grid={form.grid} onChange={(grid) => set({ grid })} />
        {form.grid !== emptyGrid && <Weight access={access} criterion="working_times" />}
      </div>
      <SelectField
        {...bind(access, 'irregularHours')}
        options={(['', 'no', 'yes'] as const).map((value) => ({
          value,
          label: t(value === '' ? 'vacancyForm.notSaid' : `vacancyForm.${value}`),
        }))}
      />
      <div className="weighed">
        <div className="form-line">
          <TextField {...bind(access, 'starts')} type="date" width="middle" />
          <TextField {...bind(access, 'ends')} type="date" width="middle" />
        </div>
        {(form.starts !== '' || form.ends !== '') && <Weight access={access} criterion="period" />}
      </div>
    </Section>
  );
}

const workLevels = ['no_basic_education', 'basic', 'vmbo', 'mbo_havo_vwo', 'hbo', 'wo'] as const;

export function DemandSection({ access }: SectionProps) {
  const { t } = useTranslation();
  const { form, set } = access;
  return (
    <Section name="demands">
      <p className="hint">{t('vacancyForm.demandsHint')}</p>
      <LanguageList
        {...describe(access, 'languages')}
        rows={form.languages}
        onChange={(languages) => set({ languages })}
      />
      <LicenceList
        {...describe(access, 'drivingLicences')}
        rows={form.drivingLicences}
        onChange={(drivingLicences) => set({ drivingLicences })}
      />
      <CompetenceList
        {...describe(access, 'competences')}
        rows={form.competences}
        onChange={(competences) => set({ competences })}
      />
      <CredentialList
        {...describe(access, 'credentials')}
        rows={form.credentials}
        onChange={(credentials) => set({ credentials })}
      />
      <div className="weighed">
        <EducationList
          {...describe(access, 'education')}
          rows={form.education}
          onChange={(education) => set({ education })}
        />
        {form.education.length > 0 && <Weight access={access} criterion="education" />}
      </div>
      <div className="weighed">
        <SelectField
          {...bind(access, 'workLevel')}
          options={(['', ...workLevels] as const).map((value) => ({
            value,
            label: value === '' ? t('vacancyForm.notAsked') : t(`workLevel.${value}`),
          }))}
        />
        {form.workLevel !== '' && <Weight access={access} criterion="work_level" />}
      </div>
      <div className="weighed">
        <TextField {...bind(access, 'experienceYears')} inputMode="numeric" maxLength={2} width="short" />
        {form.experienceYears !== '' && <Weight access={access} criterion="experience" />}
      </div>
    </Section>
  );
}

const contractTypes = ['permanent', 'fixed_term'] as const;
const agreements = ['job', 'apprenticeship', 'work_experience', 'trial_placement', 'volunteering'] as const;
const salaryPeriods = ['hour', 'week', 'month', 'year'] as const;
const conditions = [
  ...(['quiet_place', 'seated_work', 'guidance', 'variation', 'fixed_routine', 'adapted_workplace'] as const),
  ...(['light_physical_work', 'no_customer_contact', 'flexible_start', 'accessible_building'] as const),
] as const;

export function OfferSection({ access }: SectionProps) {
  const { t } = useTranslation();
  const { form, set } = access;
  const checks = <Field extends 'contractTypes' | 'agreements' | 'offeredConditions'>(field: Field) => ({
    ...describe(access, field),
    chosen: form[field] as string[],
    onChange: (chosen: string[]) => set({ [field]: chosen }),
  });
  return (
    <Section name="offer">
      <Checks
        {...checks('contractTypes')}
        options={contractTypes.map((value) => ({ value, label: t(`contractType.${value}`) }))}
      />
      <Checks
        {...checks('agreements')}
        options={agreements.map((value) => ({ value, label: t(`agreement.${value}`) }))}
      />
      <div className="form-line">
        <TextField {...bind(access, 'salaryMinimum')} inputMode="decimal" maxLength={12} width="short" />
        <TextField {...bind(access, 'salaryMaximum')} inputMode="decimal" maxLength={12} width="short" />
        <SelectField
          {...bind(access, 'salaryPeriod')}
          options={salaryPeriods.map((value) => ({ value, label: t(`vacancyForm.per.${value}`) }))}
        />
      </div>
      <LongTextField {...bind(access, 'conditionsText')} rows={3} maxLength={2000} />
      <Checks
        {...checks('offeredConditions')}
        hint={t('vacancyForm.conditionsHint')}
        options={conditions.map((value) => ({ value, label: t(`condition.${value}`) }))}
      />
    </Section>
  );
}

const methods = ['email', 'telephone', 'online_form', 'post'] as const;

export function ApplySection({ access }: SectionProps) {
  const { t } = useTranslation();
  const { form, set } = access;
  return (
    <Section name="apply">
      <TextField {...bind(access, 'closes')} hint={t('vacancyForm.closesHint')} type="date" width="middle" />
      <Checks
        {...describe(access, 'applicationMethods')}
        chosen={form.applicationMethods}
        options={methods.map((value) => ({ value, label: t(`applicationMethod.${value}`) }))}
        onChange={(applicationMethods) => set({ applicationMethods })}
      />
      <TextField {...bind(access, 'applicationUrl')} type="url" inputMode="url" maxLength={1000} />
      <TextField {...bind(access, 'contactName')} maxLength={120} width="middle" />
      <div className="form-line">
        <TextField {...bind(access, 'contactEmail')} type="email" inputMode="email" maxLength={320} width="middle" />
        <TextField {...bind(access, 'contactPhone')} type="tel" inputMode="tel" maxLength={30} width="middle" />
      </div>
    </Section>
  );
}
