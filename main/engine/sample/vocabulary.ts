import type { Weighted } from './choices.ts';

export const industries: Weighted = [
  ['制造业', 0.34],
  ['批发和零售业', 0.26],
  ['建筑业', 0.11],
  ['信息技术服务业', 0.09],
  ['交通运输业', 0.08],
  ['住宿和餐饮业', 0.06],
  ['农林牧渔业', 0.06],
];

/** What a company of an industry calls itself. */
export const trades: Readonly<Record<string, readonly string[]>> = {
  制造业: ['精密机械', '纺织', '电子', '五金', '塑业', '汽车零部件', '新材料', '家居用品'],
  批发和零售业: ['贸易', '商贸', '进出口', '供应链管理', '百货'],
  建筑业: ['建筑工程', '装饰工程', '市政工程', '建材'],
  信息技术服务业: ['软件', '信息技术', '网络科技', '数据服务'],
  交通运输业: ['物流', '运输', '货运代理', '仓储'],
  住宿和餐饮业: ['餐饮管理', '酒店管理', '食品'],
  农林牧渔业: ['农业科技', '水产', '茶业', '园林'],
};

export const cities: Weighted = [
  ['上海', 0.22],
  ['苏州', 0.17],
  ['杭州', 0.15],
  ['南京', 0.13],
  ['宁波', 0.11],
  ['无锡', 0.09],
  ['合肥', 0.08],
  ['温州', 0.05],
];

/** Administrative codes (GB/T 2260), the third to eighth character of a credit code. */
export const cityCodes: Readonly<Record<string, string>> = {
  上海: '310000',
  苏州: '320500',
  杭州: '330100',
  南京: '320100',
  宁波: '330200',
  无锡: '320200',
  合肥: '340100',
  温州: '330300',
};

export const branches = ['分行营业部', '高新支行', '城东支行'];

export const clientChannels: Weighted = [
  ['手机银行', 0.3],
  ['网上银行', 0.26],
  ['柜台', 0.16],
  ['客户经理', 0.14],
  ['第三方平台', 0.14],
];

/** Main products of clients that do not have 供应链融资. */
export const otherProducts: Weighted = [
  ['流动资金贷款', 0.42],
  ['税务贷', 0.22],
  ['票据贴现', 0.16],
  ['固定资产贷款', 0.14],
  ['出口押汇', 0.06],
];

export const signals: Weighted = [
  ['无', 0.8],
  ['现金流下滑', 0.07],
  ['关联方预警', 0.05],
  ['涉诉', 0.04],
  ['股权质押', 0.04],
];

export const overdueCounts: Weighted<number> = [
  [0, 0.72],
  [1, 0.15],
  [2, 0.07],
  [3, 0.035],
  [4, 0.015],
  [5, 0.01],
];

export const notices: Weighted = [
  ['短信', 0.4],
  ['微信', 0.3],
  ['邮件', 0.2],
  ['不通知', 0.1],
];

export const companyForms: Weighted = [
  ['有限公司', 0.9],
  ['有限责任公司', 0.05],
  ['股份有限公司', 0.05],
];

const characters = (text: string): readonly string[] => [...text];

/** First and second character of a company's own word: 泰丰, 恒源 … */
export const wordsFirst = characters('泰恒瑞华宏盛嘉德永信天海金鑫博远中正宇卓凯润汇安长荣祥新大东');
export const wordsSecond = characters('丰源隆达通诚业兴和创联拓腾利昌越晟泽鼎威航邦益扬升悦铭辉顺康');

export const surnames = characters('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕');
export const givenNames = characters(
  '伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华慧玉萍红玲芬燕彬凤洁梅琳兰云帆晨欣怡宁浩宇轩博文婷雪松',
);
