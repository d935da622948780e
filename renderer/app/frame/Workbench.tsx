import '../theme/moreFonts.css';
import type { ComponentProps } from 'react';
import { Commands } from '../commands/Commands.tsx';
import { FileDrop } from '../files/FileDrop.tsx';
import { KitProvider } from '../theme/KitProvider.tsx';
import { Announcements } from './Announcements.tsx';
import { Frame } from './Frame.tsx';

interface Props {
  /** The open workspace; null while the first screen is shown. */
  workspace: ComponentProps<typeof Frame>['workspace'] | null;
  preferences: ComponentProps<typeof Frame>['preferences'];
}

/** The open workspace, and what works with and without one: commands, messages, files dropped. */
export function Workbench({ workspace, preferences }: Props) {
  return (
    <KitProvider>
      <Announcements />
      {workspace && <Frame workspace={workspace} preferences={preferences} />}
      <Commands />
      <FileDrop open={workspace !== null} />
    </KitProvider>
  );
}
