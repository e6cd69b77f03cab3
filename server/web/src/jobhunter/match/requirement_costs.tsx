// SPDX-License-Identifier: EUPL-1.2
import type { RelaxationsRequest, RequirementCost } from '@passend/client';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRelaxations } from '../../shared/api/queries';
import { Loading } from '../../shared/ui/loading';
import { ProblemAlert } from '../../shared/ui/problem_alert';
import { changingSteps, costingRequirements, type Step } from './relaxation_steps';

interface RequirementCostsProps {
  vacancyId: string;
  costs: readonly RequirementCost[];
  request: RelaxationsRequest;
}

/** What the requirements of a vacancy cost in people, and on demand what asking less would bring. */
export function RequirementCosts({ vacancyId, costs, request }: RequirementCostsProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const costing = costingRequirements(costs);
  return (
    <section className="costs" aria-labelledby="costs-heading">
      <Heading level={3} appearance="level-4" id="costs-heading">
        {t('costs.title')}
      </Heading>
      <p className="hint">{t('costs.explained')}</p>
      {costing.length === 0 ? (
        <p>{t('costs.none')}</p>
      ) : (
        <ul className="costs__list">
          {costing.map(({ criterion, side, text }) => (
            <li key={`${side} ${criterion}`} className={`costs__item costs__item--${side}`}>
              {text}
            </li>
          ))}
        </ul>
      )}
      {asked ? (
        <WhatIf vacancyId={vacancyId} request={request} />
      ) : (
        <Button purpose="secondary" onClick={() => setAsked(true)}>
          {t('costs.whatIf')}
        </Button>
      )}
    </section>
  );
}

function WhatIf({ vacancyId, request }: Pick<RequirementCostsProps, 'vacancyId' | 'request'>) {
  const { t } = useTranslation();
  const { data, error, refetch } = useRelaxations(vacancyId, request);
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const steps = changingSteps(data.steps);
  const nearer = changingSteps(data.nearer.steps);
  return (
    <div className="what-if" role="status">
      <Heading level={4} appearance="level-5">
        {t('costs.whatIf')}
      </Heading>
      {steps.length === 0 ? <p>{t('costs.noStepHelps')}</p> : <StepList steps={steps} />}
      {nearer.length > 0 && (
        <>
          <Heading level={4} appearance="level-5">
            {t('costs.nearer')}
          </Heading>
          <p className="hint">{data.nearer.note}</p>
          <StepList steps={nearer} />
        </>
      )}
    </div>
  );
}

function StepList({ steps }: { steps: readonly Step[] }) {
  return (
    <ul className="what-if__steps">
      {steps.map(({ step, effect }) => (
        <li key={step} className="what-if__step">
          <strong>{step}</strong>
          <span>{effect}</span>
        </li>
      ))}
    </ul>
  );
}
