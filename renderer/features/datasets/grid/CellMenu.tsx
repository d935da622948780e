import { Dropdown } from 'antd';
import { Copy, Eye, TableProperties } from 'lucide-react';
import { useWords } from '../../../app/i18n/useWords.ts';

interface Props {
  /** Where it was asked for, in the window. */
  at: { x: number; y: number };
  canReveal: boolean;
  onReveal(): void;
  onCopy(headers: boolean): void;
  onClose(): void;
}

/** What can be done with a cell, by the right mouse button. */
export function CellMenu({ at, canReveal, onReveal, onCopy, onClose }: Props) {
  const { t } = useWords();
  const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <Dropdown
      open
      trigger={['click']}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      menu={{
        items: [
          { key: 'reveal', label: t('privacy.reveal.action'), icon: <Eye {...icon} />, disabled: !canReveal },
          { key: 'copy', label: t('privacy.copy.copy'), icon: <Copy {...icon} /> },
          { key: 'headers', label: t('privacy.copy.withHeaders'), icon: <TableProperties {...icon} /> },
        ],
        onClick: ({ key }) => {
          onClose();
          if (key === 'reveal') onReveal();
          else onCopy(key === 'headers');
        },
      }}
    >
      <span className="cell-menu" style={{ left: at.x, top: at.y }} />
    </Dropdown>
  );
}
