/** Sentences about files that somebody else writes to. */
export const movingFileSentences = {
  fileChanged: {
    zh: '读取时文件“{file}”发生了变化，可能仍在写入。请等它写完再试；没有载入任何内容。',
    en: 'The file “{file}” changed while it was read; it may still be being written. Try again when it is complete; nothing was loaded.',
  },
  fileChangedSince: {
    zh: '预览之后文件“{file}”发生了变化，可能仍在写入。没有载入任何内容；请看过新的预览再载入。',
    en: 'The file “{file}” changed after the preview; it may still be being written. Nothing was loaded; look at the new preview before you load it.',
  },
} as const;
