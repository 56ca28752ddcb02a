export { barChart, type BarChart } from './bar-chart.ts';
export type { ChartImage } from './chart-image.ts';
export { columnChart } from './column-chart.ts';
export { heatMap, type HeatMap } from './heat-map.ts';
export { lineChart, type LineChart } from './line-chart.ts';
export type { ChartSeries } from './series.ts';
export type { TimeChart } from './time-chart.ts';
export type { ChartTheme } from './theme.ts';
