// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportanceBadge } from '../match/outcome';
import type { Demand, DemandItem } from './vacancy_demands';

const shownAtFirst = 5;

/** Demands or wishes as a description list with the importance beside each. */
export function DemandList({ demands }: { demands: readonly Demand[] }) {
  const { t } = useTranslation();
  return (
    <dl className="demands">
      {demands.map(({ criterion, importance, items }) => (
        <div key={criterion} className="demand">
          <dt>
            {t(`criterion.${criterion}`)} {importance && <ImportanceBadge importance={importance} />}
          </dt>
          <dd>
            <Items items={items} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Items({ items }: { items: readonly DemandItem[] }) {
  const { t } = useTranslation();
  const [isLong, setIsLong] = useState(false);
  const shown = isLong ? items : items.slice(0, shownAtFirst);
  return (
    <>
      <ul className="plain-list">
        {shown.map(({ text, importance }) => (
          <li key={text}>
            {text} {importance && <ImportanceBadge importance={importance} />}
          </li>
        ))}
      </ul>
      {items.length > shownAtFirst && (
        <button type="button" className="link-button" aria-expanded={isLong} onClick={() => setIsLong(!isLong)}>
          {isLong ? t('fact.fewer') : t('fact.more', { count: items.length - shownAtFirst })}
        </button>
      )}
    </>
  );
}
