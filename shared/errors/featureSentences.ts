/** What errors of features say. */
export const featureSentences = {
  featuresNone: {
    zh: '还没有特征或标签。请至少添加一个。',
    en: 'There are no features or tags yet. Add at least one.',
  },
  featuresNeedKey: {
    zh: '客户清单“{table}”没有编号字段，其他表无法按客户汇总。请在“客户”中指定编号字段。',
    en: 'The client list “{table}” has no key, so other tables cannot be added up by client. Choose a key under Clients.',
  },
  featureNameTaken: {
    zh: '名称“{name}”用了不止一次（不分大小写；编号字段也算）。请改一个名称。',
    en: 'The name “{name}” is used more than once (case does not count; the key field does). Choose another.',
  },
  featureFieldNeeded: {
    zh: '特征“{name}”还没有选字段。',
    en: 'The feature “{name}” has no field yet. Choose one.',
  },
  featureFieldType: {
    zh: '特征“{name}”不能这样汇总字段“{field}”（{type}）。请换一个字段或汇总方式。',
    en: 'The feature “{name}” cannot make this of the field “{field}” ({type}). Choose another field, or something else to make of it.',
  },
  featureTimeNeeded: {
    zh: '特征“{name}”需要时间字段：有时间窗、取首末次、算趋势或天数时都要按时间。',
    en: 'The feature “{name}” needs a time field: windows, first and last, trends and days since go by it.',
  },
  featureTimeWithheld: {
    zh: '字段“{field}”属于个人信息，不能用作特征的时间。',
    en: 'The field “{field}” is personal and cannot be the time of a feature.',
  },
  featureOwnTable: {
    zh: '特征“{name}”取自它自己所在的数据集“{table}”。请选择其他表。',
    en: 'The feature “{name}” is made from the dataset “{table}” that it is in. Choose another table.',
  },
} as const;
