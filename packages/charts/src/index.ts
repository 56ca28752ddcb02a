export { barChart, type BarChart } from './bar-chart.ts';
export type { ChartImage } from './chart-image.ts';
export { heatMap, type HeatMap } from './heat-map.ts';
export { lineChart, type LineChart } from './line-chart.ts';
export type { ChartSeries } from './series.ts';
export type { ChartTheme } from './theme.ts';
