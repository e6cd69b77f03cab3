// SPDX-License-Identifier: EUPL-1.2
import type { RouteObject } from 'react-router-dom';
import { CaseloadPage } from '../desk/caseload_page';
import { EmployerPage } from '../desk/employers/employer_page';
import { EmployersPage } from '../desk/employers/employers_page';
import { NewEmployerPage } from '../desk/employers/new_employer_page';
import { OurVacanciesPage } from '../desk/our_vacancies_page';
import { SelectionPage } from '../desk/shortlists/selection_page';
import { SelectionsPage } from '../desk/shortlists/selections_page';
import { ChangeVacancyPage, NewVacancyPage } from '../desk/vacancy_pages';
import { OwnPortfolioPage } from '../portal/own_portfolio_page';
import { OwnVacanciesPage } from '../portal/own_vacancies_page';
import { Layout } from '../shared/ui/layout';
import { CandidatePage } from './pages/candidate_page';
import { CandidatesPage } from './pages/candidates_page';
import { CrashPage } from './pages/crash_page';
import { FeedPage } from './pages/feed_page';
import { NotFoundPage } from './pages/not_found_page';
import { PairPage } from './pages/pair_page';
import { StartForRole } from './pages/start_for_role';
import { VacanciesPage } from './pages/vacancies_page';
import { VacancyPage } from './pages/vacancy_page';

/** Every page. The server answers these paths with index.html, and the API says what somebody may see on them. */
export const routes: RouteObject[] = [
  {
    element: <Layout />,
    errorElement: <CrashPage />,
    children: [
      { path: '/', element: <StartForRole /> },
      { path: '/mijn/portfolio', element: <OwnPortfolioPage /> },
      { path: '/mijn/vacatures', element: <OwnVacanciesPage /> },
      { path: '/vacatures', element: <VacanciesPage /> },
      { path: '/vacatures/nieuw', element: <NewVacancyPage /> },
      { path: '/vacatures/:id', element: <VacancyPage /> },
      { path: '/vacatures/:id/wijzigen', element: <ChangeVacancyPage /> },
      { path: '/vacatures/:id/werkzoekenden/:candidateId', element: <PairPage /> },
      { path: '/onze-vacatures', element: <OurVacanciesPage /> },
      { path: '/werkzoekenden', element: <CandidatesPage /> },
      { path: '/werkzoekenden/:id', element: <CandidatePage /> },
      { path: '/werkgevers', element: <EmployersPage /> },
      { path: '/werkgevers/nieuw', element: <NewEmployerPage /> },
      { path: '/werkgevers/:id', element: <EmployerPage /> },
      { path: '/werkgevers/:werkgever/vacatures/nieuw', element: <NewVacancyPage /> },
      { path: '/caseload', element: <CaseloadPage /> },
      { path: '/selecties', element: <SelectionsPage /> },
      { path: '/selecties/:id', element: <SelectionPage /> },
      { path: '/nieuw', element: <FeedPage /> },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];
