import type { UnitKind } from "../../src/report/model.ts";

/** A made-up unit. `weight` is its share of the city's applications; `scale` sets the size of its table 二. */
export interface SampleUnit {
  readonly name: string;
  readonly kind: UnitKind;
  /** Short name: the file's and the sheet's. */
  readonly short: string;
  readonly alias: string;
  /** What it deals with, for its prose. */
  readonly field: string;
  readonly weight: number;
  readonly scale: "place" | "licensing" | "enforcement" | "service";
}

const place = (name: string, weight: number): SampleUnit => ({
  name: `${name}人民政府`,
  kind: "county",
  short: name,
  alias: `${name}政府`,
  field: "城乡建设和民生保障",
  weight,
  scale: "place",
});

const zone = (name: string, weight: number): SampleUnit => ({
  name: `示例市${name}管理委员会`,
  kind: "development-zone",
  short: name,
  alias: `${name}管委会`,
  field: "园区建设和招商服务",
  weight,
  scale: "place",
});

const department = (name: string, field: string, scale: SampleUnit["scale"], weight: number): SampleUnit => ({
  name: `示例市${name}`,
  kind: "municipal-department",
  short: `市${name.replace("发展和改革委员会", "发改委").replace("人力资源和社会保障局", "人社局").replace("卫生健康委员会", "卫健委")}`,
  alias: `市${name}`,
  field,
  weight,
  scale,
});

const places = ["云岭县", "松河区", "柏川县", "石潭县", "梅岭县", "芦浦区", "桃岭县", "杏川县", "柳泉县", "桐湖县", "枫林县", "莲浦县"].map((name, i) => place(name, [30, 24, 9, 14, 20, 28, 7, 12, 18, 5, 22, 15][i]!));

const departments: readonly SampleUnit[] = [
  department("发展和改革委员会", "项目审批和价格管理", "licensing", 6),
  department("教育局", "招生入学和办学许可", "licensing", 9),
  department("科学技术局", "科技计划", "service", 1),
  department("工业和信息化局", "企业服务", "service", 2),
  department("民族宗教事务局", "民族宗教事务", "service", 0),
  department("公安局", "治安和户籍管理", "enforcement", 16),
  department("民政局", "救助和社会组织登记", "licensing", 3),
  department("司法局", "法律服务", "licensing", 5),
  department("财政局", "预决算和政府采购", "service", 5),
  department("人力资源和社会保障局", "就业和社会保险", "licensing", 9),
  department("自然资源局", "土地和规划管理", "enforcement", 34),
  department("生态环境局", "污染防治和环评审批", "enforcement", 10),
  department("住房和城乡建设局", "房屋征收和工程建设", "enforcement", 22),
  department("交通运输局", "道路运输管理", "enforcement", 5),
  department("水利局", "河湖管理", "enforcement", 3),
  department("农业农村局", "农资监管和土地承包", "enforcement", 6),
  department("商务局", "商贸流通", "service", 1),
  department("文化广电和旅游局", "文化市场管理", "enforcement", 2),
  department("卫生健康委员会", "医疗机构管理", "enforcement", 7),
  department("退役军人事务局", "优待抚恤", "service", 2),
  department("应急管理局", "安全生产", "enforcement", 2),
  department("审计局", "审计监督", "service", 1),
  department("国有资产监督管理委员会", "企业改制", "service", 8),
  department("市场监督管理局", "登记注册和食品安全", "enforcement", 9),
  department("体育局", "全民健身", "service", 0),
  department("统计局", "统计调查", "service", 0),
  department("医疗保障局", "医保待遇", "service", 3),
  department("城市管理局", "市容和违建治理", "enforcement", 8),
  department("金融工作局", "地方金融监管", "service", 1),
  department("信访局", "来信来访", "service", 2),
  department("扶贫开发办公室", "产业帮扶", "service", 1),
  department("林业局", "林地和木材管理", "enforcement", 2),
  department("机关事务中心", "公务用车和办公用房", "service", 0),
  department("住房公积金管理中心", "公积金归集和提取", "service", 2),
  department("大数据管理局", "数据共享", "service", 1),
  department("地方史志办公室", "年鉴编纂", "service", 0),
  department("投资促进局", "招商引资", "service", 0),
  department("粮食和物资储备局", "粮食收购", "licensing", 1),
  department("人民防空办公室", "人防工程", "licensing", 2),
  department("政务服务局", "大厅窗口管理", "service", 1),
  department("园林绿化中心", "公园绿地养护", "service", 1),
  department("公共资源交易中心", "招标投标", "service", 3),
];

const named = (names: readonly string[]) => names.map((name) => departments.find((unit) => unit.short === name) ?? fail(name));

function fail(name: string): never {
  throw new Error(`no department ${name}`);
}

/** 12 counties and 42 departments. */
export const units2020: readonly SampleUnit[] = [...places, ...departments];

/** 5 counties, a development zone, 14 departments. */
export const units2024: readonly SampleUnit[] = [
  ...places.slice(0, 5),
  zone("青禾经济开发区", 6),
  ...named(["市发改委", "市教育局", "市公安局", "市民政局", "市司法局", "市财政局", "市人社局", "市自然资源局", "市生态环境局", "市住房和城乡建设局", "市交通运输局", "市卫健委", "市市场监督管理局", "市城市管理局"]),
];
