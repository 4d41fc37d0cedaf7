import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

/** Chinese system fonts first: Fluent's own choice leaves Chinese text to the browser's fallback. */
const fontFamilyBase = '"Segoe UI", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif';

export const themeOf = (dark: boolean): Theme => ({ ...(dark ? webDarkTheme : webLightTheme), fontFamilyBase });
