import { create } from 'zustand';

interface PaletteState {
  open: boolean;
  toggle(): void;
  close(): void;
}

/** Whether the palette is on screen. */
export const usePaletteState = create<PaletteState>()((set) => ({
  open: false,
  toggle: () => set((state) => ({ open: !state.open })),
  close: () => set({ open: false }),
}));
