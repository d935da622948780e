/** Sentences about playbooks: their files, and what is in them. */
export const playbookSentences = {
  playbookNoData: {
    zh: '文件夹“{folder}”里没有一个能读取的方案数据文件，需要的是：{files}。没有新建工作区。',
    en: 'None of the files of the playbook can be read in the folder “{folder}”; it needs: {files}. No workspace was made.',
  },
  playbookMissing: { zh: '找不到方案文件“{file}”。', en: 'The playbook “{file}” cannot be found.' },
  playbookNotReadable: {
    zh: '没有读取方案文件“{file}”的权限。',
    en: 'The playbook “{file}” may not be read with your permissions.',
  },
  playbookNotUtf8: {
    zh: '方案文件“{file}”不是 UTF-8 编码的文本。',
    en: 'The playbook “{file}” is not text in UTF-8.',
  },
} as const;
