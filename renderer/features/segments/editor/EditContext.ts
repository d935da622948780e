import { createContext, useContext } from 'react';
import { type EditGroup, newGroup } from '../rule/tree.ts';

export interface Editing {
  root: EditGroup;
  /** The group that new conditions go to. */
  active: string;
  change(change: (root: EditGroup) => EditGroup): void;
  activate(group: string): void;
}

/** The rule being edited, for every part of its editor. */
export const EditContext = createContext<Editing>({
  root: newGroup(),
  active: '',
  change: () => {},
  activate: () => {},
});
export const useEditing = () => useContext(EditContext);
