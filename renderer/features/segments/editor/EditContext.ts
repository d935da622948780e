import { createContext, useContext } from 'react';
import { type EditGroup, newGroup } from '../rule/tree.ts';

/** What the parts of the editor do to the rule. It stays the same object while the rule changes, so that they need not be drawn again. */
export interface Editing {
  /** The rule as it is now. */
  root(): EditGroup;
  change(change: (root: EditGroup) => EditGroup): void;
  /** Says that new conditions go to this group. */
  activate(group: string): void;
  /** Deletes a node and leaves the focus with its neighbour. */
  remove(id: string): void;
  /** Puts the focus on the handle of a node, once it is drawn where it now is. */
  focus(id: string): void;
}

export const EditContext = createContext<Editing>({
  root: () => newGroup(),
  change: () => {},
  activate: () => {},
  remove: () => {},
  focus: () => {},
});
export const useEditing = () => useContext(EditContext);

/** The group that new conditions go to. */
export const ActiveContext = createContext('');
