import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The page: renderer/ into dist/pages. No script is inline; everything hashed lies under /assets/. */
export default defineConfig({
  root: path('renderer'),
  base: '/',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: path('dist/pages'),
    emptyOutDir: true,
    target: ['chrome109', 'edge109', 'firefox115'],
    assetsInlineLimit: 0,
    // antd is one piece of about 1.3 MB, read from the local disk.
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'pdf', test: /node_modules[\\/]pdfjs-dist/ },
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)/ },
            { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component|dayjs)/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|@trpc)[\\/]/ },
          ],
        },
      },
    },
  },
});
