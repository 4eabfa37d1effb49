import type { ThemeConfig } from 'antd';

/** Sober: white, one blue, grey lines; 14 px and more. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1657a8',
    colorInfo: '#1657a8',
    colorLink: '#1657a8',
    colorError: '#b3261e',
    colorWarning: '#a86200',
    colorSuccess: '#2b7a3d',
    borderRadius: 3,
    fontSize: 14,
    fontSizeSM: 14,
    lineHeight: 1.5,
    fontFamily: '"Microsoft YaHei", "Noto Sans CJK SC", "PingFang SC", sans-serif',
    motion: false,
  },
  components: {
    Table: { cellPaddingBlockSM: 5, cellPaddingInlineSM: 8, headerBg: '#f3f5f8' },
    Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px' },
    Menu: { itemHeight: 34, itemMarginBlock: 2 },
  },
};
