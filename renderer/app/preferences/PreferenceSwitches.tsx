import { Button, Dropdown, Tooltip } from 'antd';
import { type LucideIcon, Monitor, Moon, Sun } from 'lucide-react';
import { type Preferences, themes } from '#shared/contract/index.ts';
import { useWords } from '../i18n/useWords.ts';
import { changePreferences } from './usePreferences.ts';

const icons: Readonly<Record<Preferences['theme'], LucideIcon>> = { light: Sun, dark: Moon, system: Monitor };

/** Language and theme, wherever they are offered. */
export function PreferenceSwitches({ preferences }: { preferences: Preferences }) {
  const { t, locale } = useWords();
  const Icon = icons[preferences.theme];
  return (
    <>
      <Tooltip title={t('common.frame.language')} mouseEnterDelay={0.5}>
        <Button
          type="text"
          size="small"
          aria-label={`中 / EN · ${t('common.frame.language')}`}
          onClick={() => void changePreferences({ locale: locale === 'zh' ? 'en' : 'zh' })}
        >
          中 / EN
        </Button>
      </Tooltip>
      <Dropdown
        trigger={['click']}
        // Without the motion of closing: once it was seen left open after a change of theme, which exchanges the styles it moves by.
        transitionName=""
        menu={{
          items: themes.map((theme) => ({ key: theme, label: t(`common.frame.themes.${theme}`) })),
          selectable: true,
          selectedKeys: [preferences.theme],
          onClick: ({ key }) => void changePreferences({ theme: themes.find((theme) => theme === key) ?? 'system' }),
        }}
      >
        <Button
          type="text"
          size="small"
          aria-label={`${t('common.frame.theme')}: ${t(`common.frame.themes.${preferences.theme}`)}`}
          icon={<Icon size={15} strokeWidth={1.75} aria-hidden />}
        />
      </Dropdown>
    </>
  );
}
