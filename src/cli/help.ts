/** What `--help` prints: the same in Chinese and in English. */
export const helpText = `政府信息公开工作年度报告：提取、核对、汇总

用法：npm run --silent cli -- 命令 路径… [选项]      （路径是文件或文件夹，文件夹包括子文件夹）

  extract 路径… [--tidy 表.csv] [--findings 问题.csv] [--out 表.xlsx] [--json]
      读年度报告，提取表二、三、四。
  check 路径… [--findings 问题.csv] [--previous 上年]
      核对勾稽关系，按报告列出问题，严重的在前。
  consolidate 路径… --unit 单位 --year 年度 [--roster 名册.csv] [--policy 来源.json] [--previous 上年] [--tidy 表.csv] [--findings 问题.csv] [--out 汇总.xlsx]
      把各单位的报告汇总成一份，公式可追溯到每个单位。
  template --edition 2021 --unit 单位 --year 年度 --out 空表.xlsx
      生成带校验公式的空白表，发给各单位填写。

  --out       写 Excel 工作簿（.xlsx）
  --tidy      写长表：文件,单位,年度,版式,表,行,列,数值,计量单位,状态,原文,出处
  --findings  写问题清单：文件,单位,年度,级别,代码,表,行,列,应为,实为,说明
  --roster    单位名册：单位,类别,上级,别名,简称（只有“单位”必填，多个别名用 ; 分开；可加 联系、状态）
  --policy    数据来源：哪些行汇总、哪些行由哪个单位提供（格式见 docs/policy.md）
  --previous  上一年的报告或工作簿：核对结转、两年的件数和项数，列出同比
  --json      在终端输出 JSON

可读的文件：.docx .doc .wps .pdf .xlsx .xls .et .csv .html .txt .md，以及装有它们的 .zip（按内容识别）；文字编码 UTF-8、UTF-16、GB18030。
退出码：0 没有错误；1 有错误；2 什么也没读到，或用法不对。

Government information disclosure reports: extract, check, consolidate

Usage: npm run --silent cli -- COMMAND PATH… [flags]      (a PATH is a file or a folder with its subfolders)

  extract PATH… [--tidy F.csv] [--findings F.csv] [--out F.xlsx] [--json]
      Reads yearly reports and takes out tables 二, 三 and 四.
  check PATH… [--findings F.csv] [--previous PATH]
      Checks the balance rules; findings by report, most serious first.
  consolidate PATH… --unit NAME --year YYYY [--roster F.csv] [--policy F.json] [--previous PATH] [--tidy F.csv] [--findings F.csv] [--out F.xlsx]
      Adds the units' reports up into one; every figure leads back to its units.
  template --edition 2021 --unit NAME --year YYYY --out F.xlsx
      A blank workbook with live checks, to send to units.

Files: .docx .doc .wps .pdf .xlsx .xls .et .csv .html .txt .md and .zip of these, known by their contents.
Exit codes: 0 no errors found; 1 some; 2 nothing could be read, or wrong usage.`;
