import { useEffect, useRef } from 'react';
import { useMotion } from '../../app/theme/useScheme.ts';
import styles from './Chart.module.css';
import { type ChartOption, type EChartsType, init } from './echarts.ts';
import { useChartDefaults } from './useChartDefaults.ts';

/** The mark that was clicked: its place in its series, and its series. */
export interface Picked {
  readonly dataIndex: number;
  readonly seriesIndex: number;
}

interface Props {
  /** What it shows, in a sentence: read out in place of the picture. */
  label: string;
  /** Kept by the caller as long as nothing in it changes. */
  option: ChartOption;
  height: number;
  onPick?: ((picked: Picked) => void) | undefined;
}

/** A chart in the colours of the window. Whoever shows one shows its table, too: ChartWithTable. */
export function Chart({ label, option, height, onPick }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const motion = useMotion();
  const defaults = useChartDefaults();

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const drawn = init(element);
    chart.current = drawn;
    drawn.on('click', ({ dataIndex, seriesIndex }) => {
      if (dataIndex !== undefined) pick.current?.({ dataIndex, seriesIndex: seriesIndex ?? 0 });
    });
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption({ animation: motion, animationDuration: 200, ...defaults, ...option }, { notMerge: true });
  }, [defaults, option, motion]);

  return <div ref={box} role="img" aria-label={label} className={styles['chart']} style={{ height }} />;
}
