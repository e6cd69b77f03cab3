// SPDX-License-Identifier: EUPL-1.2
import type { EmployerRecord } from '@passend/client';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { useRecord } from '../../shared/api/queries';
import { said } from '../../shared/format/said';
import { usePreferences } from '../../shared/preferences';
import { FactList } from '../../shared/ui/fact_list';
import { Loading } from '../../shared/ui/loading';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { sectorInWords } from '../../jobhunter/facts/words';
import { RecordHeader } from '../../jobhunter/pages/record_header';
import { EmployerVacancies } from '../employer_vacancies';
import { ContactMoments } from './contact_moments';
import { ContactPersons } from './contact_persons';
import { employers, type Versioned } from '../../shared/api/records';

/** All that the service point knows of an employer, and what it does with them. */
export function EmployerPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useRecord(employers, id);
  if (error && !data) {
    return (
      <>
        <RecordHeader title={t('employer.missing')} details={[]} listPath="/werkgevers" />
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  return data ? <EmployerBody key={id} employer={data} onReload={() => void refetch()} /> : <Loading />;
}

function EmployerBody({ employer, onReload }: { employer: Versioned<EmployerRecord>; onReload(): void }) {
  const { t } = useTranslation();
  const { record } = employer;
  return (
    <>
      <RecordHeader
        title={record.name}
        details={said([record.location?.place, record.kvkNumber && t('employers.kvk', { number: record.kvkNumber })])}
        listPath="/werkgevers"
      />
      <div className="record">
        <div className="record__facts">
          <Details record={record} />
          <ContactPersons employer={employer} onReload={onReload} />
        </div>
        <div className="desk-column">
          <section className="desk-part" aria-labelledby="employer-moments">
            <Heading level={2} appearance="level-3" id="employer-moments">
              {t('moments.title')}
            </Heading>
            <ContactMoments employerId={record.id} />
          </section>
          <section className="desk-part" aria-labelledby="employer-vacancies">
            <Heading level={2} appearance="level-3" id="employer-vacancies">
              {t('employer.vacancies')}
            </Heading>
            <EmployerVacancies
              employerId={record.id}
              newPath={`/werkgevers/${record.id}/vacatures/nieuw`}
              newLabel={t('employer.newVacancy')}
              headingLevel={3}
            />
          </section>
        </div>
      </div>
    </>
  );
}

function Details({ record }: { record: EmployerRecord }) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const { street, houseNumber, postcode, place } = record.location ?? {};
  const address = said([said([street, houseNumber]).join(' '), said([postcode, place]).join(' ')]);
  const websites = record.webAddresses ?? [];
  const facts = [
    { name: t('employer.address'), value: address.length > 0 && address.join(', ') },
    {
      name: t('criterion.sector'),
      value: record.sectors && record.sectors.map((code) => sectorInWords(code, { t, format })).join(', '),
    },
    { name: t('employer.websites'), value: websites.length > 0 && websites.map(({ url }) => url).join(', ') },
    { name: t('employer.training'), value: record.recognisedTrainingCompany && t('vacancyForm.yes') },
  ];
  return (
    <section className="disclosure" aria-labelledby="employer-details">
      <Heading level={2} appearance="level-4" id="employer-details">
        {t('employer.details')}
      </Heading>
      <FactList facts={facts} />
    </section>
  );
}
