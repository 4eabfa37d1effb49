import { Button } from 'antd';

/** Opens the large screen, or brings the one that is open to this address: there is one projector. */
export function ProjectorButton({ of }: { readonly of: string }) {
  return (
    <Button onClick={() => window.open(`/projector/${of}`, 'mingqian-projector', 'popup,width=1280,height=720')}>
      打开投影
    </Button>
  );
}
