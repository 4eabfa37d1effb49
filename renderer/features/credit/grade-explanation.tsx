import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTrpc } from '../../api/client.ts';

/** Why the enterprise has its grade, as a paragraph, each sentence with its article. */
export function GradeExplanation({ id }: { readonly id: number }) {
  const found = useQuery(useTrpc().grading.object.queryOptions({ id })).data;
  if (found === undefined) return <Skeleton active />;
  if (found.current === null) return <p>入库后尚未评定，请在等级一览点“重新评定”。</p>;
  return (
    <p className="explanation">
      {found.current.reasons.map(({ text, article }) => (
        <span key={text}>
          {text.replace(/。$/, '')}（{article}）。
        </span>
      ))}
    </p>
  );
}
