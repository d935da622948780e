import { create } from 'zustand';
import { onWorkspaceSwitch } from '../../../app/workspace/switches.ts';

interface Asked {
  readonly recipe: string;
  readonly step: string;
}

/** The step that is to be opened as soon as its recipe is shown. */
const useAsked = create<{ asked: Asked | null }>()(() => ({ asked: null }));

onWorkspaceSwitch(() => useAsked.setState({ asked: null }));

/** Has a step opened as soon as its recipe is shown. */
export const askForStep = (recipe: string, step: string) => useAsked.setState({ asked: { recipe, step } });

/** The step that was asked for of a recipe; null for none, or once it was shown. */
export const useAskedStep = (recipe: string) => useAsked(({ asked }) => (asked?.recipe === recipe ? asked.step : null));

export const forgetAskedStep = () => useAsked.setState({ asked: null });
