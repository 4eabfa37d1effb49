import { BarChart as Bars } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([Bars, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

interface BarChartProps {
  /** What the chart shows, in a sentence: read out in its place. The figures themselves stand in a table beside it. */
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  readonly isStacked?: boolean;
  /** Categories one below the other, for long names. */
  readonly isLying?: boolean;
  readonly unit: string;
  readonly height?: number;
}

/** One blue and greys; what is expected of chance is always grey. */
const colours = ['#1657a8', '#b4bcc8', '#6f9bd1'];

/** Bars side by side or on top of each other. */
export function BarChart({ title, categories, series, isStacked, isLying, unit, height = 260 }: BarChartProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current === null) return;
    const chart = init(box.current, null, { renderer: 'svg' });
    const text = { color: '#333', fontSize: 14 };
    const names = {
      type: 'category' as const,
      data: [...categories],
      axisLabel: { ...text, interval: 0, hideOverlap: true },
      axisTick: { show: false },
    };
    const figures = {
      type: 'value' as const,
      axisLabel: text,
      minInterval: 1,
      splitLine: { lineStyle: { color: '#e3e7ec' } },
    };
    chart.setOption({
      animation: false,
      color: colours,
      grid: { left: 8, right: 16, top: 40, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      legend: { top: 0, left: 0, textStyle: text, itemWidth: 14, selectedMode: false },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        valueFormatter: (value: unknown) => `${value}${unit}`,
      },
      xAxis: isLying ? figures : names,
      yAxis: isLying ? { ...names, inverse: true } : figures,
      series: series.map(({ name, values }) => ({
        type: 'bar' as const,
        name,
        data: [...values],
        barMaxWidth: 22,
        ...(isStacked ? { stack: 'all' } : {}),
      })),
    });
    const resized = new ResizeObserver(() => chart.resize());
    resized.observe(box.current);
    return () => {
      resized.disconnect();
      chart.dispose();
    };
  }, [categories, series, isStacked, isLying, unit]);
  return <div ref={box} role="img" aria-label={title} style={{ height, width: '100%' }} />;
}
