// SPDX-License-Identifier: EUPL-1.2
import type { Me } from '@passend/client';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeResult } from './change_result';
import { useChangeMe } from './own_state';
import type { Versioned } from '../../shared/api/records';

interface DecisionProps {
  name: string;
  isOn: boolean;
  onChange(isOn: boolean): void;
}

function Decision({ name, isOn, onChange }: DecisionProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="own__decision">
      <input
        id={id}
        type="checkbox"
        className="utrecht-checkbox utrecht-checkbox--html-input"
        checked={isOn}
        aria-describedby={`${id}-means`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <div>
        <label htmlFor={id}>{t(`portal.own.visibility.${name}`)}</label>
        <p className="hint" id={`${id}-means`}>
          {t(`portal.own.visibility.${name}Means`)}
        </p>
      </div>
    </div>
  );
}

/** Who may see somebody, and whether the computer may put them in an order. Each choice counts at once. */
export function Visibility({ me }: { me: Versioned<Me> }) {
  const { t } = useTranslation();
  const change = useChangeMe(me.etag);
  const { exchange, ownSay } = me.record.searchProfile;
  const decide = (searchProfile: Record<string, unknown>) => {
    if (!change.isPending) change.mutate({ searchProfile });
  };
  return (
    <section aria-labelledby="own-visibility">
      <Heading level={2} appearance="level-3" id="own-visibility">
        {t('portal.own.visibility.title')}
      </Heading>
      <Decision
        name="others"
        isOn={exchange?.byCandidate ?? false}
        onChange={(byCandidate) => decide({ exchange: { byCandidate } })}
      />
      <Decision
        name="ranking"
        isOn={!(ownSay?.objectsToRanking ?? false)}
        onChange={(isRanked) => decide({ ownSay: { objectsToRanking: !isRanked } })}
      />
      <Decision
        name="restricted"
        isOn={ownSay?.restricted ?? false}
        onChange={(restricted) => decide({ ownSay: { restricted } })}
      />
      <ChangeResult error={change.error} isKept={change.isSuccess} />
    </section>
  );
}
