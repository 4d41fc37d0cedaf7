import { readWhole } from "../../src/intake/read-sources.ts";
import { readHtml } from "../../src/source/html.ts";
import { readText } from "../../src/source/text.ts";

/** A table 二 below which the hostile print stands, so that it is looked at as part of one. */
const TABLE = "示例局2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n行政规范性文件 1 2 3\n行政许可 3\n行政处罚 4\n行政强制 5\n";

/** Prints of which each broke the reader once, or took it minutes. */
const PRINTS: Readonly<Record<string, () => ReturnType<typeof readText>>> = {
  "dashes and figures on one line": () => readText(`${TABLE}${"一 5 ".repeat(100_000)}`),
  "blank lines between rows": () => readText(`${TABLE}${" \n".repeat(200_000)}5`),
  "one short label for ever": () => readText(`${TABLE}三、\n一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n${"其他 1\n".repeat(50_000)}`),
  "nested elements": () => readHtml(`${"<div>".repeat(20_000)}1`),
  "nested cells": () => readHtml(`<table><tr><td>${"<span>".repeat(20_000)}1</td></tr></table>`),
  "nested raised marks": () => readHtml(`${"<sup>".repeat(20_000)}1`),
  "a style sheet of empty rules": () => readHtml(`<style>${".a{}".repeat(100_000)}</style><p>1</p>`),
  "a style of one declaration": () => readHtml(`<table><tr><td style="${"text-decoration:".repeat(60_000)}">1</td></tr></table>`),
  "a style of one word": () => readHtml(`<table><tr><td style="${"text-decoration-".repeat(60_000)}">1</td></tr></table>`),
  "rules of one class": () => readHtml(`<style>${".a{display:none}".repeat(60_000)}</style><table>${'<tr><td><span class="a">1</span>2'.repeat(2_000)}</table>`),
  "rules of the screen within each other": () => readHtml(`<style>${"@media screen{".repeat(50_000)}</style><p>1</p>`),
  "pieces of a figure": () => readHtml(`<table><tr><td>${'1<b class="a">2</b>'.repeat(40_000)}</td></tr></table>`),
  "cells that cover everything": () => readHtml(`<table>${'<tr><td rowspan=200 colspan=200>1'.repeat(20_000)}</table>`),
  "headers without a table": () => readText("自然人\n商业企业\n科研机构\n总计\n0\n".repeat(20_000)),
  "a style sheet that never closes": () => readHtml(`<style>${"@media{".repeat(50_000)}</style><p>1</p>`),
};

describe("hostile print", () => {
  it.each(Object.keys(PRINTS))("%s: is read, and says what could not be placed", (name) => {
    const { reports, findings } = readWhole(PRINTS[name]!());
    expect(reports.length + findings.length).toBeGreaterThan(0);
  });
});
