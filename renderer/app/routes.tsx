import { lazyRouteComponent, type RouteComponent } from '@tanstack/react-router';

/** A screen of the program. `bare` ones stand alone, without menu and head: the projector. */
export interface Screen {
  readonly path: string;
  readonly component: RouteComponent;
  readonly isBare?: boolean;
}

const lazy = lazyRouteComponent;

/** Every screen with its address; loaded when first shown. One line each. */
export const screens: readonly Screen[] = [
  { path: '/', component: lazy(() => import('../features/home/home-page.tsx'), 'HomePage') },
  { path: '/ledger', component: lazy(() => import('../features/ledger/ledger-page.tsx'), 'LedgerPage') },
  { path: '/settings', component: lazy(() => import('../features/settings/accounts-page.tsx'), 'AccountsPage') },
  { path: '/help', component: lazy(() => import('../features/help/help-page.tsx'), 'HelpPage') },
];
