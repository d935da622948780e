/** The colours of one theme. Text in `ink3` is a hint that nobody needs to read; everything else passes 4.5:1. */
export interface Palette {
  ink: string;
  ink2: string;
  ink3: string;
  line: string;
  paper: string;
  surface: string;
  rail: string;
  railInk: string;
  railActive: string;
  railActiveInk: string;
  accent: string;
  accentHover: string;
  accentSoft: string;
  onAccent: string;
  onOr: string;
  good: string;
  look: string;
  lookInk: string;
  lookSoft: string;
  bad: string;
  badSoft: string;
  series1: string;
  series2: string;
  series3: string;
  series4: string;
  series5: string;
  base: string;
}

export type Scheme = 'light' | 'dark';

/** The one place where colours are written down. CSS variables, Ant Design's tokens and the grid's theme come from here. */
export const palettes: Readonly<Record<Scheme, Palette>> = {
  light: {
    ink: '#1b2430',
    ink2: '#566273',
    ink3: '#8791a0',
    line: '#e2e5ea',
    paper: '#f7f7f4',
    surface: '#ffffff',
    rail: '#14233a',
    railInk: '#b9c6da',
    railActive: '#243b5e',
    railActiveInk: '#ffffff',
    accent: '#1f4e8c',
    accentHover: '#2a60a8',
    accentSoft: '#e9eff8',
    onAccent: '#ffffff',
    onOr: '#1b2430',
    good: '#1e7b57',
    look: '#a86a12',
    lookInk: '#8a540a',
    lookSoft: '#fbf2e2',
    bad: '#b23a3a',
    badSoft: '#fbeceb',
    series1: '#1f4e8c',
    series2: '#d98a1f',
    series3: '#2e8b7a',
    series4: '#b5496b',
    series5: '#6c8ebf',
    base: '#c3cad4',
  },
  dark: {
    ink: '#e6eaf0',
    ink2: '#a4afbe',
    ink3: '#75808f',
    line: '#2a3546',
    paper: '#10161f',
    surface: '#171f2b',
    rail: '#0b111a',
    railInk: '#8fa0b8',
    railActive: '#22375a',
    railActiveInk: '#ffffff',
    accent: '#7fa8dc',
    accentHover: '#96b9e5',
    accentSoft: '#1d2b40',
    onAccent: '#10161f',
    onOr: '#10161f',
    good: '#5fb893',
    look: '#dba256',
    lookInk: '#e6b878',
    lookSoft: '#2c2519',
    bad: '#e58080',
    badSoft: '#331f24',
    series1: '#7fa8dc',
    series2: '#e3a552',
    series3: '#5fb8a6',
    series4: '#d77c99',
    series5: '#9db7dd',
    base: '#64748b',
  },
};

/** Type, space and shape, the same in both themes. Space goes in steps of 4. */
export const metrics = {
  family: "'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif",
  mono: "'Cascadia Mono', Consolas, 'DejaVu Sans Mono', 'Noto Sans SC', monospace",
  text: 13,
  textLine: 20,
  title: 16,
  titleLine: 24,
  figure: 26,
  figureLine: 32,
  caption: 11,
  captionLine: 16,
  step: 4,
  radius: 4,
  control: 28,
  railWidth: 132,
  bar: 40,
  row: 28,
} as const;
