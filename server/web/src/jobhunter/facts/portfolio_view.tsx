// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { PortfolioPart } from './portfolio';

export function PortfolioView({ parts }: { parts: readonly PortfolioPart[] }) {
  const { t } = useTranslation();
  if (parts.length === 0) return <p>{t('portfolio.empty')}</p>;
  return (
    <>
      {parts.map(({ name, lines }) => (
        <section key={name} className="portfolio-part">
          <h3 className="nl-heading nl-heading--level-5">{name}</h3>
          <ul className="plain-list">
            {lines.map(({ text, detail }, place) => (
              <li key={place}>
                {text}
                {detail && <p className="hint">{detail}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
