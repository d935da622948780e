import { type ThemeConfig, theme } from 'antd';
import { metrics, type Palette, palettes, type Scheme } from './tokens.ts';

/** Ant Design's tokens, derived from ours. */
export function antdTheme(scheme: Scheme, motion: boolean): ThemeConfig {
  const p = palettes[scheme];
  return {
    hashed: false,
    // Dark tones are otherwise its own, dimmer than ours.
    algorithm: [
      scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
      (seed, map) => ({ ...(map ?? theme.defaultAlgorithm(seed)), ...ownColors(p) }),
    ],
    token: {
      // By name: which face it is depends on the language (base.css).
      fontFamily: 'var(--family)',
      fontFamilyCode: metrics.mono,
      fontSize: metrics.text,
      fontSizeSM: 12,
      lineHeight: metrics.textLine / metrics.text,
      controlHeight: metrics.control,
      controlHeightSM: 24,
      borderRadius: metrics.radius,
      borderRadiusLG: metrics.radius,
      borderRadiusSM: metrics.radius,
      borderRadiusXS: 2,
      sizeStep: metrics.step,
      sizeUnit: metrics.step,
      wireframe: false,
      motion,
      motionDurationFast: '0.06s',
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.14s',
      boxShadow: 'none',
      // Popups are set off by a hairline, like everything else.
      boxShadowSecondary: `0 0 0 1px ${p.line}`,
      boxShadowTertiary: 'none',
      colorPrimary: p.accent,
      colorLink: p.accent,
      colorInfo: p.accent,
      colorSuccess: p.good,
      colorWarning: p.look,
      colorError: p.bad,
      colorTextBase: p.ink,
      colorText: p.ink,
      colorTextSecondary: p.ink2,
      colorTextTertiary: p.ink2,
      colorTextDescription: p.ink2,
      colorTextPlaceholder: p.ink2,
      colorTextQuaternary: p.ink3,
      colorTextLightSolid: p.onAccent,
      colorBorder: p.line,
      colorBorderDisabled: p.line,
      colorBorderSecondary: p.line,
      colorSplit: p.line,
      colorBgBase: p.surface,
      colorBgContainer: p.surface,
      colorBgElevated: p.surface,
      colorBgLayout: p.paper,
      colorFillAlter: p.paper,
      controlItemBgActive: p.accentSoft,
      controlItemBgActiveHover: p.accentSoft,
      controlItemBgHover: p.paper,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400 },
      // A box that is not ticked must be seen for one: a hairline is too faint for that.
      Checkbox: { colorBorder: p.ink3, colorWhite: p.onAccent },
      Radio: { colorBorder: p.ink3 },
      Select: {
        optionHeight: 28,
        optionPadding: '4px 8px',
        optionLineHeight: '20px',
        optionSelectedFontWeight: 500,
        multipleItemBg: p.accentSoft,
        multipleItemBorderColor: 'transparent',
      },
      Tabs: { horizontalMargin: '0', horizontalItemPadding: '8px 0', horizontalItemGutter: 20, titleFontSize: 13 },
      Modal: { titleFontSize: metrics.title },
      // It lies over the page, whose colour it has.
      Message: { boxShadow: `0 0 0 1px ${p.line}` },
      Tooltip: {
        colorTextLightSolid: scheme === 'dark' ? p.ink : '#ffffff',
        colorBgSpotlight: scheme === 'dark' ? p.line : p.ink,
      },
      Table: {
        cellPaddingBlockSM: 4,
        cellPaddingInlineSM: 8,
        headerBg: p.surface,
        headerColor: p.ink2,
        rowHoverBg: p.paper,
      },
    },
  };
}

/** Colours that Ant Design would work out from those given, as they are given. */
const ownColors = (p: Palette) => ({
  colorPrimary: p.accent,
  colorPrimaryHover: p.accentHover,
  colorPrimaryActive: p.accent,
  colorLink: p.accent,
  colorLinkHover: p.accentHover,
  colorInfo: p.accent,
  colorSuccess: p.good,
  colorWarning: p.look,
  colorError: p.bad,
});
