import { Alert } from 'antd';
import { sentenceOf } from '../../api/messages.zh-CN.ts';
import type { PoolPage } from './tasks.queries.ts';

/** Both figures: percentages count the pool after exclusions. */
export function sayPool(pool: PoolPage, isQuoted: boolean): string {
  const { isRatio, size, excluded, after, asked, askedBefore } = pool;
  const drawn = isQuoted && asked !== null ? `，抽取${asked}户` : '';
  const before = asked !== askedBefore && isQuoted ? `，排除前为${askedBefore}户` : '';
  return `名录中在此范围内的有${size}户${drawn}（排除${excluded}户后余${after}户${before}${isRatio && isQuoted ? '；比例按余下的户数向上取整' : ''}）。`;
}

/** Why freezing would be refused today; nothing where it would not. */
export function PoolRefusal({ pool }: { readonly pool: PoolPage }) {
  if (pool.refusal === null || pool.size === 0) return null;
  return (
    <Alert className="form-refusal" type="warning" showIcon title={`今天还不能冻结：${sentenceOf(pool.refusal)}`} />
  );
}
