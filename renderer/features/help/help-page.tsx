import { useNavigate, useSearch } from '@tanstack/react-router';
import { Menu } from 'antd';
import { useEffect, useRef } from 'react';
import { Prose } from '../../ui/prose.tsx';
import './help.css';
import { topics } from './topics.ts';

/** 帮助: the user's handbook, one topic at a time; the topic is in the address. */
export function HelpPage() {
  const { t } = useSearch({ strict: false }) as { t?: string };
  const navigate = useNavigate();
  const topic = topics.find(({ id }) => id === t) ?? topics[0];
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (t !== undefined) top.current?.scrollIntoView({ block: 'start' });
  }, [t]);
  return (
    <div className="help" ref={top}>
      <nav aria-label="帮助目录">
        <Menu
          selectedKeys={[topic?.id ?? '']}
          items={topics.map(({ id, title }) => ({ key: id, label: title }))}
          onClick={({ key }) => void navigate({ to: '/help', search: { t: key } })}
        />
      </nav>
      <Prose text={topic?.text ?? ''} />
    </div>
  );
}
