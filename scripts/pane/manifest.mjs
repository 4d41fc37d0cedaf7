/**
 * `npm run manifest -- --address https://annual-report.example.gov.cn/pane`: writes manifest.xml for the address that
 * serves the pane. Without an address: https://localhost:3000, as `npm run start:excel` serves it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const ID = "6f1f4f0e-3c57-4f3e-9a55-0d5b7c1e8a24";
export const DEFAULT_ADDRESS = "https://localhost:3000";

const words = {
  name: ["政府信息公开年报", "Disclosure reports"],
  description: ["读入、核对、汇总政府信息公开工作年度报告。数据不离开本机。", "Reads, checks and consolidates yearly government information disclosure reports. Data never leaves the computer."],
  group: ["公开年报", "Disclosure"],
  button: ["打开年报窗格", "Open the pane"],
  tip: ["粘贴或选择年度报告，核对后写入工作簿，并汇总各单位。", "Paste or choose yearly reports, check them, write them to the workbook and consolidate all units."],
  startedTitle: ["公开年报已就绪", "Disclosure reports are ready"],
  started: ["在“开始”选项卡点“打开年报窗格”，粘贴一份年度报告试试。", "On the Home tab choose “Open the pane” and paste a yearly report."],
};

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const both = (element, id, [zh, en]) => `<bt:${element} id="${id}" DefaultValue="${escape(zh)}"><bt:Override Locale="en-US" Value="${escape(en)}"/></bt:${element}>`;
const own = (element, [zh, en]) => `<${element} DefaultValue="${escape(zh)}"><Override Locale="en-US" Value="${escape(en)}"/></${element}>`;

/** The add-in only manifest for an https address (a folder: `…/taskpane.html` stands in it). Throws on any other address. */
export function manifestFor(address, version) {
  let base;
  try {
    base = new URL(address);
  } catch {
    throw new Error(`"${address}" is no address; it should look like https://annual-report.example.gov.cn/pane`);
  }
  if (base.protocol !== "https:") throw new Error(`Excel loads add-ins over https only, not "${address}"`);
  const at = (path) => escape(`${base.origin}${base.pathname.replace(/\/$/, "")}/${path}`);
  const image = (size) => `<bt:Image id="Icon.${size}" DefaultValue="${at(`icons/icon-${size}.png`)}"/>`;
  const icons = [16, 32, 80].map((size) => `<bt:Image size="${size}" resid="Icon.${size}"/>`).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- Made by "npm run manifest" (scripts/pane/manifest.mjs); do not edit. -->
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
  <Id>${ID}</Id>
  <Version>${version}.0</Version>
  <ProviderName>gov-disclosure-report</ProviderName>
  <DefaultLocale>zh-CN</DefaultLocale>
  ${own("DisplayName", words.name)}
  ${own("Description", words.description)}
  <IconUrl DefaultValue="${at("icons/icon-32.png")}"/>
  <HighResolutionIconUrl DefaultValue="${at("icons/icon-64.png")}"/>
  <SupportUrl DefaultValue="${at("taskpane.html")}"/>
  <AppDomains><AppDomain>${escape(base.origin)}</AppDomain></AppDomains>
  <Hosts><Host Name="Workbook"/></Hosts>
  <Requirements><Sets DefaultMinVersion="1.8"><Set Name="ExcelApi" MinVersion="1.8"/></Sets></Requirements>
  <DefaultSettings><SourceLocation DefaultValue="${at("taskpane.html")}"/></DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Requirements><bt:Sets DefaultMinVersion="1.8"><bt:Set Name="ExcelApi" MinVersion="1.8"/></bt:Sets></Requirements>
    <Hosts>
      <Host xsi:type="Workbook">
        <DesktopFormFactor>
          <GetStarted><Title resid="Started.Title"/><Description resid="Started.Description"/><LearnMoreUrl resid="Pane.Url"/></GetStarted>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <OfficeTab id="TabHome">
              <Group id="Disclosure.Group">
                <Label resid="Group.Label"/>
                <Icon>${icons}</Icon>
                <Control xsi:type="Button" id="Disclosure.Open">
                  <Label resid="Button.Label"/>
                  <Supertip><Title resid="Button.Label"/><Description resid="Button.Tip"/></Supertip>
                  <Icon>${icons}</Icon>
                  <Action xsi:type="ShowTaskpane"><TaskpaneId>Disclosure.Pane</TaskpaneId><SourceLocation resid="Pane.Url"/></Action>
                </Control>
              </Group>
            </OfficeTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>${[16, 32, 80].map(image).join("")}</bt:Images>
      <bt:Urls><bt:Url id="Pane.Url" DefaultValue="${at("taskpane.html")}"/></bt:Urls>
      <bt:ShortStrings>
        ${both("String", "Group.Label", words.group)}
        ${both("String", "Button.Label", words.button)}
        ${both("String", "Started.Title", words.startedTitle)}
      </bt:ShortStrings>
      <bt:LongStrings>
        ${both("String", "Button.Tip", words.tip)}
        ${both("String", "Started.Description", words.started)}
      </bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>
`;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const flag = process.argv.indexOf("--address");
  const address = flag < 0 ? DEFAULT_ADDRESS : (process.argv[flag + 1] ?? "");
  try {
    const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
    writeFileSync(join(project, "manifest.xml"), manifestFor(address, version));
    console.log(`manifest.xml → ${address}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
