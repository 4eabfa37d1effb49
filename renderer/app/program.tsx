import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/es/locale/zh_CN';
import { useState } from 'react';
import { createClient, createQueryClient, TrpcProvider } from '../api/client.ts';
import { PdfViewer } from '../ui/pdf-viewer.tsx';
import { BreakGuard } from './break-guard.tsx';
import { Entrance } from './entrance.tsx';
import { FailureNotices } from './failure-notices.tsx';
import { theme } from './theme.ts';

/** The whole page: language, look, calls, and behind the entrance the program. */
export function Program() {
  const [client] = useState(createClient);
  const [queries] = useState(() =>
    createQueryClient(() => void queries.invalidateQueries({ queryKey: [['office', 'state']] })),
  );
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <App className="app">
        <BreakGuard>
          <QueryClientProvider client={queries}>
            <TrpcProvider trpcClient={client} queryClient={queries}>
              <PdfViewer>
                <FailureNotices />
                <Entrance />
              </PdfViewer>
            </TrpcProvider>
          </QueryClientProvider>
        </BreakGuard>
      </App>
    </ConfigProvider>
  );
}
