import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Menu } from 'antd';
import { Suspense, useEffect, useRef } from 'react';
import { useActivity } from '../api/session.ts';
import { useOfficeGrades } from '../features/policies/policies.queries.ts';
import { OfficeGrades } from '../ui/grade-titles.ts';
import { FrameHead } from './frame-head.tsx';
import { menu } from './menu.ts';

/** Menu at the left, bureau and person above, the page in the rest. */
export function Frame() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  useActivity();
  const grades = useOfficeGrades().data ?? [];
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (pathname !== '') main.current?.scrollTo(0, 0);
  }, [pathname]);
  const room = menu.find(
    ({ path, pages }) => isWithin(pathname, path) || pages?.some((page) => isWithin(pathname, page.path)),
  );
  const page = room?.pages
    ?.filter((candidate) => isWithin(pathname, candidate.path))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
  return (
    <div className="frame">
      <FrameHead />
      <nav className="frame-menu" aria-label="主菜单">
        <Menu
          key={room?.pages === undefined ? '' : room.path}
          mode="inline"
          inlineIndent={16}
          selectedKeys={[page?.path ?? room?.path ?? '']}
          defaultOpenKeys={room === undefined ? [] : [`room ${room.path}`]}
          items={menu.map(({ title, path, pages }) =>
            pages === undefined
              ? { key: path, label: title }
              : {
                  key: `room ${path}`,
                  label: title,
                  onTitleClick: () => void navigate({ to: pages[0]?.path ?? path }),
                  children: pages.map((child) => ({ key: child.path, label: child.title })),
                },
          )}
          onClick={({ key }) => void navigate({ to: key })}
        />
      </nav>
      <main className="frame-page" ref={main}>
        <Suspense>
          <OfficeGrades value={grades}>
            <Outlet />
          </OfficeGrades>
        </Suspense>
      </main>
    </div>
  );
}

function isWithin(pathname: string, path: string): boolean {
  return path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
}
