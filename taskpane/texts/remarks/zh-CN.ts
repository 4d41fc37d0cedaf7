/** Words of accepting findings and of footnotes, in zh-CN: the shape that other languages must fill. */
export const remarksZh = {
  accept: "认可…",
  acceptTitle: "认可这个问题",
  acceptHint: "说明为什么可以保留。认可与现在的数值绑定，数值一变即失效，并印在“校验”表上。",
  why: "理由",
  whyMissing: "请填写理由。",
  who: "认可人",
  confirm: "认可",
  withdraw: "撤回认可",
  accepted: "已认可",
  acceptedCount: (count: number) => `${count} 处已认可`,
  saidAccepted: "已认可；写入后印在“校验”表上。",
  saidWithdrawn: "已撤回认可。",
  footnotes: "附注",
  footnotesHint: "汇总说明，随工作簿写入“附注”表。可以改成本单位的措辞。",
  footnote: (number: number) => `附注第 ${number} 条`,
  footnoteRemove: (number: number) => `删除第 ${number} 条`,
  reset: "恢复为自动生成",
  own: "已改写",
  generated: "自动生成",
  pending: "改动还没有写入工作簿。",
  writePending: "写入附注和认可",
  none: "没有附注。",
  saidReset: "附注已恢复为按来源口径生成的文字。",
};

export type RemarkTexts = typeof remarksZh;
