/** Traditional → simplified (and 其它 as 其他), for the characters of official labels only. Pairs: printed, compared. */
const PAIRS =
  "它他規规範范許许對对務务項项處处罰罚強强業业費费購购數数總总計计結结轉转請请開开關关國国機机護护權权屬属類类內内過过執执詢询無无現现準准製制補补後后確确認认訴诉訟讼復复複复維维糾纠審审經经議议舉举報报發发廢废條条徵征辦办團团體体織织會会個个來来與与據据實实審审標标為为從从單单額额萬万億亿關关聯联學学術术務务構构門门書书記记錄录證证該该說说決决訂订誤误頁页險险獲获絕绝應应當当動动則则產产離离產产繳缴納纳歲岁貼贴較较繼继續续於于電电視视組组織织給给統统緒绪餘余諮咨頻频網网話话談谈聞闻導导員员親亲參参熱热點点輿舆訓训練练專专職职閱阅設设錯错駁驳題题釋释讀读眾众種种稱称實实隱隐傳传佈布機机歷历屆届補补償偿圍围稅税違违舉举險险運运進进選选達达適适遠远還还領领響响須须預预這这祕秘減减淨净兩两頒颁飾饰驗验責责質质幹干導导負负賀贺賠赔資资賬账贊赞趕赶趙赵躍跃軍军車车輕轻載载較较輸输轄辖轉转農农遞递遺遗郵邮鄧邓釐厘針针鐵铁鎖锁長长門门閉闭間间隊队階阶際际陸陆陽阳隨随難难雖虽靈灵靜静頂顶項项順顺頓顿預预頗颇頻频顆颗類类風风飛飞養养館馆馬马駐驻魚鱼鳥鸟麥麦黨党齊齐齡龄龍龙辭辞諾诺謀谋講讲謝谢識识譯译護护變变讓让豐丰貝贝財财貢贡貨货販贩貪贪貫贯責责貯贮貴贵買买費费賓宾賦赋賽赛購购贈赠線线時时編编號号戶户況况響响會会歷历沒没訪访擧举採采穩稳懸悬際际檢检測测試试監监產产險险護护傳传證证圍围經经濟济輔辅並并僅仅鎮镇鄉乡縣县區区環环備备廳厅誰谁顯显貿贸";

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
/** Code of the simplified character of every common one, itself where it is simplified: by far the most asked. */
const SIMPLIFIED = Uint16Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, (_, at) => FIRST_HAN + at);
for (let at = 0; at + 1 < PAIRS.length; at += 2) SIMPLIFIED[PAIRS.charCodeAt(at) - FIRST_HAN] = PAIRS.charCodeAt(at + 1);

const isPlain = (code: number) => (code >= FIRST_HAN && code <= LAST_HAN && SIMPLIFIED[code - FIRST_HAN] === code) || (code >= 0x30 && code <= 0x39);

/** A text with its traditional characters as simplified ones, where it has any. */
export function simplified(text: string): string {
  let plain = "";
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    plain += code >= FIRST_HAN && code <= LAST_HAN ? String.fromCharCode(SIMPLIFIED[code - FIRST_HAN]!) : text[at]!;
  }
  return plain;
}

/**
 * What of a text counts when labels are compared: characters and digits, simplified; white space, punctuation and
 * brackets are left out, since print adds and drops them freely.
 */
export function labelKey(text: string): string {
  let plain = 0;
  while (plain < text.length && isPlain(text.charCodeAt(plain))) plain++;
  if (plain === text.length) return text;
  let key = text.slice(0, plain);
  for (let at = plain; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isPlain(code)) {
      const from = at;
      while (at + 1 < text.length && isPlain(text.charCodeAt(at + 1))) at++;
      key += text.slice(from, at + 1);
    } else if (code >= FIRST_HAN && code <= LAST_HAN) key += String.fromCharCode(SIMPLIFIED[code - FIRST_HAN]!);
    else if ((code >= 0x30 && code <= 0x39) || code === 0x3007 || (code >= 0x3400 && code <= 0x4dbf)) key += text[at]!;
    else if (code >= 0xd800 && code <= 0xdbff && /\p{Script=Han}/u.test(text.slice(at, at + 2))) key += text[at]! + text[++at]!;
  }
  return key;
}
