#!/bin/sh
# Audits what lies in 报告 and writes 检查结果.html and 检查结果.json beside it.
cd "$(dirname "$0")" || exit 1
# Bytes that are not ASCII in names of files need a locale that knows them; this one is always there.
LC_ALL=C.UTF-8
export LC_ALL
if [ -z "$(ls 报告)" ]; then
  echo '请先把要检查的报告（.docx 或 .txt）放进“报告”文件夹，再运行一次。'
  exit 64
fi
./jiheng-audit --format json --fail-on never 报告 >检查结果.json 2>/dev/null
./jiheng-audit --format html --fail-on never 报告 >检查结果.html
status=$?
echo '检查完毕：用浏览器打开“检查结果.html”查看；“检查结果.json”可以导入绩衡系统。'
exit $status
