import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLocalListParams } from '../../ui/use-list-params.ts';
import { useOpenFile } from '../../ui/use-open-file.tsx';
import { type EnterpriseFile, useEnterpriseFiles } from './enterprise.queries.ts';

/** 附件 of every matter of the enterprise, its reports and the dossiers of its inspections; a row opens it. */
export function EnterpriseFiles({ id }: { readonly id: number }) {
  const open = useOpenFile();
  return (
    <>
      <DataTable<EnterpriseFile>
        name="credit.files"
        title="企业文件"
        rows={useEnterpriseFiles(id).data}
        rowKey={({ key }) => key}
        params={useLocalListParams()}
        searchHint="文件、所属事项"
        onRow={({ path, type }) => void open.view(path, type)}
        empty={<EmptyState text="还没有文件。记录、名单、约谈、修复中存入的附件，检查的卷宗和信用报告都列在这里。" />}
        columns={[
          { key: 'on', title: '日期', width: 108, value: ({ on }) => on },
          { key: 'name', title: '文件', width: 300, value: ({ name }) => name },
          { key: 'of', title: '所属', width: 320, value: ({ of }) => of },
          { key: 'by', title: '存入', width: 120, value: ({ by }) => by },
        ]}
      />
      {open.dialog}
    </>
  );
}
