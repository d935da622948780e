import type { Preferences } from '#shared/contract/index.ts';
import { PreferenceSwitches } from '../../app/preferences/PreferenceSwitches.tsx';
import { KitProvider } from '../../app/theme/KitProvider.tsx';

/** Language and theme on the first screen. */
export function Switches({ preferences }: { preferences: Preferences }) {
  return (
    <KitProvider>
      <PreferenceSwitches preferences={preferences} />
    </KitProvider>
  );
}
