import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { Broken } from './broken.tsx';
import { Frame } from './frame.tsx';
import { NotHere } from './not-here.tsx';
import { screens } from './routes.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotHere });
const framed = createRoute({ getParentRoute: () => root, id: 'framed', component: Frame });

const routes = (isBare: boolean) =>
  screens
    .filter((screen) => (screen.isBare ?? false) === isBare)
    .map((screen) =>
      createRoute({
        getParentRoute: () => (isBare ? root : framed),
        path: screen.path,
        component: screen.component,
      }),
    );

/** Addresses are plain text on both sides: a 统一社会信用代码 of digits stays text. */
export const router = createRouter({
  routeTree: root.addChildren([framed.addChildren(routes(false)), ...routes(true)]),
  defaultErrorComponent: Broken,
  defaultPreload: false,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(
      Object.entries(search).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]])),
    ).toString();
    return text === '' ? '' : `?${text}`;
  },
});
