// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { Link, type To } from 'react-router-dom';
import { usePreferences } from '../preferences';
import { Icon } from './icons';
import { pageWindow } from './page_window';

interface PagerProps {
  label: string;
  page: number;
  pageSize: number;
  total: number;
  addressOf(page: number): To;
  /** Passed on to the new address, so that the way back is kept. */
  carried: unknown;
}

/** Links and not buttons: a page can be opened beside this one, and back works. */
export function Pager({ label, page, pageSize, total, addressOf, carried }: PagerProps) {
  const { t } = useTranslation();
  const { format } = usePreferences();
  const last = Math.ceil(total / pageSize);
  if (last <= 1) return null;
  return (
    <nav className="pager" aria-label={label}>
      {page > 1 && (
        <Link className="nl-link pager__step" to={addressOf(page - 1)} state={carried} rel="prev">
          <Icon name="back" /> {t('pager.previous')}
        </Link>
      )}
      <ol className="pager__pages">
        {pageWindow(page, last).map((number) => (
          <li key={number}>
            <Link
              className="nl-link pager__page"
              to={addressOf(number)}
              state={carried}
              aria-label={t('pager.page', { page: format.number(number) })}
              {...(number === page ? { 'aria-current': 'page' as const } : {})}
            >
              {format.number(number)}
            </Link>
          </li>
        ))}
      </ol>
      {page < last && (
        <Link className="nl-link pager__step" to={addressOf(page + 1)} state={carried} rel="next">
          {t('pager.next')} <Icon name="next" />
        </Link>
      )}
    </nav>
  );
}
