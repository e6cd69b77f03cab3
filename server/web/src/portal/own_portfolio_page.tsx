// SPDX-License-Identifier: EUPL-1.2
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import { candidateWishes } from '../jobhunter/facts/candidate_wishes';
import { DemandList } from '../jobhunter/facts/demand_list';
import { portfolioParts } from '../jobhunter/facts/portfolio';
import { PortfolioView } from '../jobhunter/facts/portfolio_view';
import { useCandidate } from '../shared/api/queries';
import { usePreferences } from '../shared/preferences';
import { useHeadingFocus } from '../shared/ui/heading_focus';
import { Loading } from '../shared/ui/loading';
import { ProblemAlert } from '../shared/ui/problem_alert';
import { OwnRecord } from './own_record';

/** What the municipality knows of a job seeker for finding work, as they see it themselves. */
export function OwnPortfolioPage() {
  return <OwnRecord>{(id) => <OwnPortfolio id={id} />}</OwnRecord>;
}

function OwnPortfolio({ id }: { id: string }) {
  const { t } = useTranslation();
  const { format, language } = usePreferences();
  const heading = useHeadingFocus(t('portal.portfolio.title'));
  const { data, error, refetch } = useCandidate(id, language);
  const words = { t, format };
  return (
    <>
      <Heading level={1} ref={heading} tabIndex={-1}>
        {t('portal.portfolio.title')}
      </Heading>
      <p className="lead">{t('portal.portfolio.lead')}</p>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          {data.updated && <p className="hint">{t('portal.portfolio.updated', { date: format.date(data.updated) })}</p>}
          {data.summary && <p className="summary">{data.summary}</p>}
          <section aria-labelledby="wishes">
            <Heading level={2} appearance="level-3" id="wishes">
              {t('portal.portfolio.wishes')}
            </Heading>
            <DemandList demands={candidateWishes(data, words)} />
          </section>
          <section aria-labelledby="abilities">
            <Heading level={2} appearance="level-3" id="abilities">
              {t('portal.portfolio.abilities')}
            </Heading>
            <PortfolioView parts={portfolioParts(data, words)} />
          </section>
          <p className="hint">{t('portal.portfolio.mistake')}</p>
        </>
      )}
    </>
  );
}
