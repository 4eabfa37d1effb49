import { Link } from '@tanstack/react-router';

export function NotHere() {
  return (
    <main className="note-page">
      <h1>没有这个页面</h1>
      <p>
        地址可能写错了。<Link to="/">回到首页</Link>
      </p>
    </main>
  );
}
