import type { EChartsCoreOption } from 'echarts/core';

/** A chart to be drawn. It crosses to a worker thread, so it holds data alone. */
export interface Drawing {
  readonly option: EChartsCoreOption;
  /** In pixels, before scaling. */
  readonly width: number;
  readonly height: number;
}
