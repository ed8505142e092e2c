<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>zhengzhou_desk</name>
    <message>
        <location filename="../zhengzhou_desk/cli/demo.py"/>
        <source>  {code} {name}：应预留 {required} 元，已预留 {reserve} 元，尚差 {gap} 元</source>
        <translation>  {code} {name}: required {required} yuan, reserved {reserve} yuan, missing {gap} yuan</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/workbooks.py"/>
        <source>  工作表“{sheet}”{reason}</source>
        <translation>  Sheet “{sheet}”: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/demo.py"/>
        <source>  已下单 {ordered} 元，已支付 {paid} 元，完结 {completed} 元；未归集 {loose} 元</source>
        <translation>  Ordered {ordered} yuan, paid {paid} yuan, completed {completed} yuan; unassigned {loose} yuan</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/workbooks.py"/>
        <source>  有被拒绝的行，整个文件没有导入。请改正后再导入，或加 --skip-refused 只导入其余的行</source>
        <translation>  Rows were refused, so nothing of the file was imported. Mend them and import again, or add --skip-refused to import the rest</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/demo.py"/>
        <source>  汇总表  {path}</source>
        <translation>  Summary  {path}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/demo.py"/>
        <source>  账册    {path}</source>
        <translation>  Book     {path}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/demo.py"/>
        <source>  达标 {passed}，不达标 {failed}，未填报 {unfiled}，待查 {unknown}，不作要求 {exempt}</source>
        <translation>  Pass {passed}, fail {failed}, not filed {unfiled}, unknown {unknown}, exempt {exempt}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/workbooks.py"/>
        <source>  还有 {count} 处，--json 可看全部</source>
        <translation>  {count} more; --json shows all</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/workbooks.py"/>
        <source>  这是试看，账册没有改动</source>
        <translation>  This was a dry run; the book is unchanged</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/demo.py"/>
        <source>  通知书  {folder}（{count} 份，另有合并打印.pdf）</source>
        <translation>  Notices  {folder} ({count}, and one merged file for printing)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/demo.py"/>
        <source>  食堂采购总额 {total} 元，预留 {reserve} 元；应预留 {required} 元，各单位尚差合计 {gap} 元</source>
        <translation>  Canteen total {total} yuan, reserved {reserve} yuan; required {required} yuan, missing in all {gap} yuan</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/preview.py"/>
        <source> / {count} 页</source>
        <translation> / {count} pages</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/documents.py"/>
        <source>--again 只和 --issue 一起用：再次督促就是再发一次文</source>
        <translation>--again goes with --issue only: pressing again means issuing once more</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <source>1　哪个区县、哪一年</source>
        <translation>1　Which district, which year</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <source>2　印在文书上的内容</source>
        <translation>2　What is printed on documents</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <source>3　账册放在哪里</source>
        <translation>3　Where the book is kept</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>832平台</source>
        <translation>832 platform</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>Shift+点列标题</source>
        <translation>Shift+click on a heading</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/restore.py"/>
        <source>{backup} 就是账册本身，不是它的备份</source>
        <translation>{backup} is the book itself, not a backup of it</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/book_file.py"/>
        <source>{beside} 不是账册自己的文件，没有打开账册。请先把它移到别处</source>
        <translation>{beside} is no file of the book's; the book was not opened. Move it elsewhere first</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>{beside} 是另一个账册留下的，请先把它移走，或换一个名字</source>
        <translation>{beside} was left by another book. Move it away first, or take another name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/mode.py"/>
        <source>{book} · {year} 年度 · {state} — 郑采台账</source>
        <translation>{book} · {year} · {state} — Zhengzhou Desk</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>{bureau}{year}年汇总.pdf</source>
        <translation>{bureau}{year}年汇总.pdf</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/export.py"/>
        <source>{bureau}{year}年汇总.xlsx</source>
        <translation>{bureau}{year} summary.xlsx</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>{count} 个与 {old} 共用食堂的单位改由 {new} 代表</source>
        <translation>{new} files for the {count} units that shared the canteen of {old}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>{count} 个单位与 {old} 共用食堂，请另定代表单位</source>
        <translation>{count} units share a canteen with {old}; choose another representative</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>{count} 份通知书的{column}：</source>
        <translation>{column} of {count} notices:</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>{count} 家国有企业归属 {old}，请改记所属单位</source>
        <translation>{count} SOEs belong to {old}; enter the unit they belong to now</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>{count} 家国有企业自 {day} 起归属 {new}</source>
        <translation>{count} enterprises belong to {new} from {day} on</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>{count} 家所属国有企业，{opened} 家已开通账号</source>
        <translation>{count} enterprises belong to it, {opened} with an account</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <source>{count} 步</source>
        <translation>{count} steps</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/move_orders.py"/>
        <source>{count} 笔订单，合计 {amount} 元，改记到哪个单位？</source>
        <translation>{count} orders of {amount} yuan in all: book them to which unit?</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/auto_backup.py"/>
        <source>{days} 天前备份</source>
        <translation>Backed up {days} days ago</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>{day} 填报，截止日 {due}</source>
        <translation>Filed on {day}, due on {due}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>{day} 填报，晚于截止日 {due}</source>
        <translation>Filed on {day}, after the due day {due}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/welcome.py"/>
        <source>{folder}   改于 {day}   {backup}</source>
        <translation>{folder}   changed {day}   {backup}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/lock.py"/>
        <source>{folder} 不支持文件锁，账册 {book} 只能以只读方式打开。请复制到本机磁盘上使用</source>
        <translation>{folder} knows no file locks, so book {book} can only be opened read-only. Copy it to this computer's disk to use it</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/atomic_file.py"/>
        <source>{folder} 是文件，不是文件夹。请另选文件夹</source>
        <translation>{folder} is a file, not a folder. Choose another folder</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>{given} 不在 {least} 到 {most} 之间</source>
        <translation>{given} is not between {least} and {most}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/check.py"/>
        <source>{level}  {unit}  {title}：{message}</source>
        <translation>{level}  {unit}  {title}: {message}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>{month}月</source>
        <translation>{month}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>{name}-拒绝的行.xlsx</source>
        <translation>{name}-refused rows.xlsx</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/documents.py"/>
        <source>{number}  {unit} {name}：{path}</source>
        <translation>{number}  {unit} {name}: {path}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/issued_notices.py"/>
        <source>{number} 之后已向该单位另发 {other}，不能再恢复</source>
        <translation>After {number} the unit was sent {other}; it cannot be restored</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/issued_notices.py"/>
        <source>{number} 已用于另一份通知书，不能再恢复</source>
        <translation>{number} is used by another notice; it cannot be restored</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/issued_notices.py"/>
        <source>{number} 已经发文，不能改动或删除。有了结果的，用“文书”菜单登记已送达、已回复或已办结；发错的，先撤回，再另发</source>
        <translation>{number} has been issued and cannot be changed or removed. Use the menu Papers to note what became of it: delivered, answered or closed; if it was wrong, withdraw it, then issue another</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/notices/register.py"/>
        <source>{number} 现在是“{present}”，不能改为“{next}”</source>
        <translation>{number} is “{present}” now and cannot become “{next}”</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/notices/register.py"/>
        <source>{number}，{day}，{state}</source>
        <translation>{number}, {day}, {state}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>{old} 上年预留 {amount} 元失效</source>
        <translation>Last year's reserve of {old}, {amount} yuan, lapses</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>{old} 上年预留 {amount} 元并入 {new} 的下限</source>
        <translation>Last year's reserve of {old}, {amount} yuan, is added to the floor of {new}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>{old} 本年度的填报只列名、不计数</source>
        <translation>This year's filing of {old} is listed, not counted</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>{old} 本年的 {count} 笔订单改记到 {new}</source>
        <translation>{count} orders of {old} of this year are booked to {new}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>{old} 的 {count} 笔订单转入未归集，可改记到新单位</source>
        <translation>{count} orders of {old} become unassigned; they can be moved to the new unit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>{old} 的上年预留不按填报数，按登记的 {amount} 元结转</source>
        <translation>Last year's reserve of {old} is carried as the stated {amount} yuan, not as filed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>{old} 还有 {count} 份未办结的通知书</source>
        <translation>{old} still has {count} open notices</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>{option} 不止一种意思（{choices}），请写全。用法见 {program} --help</source>
        <translation>{option} may mean {choices}; write it in full. See {program} --help</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>{option} 不能是 {what}。用法见 {program} --help</source>
        <translation>{option} cannot be {what}. See {program} --help</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>{option} 不能是 {what}，可用的有 {choices}。用法见 {program} --help</source>
        <translation>{option} cannot be {what}; there are {choices}. See {program} --help</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>{option} 后面不能带 {what}。用法见 {program} --help</source>
        <translation>{option} takes no value such as {what}. See {program} --help</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>{option} 后面缺少内容。用法见 {program} --help</source>
        <translation>{option} needs a value. See {program} --help</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <source>{path} 不是上报包。请选择由本程序“生成上报包”写出的文件</source>
        <translation>{path} is not a package. Choose a file that this program's "package" wrote</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <source>{path} 不是上报包，或文件已损坏。请对方重新生成</source>
        <translation>{path} is not a package, or the file is damaged. Ask the sender to make it again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/book_file.py"/>
        <location filename="../zhengzhou_desk/store/restore.py"/>
        <source>{path} 不是普通文件，不能作账册</source>
        <translation>{path} is no ordinary file and cannot be a book</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/atomic_file.py"/>
        <source>{path} 不是普通文件，不能写入。请另取文件名</source>
        <translation>{path} is no ordinary file and cannot be written. Take another name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/lock.py"/>
        <source>{path} 不是本程序的锁文件，而是指向别的文件的链接。请先删除它，再打开账册</source>
        <translation>{path} is not our lock file but a link to another file. Delete it first, then open the book</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/guard.py"/>
        <source>{path} 不是电子表格。请选择 .xlsx、.xls、.ods 或 .csv 文件</source>
        <translation>{path} is not a spreadsheet. Choose an .xlsx, .xls, .ods or .csv file</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/plain_text.py"/>
        <source>{path} 不是电子表格，也不是认得的文本（UTF-8、GB18030、UTF-16）</source>
        <translation>{path} is neither a spreadsheet nor a text in a known encoding (UTF-8, GB18030, UTF-16)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/book_file.py"/>
        <location filename="../zhengzhou_desk/store/io_errors.py"/>
        <source>{path} 不是郑采台账的账册</source>
        <translation>{path} is not a book of Zhengzhou Desk</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>{path} 中单位 {unit} 出现两次（第 {row} 行），请对方核对后重新生成</source>
        <translation>Unit {unit} stands twice in {path} (row {row}); ask the sender to check and make it again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/limits.py"/>
        <source>{path} 中有远在表外的单元格（超过 {rows} 行或 {columns} 列）。请删去多余的行列再试</source>
        <translation>{path} has cells far outside the table (beyond {rows} rows or {columns} columns). Delete the empty rows and columns and try again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <source>{path} 中的 {part} 与校验码不符：文件传输中损坏或被改动过，请对方重新生成上报包</source>
        <translation>{part} in {path} does not match its digest: damaged on the way or changed; ask the sender to make the package again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <source>{path} 中的 {part} 读不出来，请对方重新生成上报包</source>
        <translation>{part} in {path} cannot be read; ask the sender to make the package again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/guard.py"/>
        <source>{path} 加了密码，读不出来。请先在 WPS 或 Excel 中取消密码</source>
        <translation>{path} is protected by a password and cannot be read. Take the password off in WPS or Excel first</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/markup.py"/>
        <source>{path} 单元格 {cell} 的公式没有结果（{text}）。请在表格中算出结果并保存，或改填数字</source>
        <translation>{path}: the formula in cell {cell} has no result ({text}). Compute it in the spreadsheet and save, or type the number</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/markup.py"/>
        <source>{path} 含有不该有的声明（DOCTYPE），不予读取</source>
        <translation>{path} holds a declaration that does not belong there (DOCTYPE) and is not read</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/markup.py"/>
        <source>{path} 含有读不了的写法（{what}）。请另存一份再试</source>
        <translation>{path} is written in a way that cannot be read ({what}). Save a copy and try that</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/guard.py"/>
        <location filename="../zhengzhou_desk/exchange/reading.py"/>
        <source>{path} 太大（{size} MB），不像一份电子表格</source>
        <translation>{path} is too large ({size} MB) to be a spreadsheet</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/limits.py"/>
        <source>{path} 已损坏或不完整，读不出来。请重新导出或另存一份再试</source>
        <translation>{path} is damaged or incomplete and cannot be read. Export or save it again and try once more</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>{path} 已经存在。新建不会覆盖旧文件，请换一个名字</source>
        <translation>{path} exists already. A new book never overwrites a file; take another name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/atomic_file.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <source>{path} 已经存在，不会被覆盖。请换一个名字</source>
        <translation>{path} exists already and is not overwritten. Take another name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/ask.py"/>
        <source>{path} 已经有了，覆盖它吗？</source>
        <translation>{path} is there already. Replace it?</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/protected_files.py"/>
        <source>{path} 是上报包，不能被覆盖。请另取文件名</source>
        <translation>{path} is a package and is not replaced. Choose another name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/notices/rendering.py"/>
        <source>{path} 是其中一份通知书的文件名。合并的 PDF 请另取文件名</source>
        <translation>{path} is the name of one of the notices. Choose another name for the merged PDF</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/atomic_file.py"/>
        <source>{path} 是只读的，不能覆盖。请另取文件名</source>
        <translation>{path} is read-only and cannot be overwritten. Take another name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/book_file.py"/>
        <source>{path} 是数据库，但不是郑采台账的账册</source>
        <translation>{path} is a database, but not a book of Zhengzhou Desk</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/reading.py"/>
        <source>{path} 是文件夹，不是文件</source>
        <translation>{path} is a folder, not a file</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/book_file.py"/>
        <location filename="../zhengzhou_desk/store/restore.py"/>
        <source>{path} 是文件夹，不是账册</source>
        <translation>{path} is a folder, not a book</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/atomic_file.py"/>
        <source>{path} 是文件夹，写不成文件。请另取文件名</source>
        <translation>{path} is a folder and cannot be written as a file. Take another name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/guard.py"/>
        <source>{path} 是空文件</source>
        <translation>{path} is empty</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/book_file.py"/>
        <source>{path} 是空文件，不是账册</source>
        <translation>{path} is empty, not a book</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/plain_text.py"/>
        <source>{path} 是网页，其中没有表格</source>
        <translation>{path} is a web page without any table</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/reading.py"/>
        <source>{path} 是设备或管道，不是文件</source>
        <translation>{path} is a device or a pipe, not a file</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/protected_files.py"/>
        <source>{path} 是账册或备份，不能被覆盖。请另取文件名</source>
        <translation>{path} is a book or a backup and is not replaced. Choose another name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/protected_files.py"/>
        <source>{path} 是账册的附属文件，不能被覆盖。请另取文件名</source>
        <translation>{path} belongs to a book and is not replaced. Choose another name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <source>{path} 有 {count} 个单位，不像一个区县的上报包</source>
        <translation>{path} lists {count} units, which is more than a district's submission holds</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/atomic_file.py"/>
        <source>{path} 正被另一个程序（如 WPS、Excel）打开。请关闭后再试，或另取文件名</source>
        <translation>{path} is open in another program such as WPS or Excel. Close it there and try again, or take another name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>{path} 没有读入</source>
        <translation>{path} was not taken in</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>{path} 由 {bureau}（{region}）上报，不属于{city}</source>
        <translation>{path} was submitted by {bureau} ({region}), which does not belong to {city}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <source>{path} 由更新版本的程序生成，请先升级本程序</source>
        <translation>{path} was made by a newer version of the program; upgrade this one first</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>{path} 的单位第 {row} 行“{field}”不合格式，请对方重新生成上报包</source>
        <translation>Row {row} of the units in {path}: “{field}” is not in order; ask the sender to make the package again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/limits.py"/>
        <source>{path} 的单元格太多（超过 {cells} 个）。请删去多余的行列和格式，或分成几份再试</source>
        <translation>{path} has too many cells (more than {cells}). Delete unneeded rows, columns and formats, or split the file, and try again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>{path} 的合计与明细不符：{field} 上报 {said}，各单位之和为 {found}。请对方核对后重新生成</source>
        <translation>Totals and details in {path} differ: {field} was given as {said}, the units add up to {found}. Ask the sender to check and make it again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <source>{path} 的封面信息“{field}”不全或不合格式，请对方重新生成上报包</source>
        <translation>{path}: the cover's “{field}” is missing or not in order; ask the sender to make the package again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/atomic_file.py"/>
        <source>{path} 的扩展名不对，这里写出的文件应以 {endings} 结尾</source>
        <translation>{path} has the wrong ending: what is written here ends in {endings}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>{path} 的日期 {day} 晚于今天（{today}）。请对方核对电脑日期后重新生成上报包</source>
        <translation>{path} is dated {day}, later than today ({today}). Ask the sender to check the computer's date and make the package again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/plain_text.py"/>
        <source>{path} 第 {row} 行的引号不完整或文字太长，读不出来。请补上引号，或另存为 .xlsx 再试</source>
        <translation>{path}, line {row}: a quotation mark is missing or a text is too long to read. Complete the quotation marks, or save as .xlsx and try again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/limits.py"/>
        <source>{path} 解开后太大（{size} MB），不予读取</source>
        <translation>{path} is too large once unpacked ({size} MB) and is not read</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <source>{path} 解开后太大，不像上报包</source>
        <translation>{path} is too large once unpacked to be a package</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/reading.py"/>
        <source>{path} 读不出来：读取程序中途停止。文件可能已损坏，请另存一份再试</source>
        <translation>{path} cannot be read: the reading program stopped on the way. The file may be damaged; save it again and try once more</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/reading.py"/>
        <source>{path} 读了 {seconds} 秒还没有读完，已停止。请删去多余的行列和格式再试</source>
        <translation>{path} was not finished after {seconds} seconds of reading, which was stopped. Delete superfluous rows, columns and formats and try again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/reading.py"/>
        <source>{path} 里没有数据</source>
        <translation>{path} holds no data</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/sheet_process.py"/>
        <source>{path} 需要的内存太多，不予读取</source>
        <translation>{path} needs too much memory and is not read</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>{path}：{bureau} {year} 年度的这份上报包已在账册中</source>
        <translation>{path}: this package of {bureau} for {year} is in the book already</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>{path}：{bureau} {year} 年度（截至 {day}）比账册中的旧，没有读入</source>
        <translation>{path}: {bureau}, {year} (as of {day}) is older than what the book has; not taken in</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>{path}：已读入 {bureau} {year} 年度上报包（截至 {day}，{units} 个单位）</source>
        <translation>{path}: package of {bureau} for {year} taken in (as of {day}, {units} units)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/workbooks.py"/>
        <source>{path}：新增 {new} 行，修改 {changed} 行，相同 {same} 行，拒绝 {refused} 行</source>
        <translation>{path}: {new} new, {changed} changed, {same} the same, {refused} refused</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>{region} {year} 年度按下列数值判断。本局另有文件规定的，可以按文号改；往年的数值不变。</source>
        <translation>{region} is judged in {year} by the values below. Where a document of the bureau says otherwise they may be changed with its number; past years stay as they are.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>{rows} 等 {count} 项</source>
        <translation>{rows} and others, {count} in all</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>{rows} 行 × {columns} 列</source>
        <translation>{rows} rows × {columns} columns</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/editing.py"/>
        <source>{row}：{reason}</source>
        <translation>{row}: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>{source} 里没有认得的表。表头应有“单位编码”“年度”等列名，见帮助中的工作簿格式</source>
        <translation>{source} holds no table that is known. Its headings should be such as 单位编码 and 年度; see the workbook's format in the help</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/grid.py"/>
        <source>{table}中有 {count} 行用到它们，这些行会留下</source>
        <translation>{table}: {count} rows use them and will stay</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>{task}：{count} 项{when}</source>
        <translation>{task}: {count}{when}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/documents.py"/>
        <source>{unit} {name} 已有没有办结的通知书（{notice}），没有再发</source>
        <translation>{unit} {name} has a notice that is not settled ({notice}); none was issued</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>{unit} 已于 {day} 撤销或合并</source>
        <translation>{unit} was dissolved or merged on {day}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/sequence.py"/>
        <source>{unit} 已于 {ended} 撤销或合并，不能再并入它</source>
        <translation>{unit} was dissolved or merged on {ended}; nothing can be merged into it any more</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/canteens.py"/>
        <source>{unit} 已撤销或合并</source>
        <translation>{unit} has been dissolved or merged</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/orders.py"/>
        <source>{unit} 已撤销或合并，不能再记入订单</source>
        <translation>{unit} has been dissolved or merged; no order can be booked to it any more</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/notices/register.py"/>
        <source>{unit} 已有没有办结的通知书（{notice}），没有再发。要发第二次，请用“再次督促”</source>
        <translation>{unit} has a notice that is not settled ({notice}), so none was issued. To issue a second one, use Press again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/filings.py"/>
        <source>{unit} 还没有填报</source>
        <translation>{unit} has not filed yet</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/notices/rendering.py"/>
        <source>{unit}的通知书里有字体印不出来的字：{characters}。请先在单位名称等处改用相近的字</source>
        <translation>The notice to {unit} has characters that no font can print: {characters}. Use similar ones in the unit's name or wherever they stand</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <source>{unit}：{points} ÷ {whole} × 100 = {score} 分</source>
        <translation>{unit}: {points} ÷ {whole} × 100 = {score} points</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>{unit}：尚差 {gap} 元</source>
        <translation>{unit}: {gap} yuan missing</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/sequence.py"/>
        <source>{what} {then} 早于下单日期 {day}</source>
        <translation>{what} {then} is before the order of {day}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/widgets/year_box.py"/>
        <source>{year} 年度</source>
        <translation>Year {year}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/locks.py"/>
        <source>{year} 年度已于 {day} 上报市局，填报已锁定。确需修改的，先解锁并写明理由</source>
        <translation>The summary of {year} went to the city on {day}, so its filings are locked. Unlock them first, with a reason</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/years.py"/>
        <source>{year} 年度已经在账册里了</source>
        <translation>The book keeps {year} already</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/mode.py"/>
        <source>{year} 年度已经结账，只能查看。</source>
        <translation>Year {year} is closed and can only be viewed.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>{year} 年度已结账，只能查看。要改请先重新打开该年度</source>
        <translation>{year} is closed and can only be looked at. Open the year again to change it</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/documents.py"/>
        <source>{year} 年度截至 {day} 没有需要督促的单位</source>
        <translation>No unit is to be pressed in {year} as of {day}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <source>{year} 年度没有现行的采购规定，写不出通报。可在“现行政策数值”中按本局文件填写</source>
        <translation>Nothing states what counts in {year}, so no bulletin can be written. State it under "Values in force" with a document of the bureau</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/check.py"/>
        <location filename="../zhengzhou_desk/cli/documents.py"/>
        <source>{year} 年度没有现行的预留规定，是否达标不作判断</source>
        <translation>No reserve is stated for {year}: who reaches it and who does not is not judged</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/exports.py"/>
        <source>{year} 年度没有规定考评分值。可在“现行政策数值”中按本局文件填写</source>
        <translation>No points are stated for {year}. State them under "Values in force" with a document of the bureau</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>{year} 年度现行政策数值</source>
        <translation>Values in force in {year}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <source>{year} 年度绩效考评</source>
        <translation>Assessment of {year}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>{year} 年度账册中没有单位，没有可上报的内容</source>
        <translation>The book has no units in {year}; there is nothing to submit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/demo.py"/>
        <source>{year} 年度，以 {day} 为准：应填报单位 {units} 个，已填报 {filed} 个，已确认 {confirmed} 个</source>
        <translation>{year} as of {day}: {units} units are to file, {filed} have filed, {confirmed} are confirmed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/check.py"/>
        <source>{year} 年度，截至 {day}：错误 {error} 条，待查 {unknown} 条，警告 {warning} 条，提示 {info} 条</source>
        <translation>{year} as of {day}: {error} errors, {unknown} unknown, {warning} warnings, {info} hints</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>{year} 年度：{stage}{due}</source>
        <translation>{year}: {stage}{due}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <source>{year}年考评情况{day}.pdf</source>
        <translation>Assessment {year} as of {day}.pdf</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <source>{year}年考评表{day}.xlsx</source>
        <translation>Scoring sheet {year} as of {day}.xlsx</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>{year}年通报{day}.pdf</source>
        <translation>{year} bulletin {day}.pdf</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>{year}年通报{day}.xlsx</source>
        <translation>{year} bulletin {day}.xlsx</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/canteens.py"/>
        <source>· 将出现：{what}</source>
        <translation>· will appear: {what}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/canteens.py"/>
        <source>· 将消除：{what}</source>
        <translation>· will go: {what}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’不在可选之列：{labels}</source>
        <translation>‘{given}’ is not one of: {labels}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’不是 0% 到 100% 之间、最多两位小数的百分比</source>
        <translation>‘{given}’ is no percentage between 0 % and 100 % with at most two decimals</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’不是数字</source>
        <translation>‘{given}’ is no number</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’不是整数</source>
        <translation>‘{given}’ is no whole number</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>‘{given}’不是日子。请写成 03-20（每年）或 2023-05-31</source>
        <translation>‘{given}’ is no day. Write 03-20 (every year) or 2023-05-31</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’不是日期。请写成 2024-03-18</source>
        <translation>‘{given}’ is no date. Write 2024-03-18</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>‘{given}’不是编码：编码没有小数</source>
        <translation>‘{given}’ is not a code: codes have no decimals</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’不是金额。请填数字，如 30000 或 3万元</source>
        <translation>‘{given}’ is no amount. Enter a number such as 30000 or 30,000.00</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’太大，不像一个金额</source>
        <translation>‘{given}’ is too large to be an amount</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>‘{given}’是按数字保存的，第 15 位以后的数字已丢失。请把这一列设为文本格式，再填完整的号码</source>
        <translation>‘{given}’ was kept as a number and lost every digit after the 15th. Format the column as text and enter the whole number again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>‘{given}’是按科学记数显示的数字，后面的数字已丢失。请把这一列设为文本格式，再填完整的号码</source>
        <translation>‘{given}’ is a number in scientific notation and lost its last digits. Format the column as text and enter the whole number again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’是百分之几说不清。请写成 5% 这样</source>
        <translation>‘{given}’ does not say how many percent. Write it as 5%</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’是负数。此处金额不能为负</source>
        <translation>‘{given}’ is negative. The amount here cannot be</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’精确到分以下。金额最多到分</source>
        <translation>‘{given}’ is finer than a fen. Amounts go to the fen at most</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’请填 是 或 否</source>
        <translation>‘{given}’: enter 是 (yes) or 否 (no)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/choose_unit.py"/>
        <source>‘{name}’是哪个单位？</source>
        <translation>Which unit is ‘{name}’?</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/documents/fonts.py"/>
        <source>“{character}”（U+{code}）没有字体能印。请改用相近的字</source>
        <translation>No font can print “{character}” (U+{code}). Use a similar character</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/columns.py"/>
        <source>“{column}”不能空着</source>
        <translation>“{column}” must not be blank</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>“{heading}”像是“{field}”，需要人来确认</source>
        <translation>“{heading}” looks like “{field}”; a person must say so</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/columns_page.py"/>
        <source>“{heading}”读作</source>
        <translation>“{heading}” is read as</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/editing.py"/>
        <source>“{name}”不能撤回，请用另一步来更正</source>
        <translation>“{name}” cannot be taken back; answer it with another step</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/notices/templates.py"/>
        <source>“{name}”中有不认得的名称：{unknown}。可用的有：{allowed}</source>
        <translation>“{name}” has unknown names: {unknown}. Known are: {allowed}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/notices/templates.py"/>
        <source>“{name}”中的花括号不成对。名称要写成 {example}</source>
        <translation>The braces in “{name}” are not in pairs. Names are written as {example}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/editing.py"/>
        <source>“{table}”中已有 {key} 这一行</source>
        <translation>“{table}” has a row {key} already</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/inverse.py"/>
        <source>“{table}”中的行后来又改过，不能直接撤回。请先撤回后来的改动，或直接修改</source>
        <translation>The row of “{table}” was changed again later and cannot be taken back alone. Take the later change back first, or edit it</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>“{table}”中的这一行已被改动，请看过新的内容再改</source>
        <translation>This row of “{table}” has been changed meanwhile. Look at it first</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>“{table}”第 {row} 号的“{column}”</source>
        <translation>“{column}” of No. {row} in “{table}”</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>“{table}”第 {row} 号的“{column}”读不出来。{advice}</source>
        <translation>“{column}” of “{table}” no. {row} cannot be read. {advice}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>……还有 {count} 份</source>
        <translation>… and {count} more</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>……还有 {count} 处</source>
        <translation>… {count} more</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>一级</source>
        <translation>Level 1</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/summary.py"/>
        <location filename="../zhengzhou_desk/gui/table/delegates.py"/>
        <source>万元</source>
        <translation>10,000 yuan</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>三级</source>
        <translation>Level 3</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>上一步其实已写入账册 {path}。请关闭账册后重新打开，再接着修改</source>
        <translation>The last step was written to the book {path} after all. Close the book and open it again before going on</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>上年</source>
        <translation>Last year</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/union.py"/>
        <source>上年度工会采购金额</source>
        <translation>Last year's union purchases</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>上年度预留</source>
        <translation>Last year's reserve</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/carried_reserve.py"/>
        <source>上年度预留份额</source>
        <translation>Last year's reserve</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>上报 {0} 年度汇总</source>
        <translation>Submit the summary of {0}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/submission.py"/>
        <source>上报内容</source>
        <translation>Content submitted</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/submissions.py"/>
        <location filename="../zhengzhou_desk/records/submission.py"/>
        <source>上报包</source>
        <translation>Package</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <source>上报包合计</source>
        <translation>The package's total</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/submissions.py"/>
        <source>上报包里写哪些内容？</source>
        <translation>What is to go into the package?</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <source>上报日期</source>
        <translation>Submitted on</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/greeting.py"/>
        <source>上次关闭时自动备份没有做成：{reason}</source>
        <translation>The automatic backup failed when the book was last closed: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>上次没有正常关闭</source>
        <translation>Not closed cleanly last time</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>上级文件没有规定这一项。</source>
        <translation>No document from above states this value.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>下一列、上一列</source>
        <translation>Next column, previous column</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>下一步：看每一行</source>
        <translation>Next: look at every row</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>下一行、上一行</source>
        <translation>Next row, previous row</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>下单</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>下单日</source>
        <translation>Day of the order</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>下单日期</source>
        <translation>Order day</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/sequence.py"/>
        <source>下单日期 {day} 早于 {unit} 成立的日子 {founded}</source>
        <translation>the order of {day} is before {unit} was founded on {founded}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kept_bulletin.py"/>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <location filename="../zhengzhou_desk/reports/headings.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>下单金额</source>
        <translation>Amount ordered</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/choose_unit.py"/>
        <source>下面先列名称相近的，是不是由人决定。</source>
        <translation>Names that are alike come first; whether it is one of them is for a person to say.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>不作要求</source>
        <translation>Exempt</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>不作要求 {count}</source>
        <translation>Exempt {count}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>不作预留要求</source>
        <translation>No reserve is required</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>不判断</source>
        <translation>Not judged</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>不在同一块磁盘上</source>
        <translation>not on the same disk</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <source>不填用程序自带的字体；也可选本机的仿宋、小标宋</source>
        <translation>Left empty, the program's own fonts are used; the computer's FangSong and Xiaobiaosong may be chosen</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/model.py"/>
        <source>不属于哪个单位的</source>
        <translation>Of no unit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>不打开窗口</source>
        <translation>do not open the window</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/lock.py"/>
        <source>不能在 {folder} 写入文件，账册 {book} 只能以只读方式打开</source>
        <translation>{folder} cannot be written to, so book {book} can only be opened read-only</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <source>不能撤回：{reason}</source>
        <translation>Cannot be taken back: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <source>不计入</source>
        <translation>Not counted</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/columns_page.py"/>
        <source>不认得</source>
        <translation>Not recognised</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>不认识 {what}。用法见 {program} --help</source>
        <translation>Unknown: {what}. See {program} --help</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/columns_page.py"/>
        <source>不读这一列</source>
        <translation>Do not read this column</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>不达标</source>
        <translation>Fail</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <source>不适用</source>
        <translation>n/a</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/columns_page.py"/>
        <source>两列都像，请只留一列</source>
        <translation>Two columns look like it; keep only one</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>严重程度</source>
        <translation>Severity</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>个人</source>
        <translation>Personal</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <source>中</source>
        <translation>Medium</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/reading.py"/>
        <source>临时文件夹 {folder} 写不进去：{reason}</source>
        <translation>The temporary folder {folder} cannot be written: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>临时文件夹写不进去，磁盘可能已满</source>
        <translation>the temporary folder cannot be written, the disk may be full</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/deadlines.py"/>
        <source>为国有企业开通交易账号</source>
        <translation>Open trading accounts for SOEs</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>为预留不达标的单位各写一份通知书（PDF）</source>
        <translation>write a notice (PDF) to each unit that under-files</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <location filename="../zhengzhou_desk/gui/table/tab.py"/>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>主管部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>主管部门编码</source>
        <translation>Department's code</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>乙</source>
        <translation>B</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>乙数</source>
        <translation>Amount B</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>也列出各条规则的级别</source>
        <translation>List the severities of the rules too</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>事由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <location filename="../zhengzhou_desk/gui/pages/unit.py"/>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>二级</source>
        <translation>Level 2</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>交易账号状态</source>
        <translation>Trading account</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/execution.py"/>
        <source>交易额</source>
        <translation>Traded</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/columns_page.py"/>
        <source>人工指定</source>
        <translation>Chosen by hand</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>什么都没有丢。打开一次账册就好</source>
        <translation>Nothing is lost. Just open the book once</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/auto_backup.py"/>
        <source>今天已备份</source>
        <translation>Backed up today</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/restore.py"/>
        <source>从备份恢复</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/checkup.py"/>
        <location filename="../zhengzhou_desk/gui/pages/welcome.py"/>
        <source>从备份恢复…</source>
        <translation>Restore from a backup…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>从头输入单元格</source>
        <translation>Type a cell from scratch</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>从左上角放入整块</source>
        <translation>Paste the whole block from the upper left</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>付款后评价的天数</source>
        <translation>Days to evaluate after payment</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>付款和评价</source>
        <translation>Payment, evaluation</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>付款日期</source>
        <translation>Payment day</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>代码</source>
        <translation>code</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/canteens.py"/>
        <source>代表单位</source>
        <translation>Representative</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>以万元显示</source>
        <translation>Show in 10,000 yuan</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/open_failed.py"/>
        <source>以只读方式打开</source>
        <translation>Open read-only</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/mode.py"/>
        <source>以只读方式打开：可以查看、导出和打印，不能修改。</source>
        <translation>Opened read-only: it can be viewed, exported and printed, not changed.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>以哪一天为准，如 2024-04-01；不写就是今天</source>
        <translation>as of which day, e.g. 2024-04-01; today unless said</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>任一标准</source>
        <translation>Any standard</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>企业名称</source>
        <translation>Enterprise's name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>企业数</source>
        <translation>Enterprises</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>企业的采购按下单日的归属计入预算单位，这里按企业合计。</source>
        <translation>Purchases count for the unit an enterprise belonged to on the day; here they are summed by enterprise.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>位置参数</source>
        <translation>Positional arguments</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/checkup.py"/>
        <source>体检</source>
        <translation>Check-up</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <location filename="../zhengzhou_desk/gui/mode.py"/>
        <source>体检…</source>
        <translation>Check-up…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/books.py"/>
        <source>体检完成，{count} 项中有 {bad} 项不正常</source>
        <translation>Check-up done: {bad} of {count} not in order</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/books.py"/>
        <source>体检完成，{count} 项全部正常</source>
        <translation>Check-up done: all {count} in order</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/books.py"/>
        <source>体检没有做完，这不说明账册有问题。原因见上，请处理后再做一次</source>
        <translation>The check-up could not be finished; this says nothing against the book. See the reason above, settle it and run the check-up again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/checkup.py"/>
        <source>体检结果</source>
        <translation>Check-up</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/open_failed.py"/>
        <source>体检，看坏在哪里</source>
        <translation>Check it, to see what is damaged</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>体检：检查账册是否完好</source>
        <translation>check-up: whether the book is sound</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>作用</source>
        <translation>Does</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/manual.py"/>
        <source>使用手册</source>
        <translation>Manual</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <source>依据文号</source>
        <translation>Document</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>依据：</source>
        <translation>By: </translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/templates.py"/>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>保存 {0} 年度 {1} 的通报</source>
        <translation>Keep the bulletin of {0} as of {1}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tab.py"/>
        <source>保存当前筛选…</source>
        <translation>Save this filter…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tab.py"/>
        <source>保存筛选</source>
        <translation>Save the filter</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/plan_model.py"/>
        <source>修改</source>
        <translation>Changed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>修改 {0} {1}</source>
        <translation>Edit {0} {1}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>修改 {0} 处</source>
        <translation>Edit {0} cells</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/templates.py"/>
        <source>修改文书文字</source>
        <translation>Words of documents</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>修改文书文字…</source>
        <translation>Words of documents…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>修改设置 {0}</source>
        <translation>Change the setting {0}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <source>值</source>
        <translation>Value</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>做一份核对过的备份</source>
        <translation>make a verified backup</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <location filename="../zhengzhou_desk/gui/pages/unit.py"/>
        <source>做了什么</source>
        <translation>What was done</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/deadlines.py"/>
        <source>催付验收已满三十日的货款</source>
        <translation>Press for payments due for thirty days</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/deadlines.py"/>
        <source>催办履约评价</source>
        <translation>Have purchases evaluated</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/deadlines.py"/>
        <source>催收通知书回执</source>
        <translation>Press for answers to notices</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/columns_page.py"/>
        <source>像是，请确认</source>
        <translation>Looks like it; please confirm</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/delegates.py"/>
        <source>元</source>
        <translation>yuan</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/file.py"/>
        <source>先打开或新建账册，再把电子表格拖进来</source>
        <translation>Open or create a book first, then drop spreadsheets here</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>先看每一列读成什么</source>
        <translation>First see what each column is read as</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <source>全市单位明细</source>
        <translation>All units of the city</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <source>全市核对</source>
        <translation>Checks of the city</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <source>全部单位（{count} 个）</source>
        <translation>All units ({count})</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/filings.py"/>
        <source>全部填报都已确认</source>
        <translation>All filings are confirmed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/panel.py"/>
        <source>全部展开</source>
        <translation>Unfold all</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/panel.py"/>
        <source>全部折叠</source>
        <translation>Fold all</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>全部标准</source>
        <translation>All standards</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <location filename="../zhengzhou_desk/gui/table/tab.py"/>
        <source>全部部门</source>
        <translation>All departments</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/sheet.py"/>
        <source>公式没有结果</source>
        <translation>the formula has no result</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tab.py"/>
        <source>共 {total} 行</source>
        <translation>{total} rows</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <source>共改动 {count} 行，只列出前面的。</source>
        <translation>{count} rows changed; only the first are listed.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>共用</source>
        <translation>Shared</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/canteens.py"/>
        <source>共用食堂</source>
        <translation>Shared canteens</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>共用食堂…</source>
        <translation>Shared canteens…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>共用食堂代表单位编码</source>
        <translation>Code of the canteen's representative</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>共用食堂由 {0} 代表，共 {1} 个单位</source>
        <translation>Shared canteen: {0} files for {1} units</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>共用食堂由代表单位填报，其余单位另报的金额不列、不计数，见未填报及不达标清单。</source>
        <translation>The representative files for a shared canteen; what others filed for it is neither shown nor counted here, see the list of units to press.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/canteens.py"/>
        <source>共用食堂至少要有两个单位</source>
        <translation>A shared canteen has at least two units</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/templates.py"/>
        <location filename="../zhengzhou_desk/gui/system/ask.py"/>
        <location filename="../zhengzhou_desk/gui/widgets/layout.py"/>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/widgets/message_bar.py"/>
        <source>关闭提示</source>
        <translation>Close the message</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>关闭账册</source>
        <translation>Close the book</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>内存不足</source>
        <translation>not enough memory</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/run.py"/>
        <source>内存不足，这一步没有做完。请关闭一些程序后再试</source>
        <translation>Not enough memory to finish this. Close some programs and try again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <location filename="../zhengzhou_desk/gui/pages/unit.py"/>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>内容与校验值一致</source>
        <translation>The content is what its digest says</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>再次督促</source>
        <translation>Press again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>再次督促 {count} 个单位吗？</source>
        <translation>Press {count} units again?</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>再次督促…</source>
        <translation>Press again…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>再次督促，发出 {0} 份通知书，替代 {1} 份</source>
        <translation>Pressed again: {0} notices issued, {1} superseded</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>再次督促：给通知书还没有办结的单位也再发，原来的改为已替代</source>
        <translation>press again: issue also to units whose notice is not settled; the earlier one becomes superseded</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/open_failed.py"/>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>写出《采购人交易账号开通填报表》</source>
        <translation>write the form for trading accounts</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>写出定期通报（PDF 或 xlsx）</source>
        <translation>write the periodic bulletin (PDF or xlsx)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>写出报市局的汇总工作簿</source>
        <translation>write the summary workbook for the city</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/demo.py"/>
        <source>写出的文件：</source>
        <translation>Files written:</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/move_orders.py"/>
        <source>写出给平台的申请表…</source>
        <translation>Write the application to the platform…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>写出考评表（xlsx 含得分依据，或 PDF）</source>
        <translation>write the scoring sheet (xlsx with the grounds of every point, or PDF)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>写出草稿…</source>
        <translation>Write drafts…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>写到哪个文件</source>
        <translation>which file to write</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>写到哪个文件夹</source>
        <translation>which folder to write to</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>分值</source>
        <translation>Points</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>分立</source>
        <translation>Split</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>分立 {0} {1}</source>
        <translation>Split {0} {1}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>切换标签页</source>
        <translation>Go to a tab</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/columns.py"/>
        <source>列</source>
        <translation>Columns</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>列出某日的审核结果</source>
        <translation>list the findings as of a day</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/column_mapping.py"/>
        <source>列名</source>
        <translation>Heading</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/columns_page.py"/>
        <source>列名一致</source>
        <translation>Same heading</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/columns_page.py"/>
        <source>列名一致，按万元读</source>
        <translation>Same heading, read in 万元</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>列的对应…</source>
        <translation>Columns…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/crash.py"/>
        <source>刚才这一步可能没有做完。已保存的内容都在账册里，没有丢失；可以关闭这个窗口继续用，也可以重新打开程序。</source>
        <translation>The last step may not have been finished. What was saved is in the book and nothing is lost; close this window and go on, or start the program again.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/grid.py"/>
        <location filename="../zhengzhou_desk/gui/table/tab.py"/>
        <source>删除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>删除 {0} {1} 行</source>
        <translation>Remove {1} rows of {0}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>删除所选行…</source>
        <translation>Remove the chosen rows…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/grid.py"/>
        <source>删除选中的 {count} 行吗？可以撤销。</source>
        <translation>Remove the {count} chosen rows? This can be undone.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit_alias.py"/>
        <source>别名</source>
        <translation>Other name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/unit.py"/>
        <source>到单位表</source>
        <translation>Go to the units</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/columns_page.py"/>
        <source>前几行</source>
        <translation>First rows</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>剪贴板里有引号跨过了几行或几格，怎么放？</source>
        <translation>On the clipboard, quotes reach over several lines or cells. How are they meant?</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>剪贴板里没有文字，没有粘贴</source>
        <translation>There is no text on the clipboard; nothing was pasted</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/file.py"/>
        <source>副本放在哪个文件夹</source>
        <translation>Which folder the copy goes to</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/canteens.py"/>
        <source>加入</source>
        <translation>Add</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/canteens.py"/>
        <source>加入单位</source>
        <translation>Add a unit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/canteens.py"/>
        <source>加入单位…</source>
        <translation>Add a unit…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>包含各单位的联系人和电话</source>
        <translation>Include contacts and telephone numbers of the units</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <source>区县排名</source>
        <translation>Ranking of districts</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <source>区县汇总</source>
        <translation>Summary by district</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <source>区县（市）</source>
        <translation>District</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>升级账册格式：{0} 项移到各自的表中</source>
        <translation>Format of the book upgraded: {0} items moved to tables of their own</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <location filename="../zhengzhou_desk/gui/table/tables.py"/>
        <location filename="../zhengzhou_desk/gui/widgets/unit_picker.py"/>
        <location filename="../zhengzhou_desk/policy/measures.py"/>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/export.py"/>
        <source>单位、填报、工会、国企、采购各一张表，改好后可以原样导入。里面有联系人和电话，发给别人前请留意。</source>
        <translation>One sheet each for units, filings, union, SOEs and purchases, which can be imported again as it stands. It holds contacts and telephone numbers: mind that before passing it on.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/sequence.py"/>
        <source>单位不能并入自己</source>
        <translation>a unit cannot be merged into itself</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>单位全貌</source>
        <translation>Everything about the unit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tables.py"/>
        <source>单位变更</source>
        <translation>Unit changes</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>单位变更后更新平台的天数</source>
        <translation>Days to update the platform after a change</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>单位变更情况表</source>
        <translation>List of unit changes</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>单位变更情况表…</source>
        <translation>List of unit changes…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <source>单位合并、撤销、更名</source>
        <translation>Merge, dissolve, rename units</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>单位合并、撤销、更名…</source>
        <translation>Merge, dissolve, rename units…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/canteens.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/unconfirmed.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/what_if.py"/>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <location filename="../zhengzhou_desk/gui/widgets/unit_picker.py"/>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <location filename="../zhengzhou_desk/reports/headings.py"/>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>单位名称</source>
        <translation>Unit name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/columns_page.py"/>
        <source>单位名称（用来认单位）</source>
        <translation>Unit name (to find the unit)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/deadlines.py"/>
        <source>单位填报预留份额</source>
        <translation>Units file their reserves</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>单位得分</source>
        <translation>Units' scores</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/panel.py"/>
        <source>单位或事项</source>
        <translation>Unit or matter</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/canteens.py"/>
        <location filename="../zhengzhou_desk/records/submission.py"/>
        <source>单位数</source>
        <translation>Units</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>单位明细</source>
        <translation>Units in detail</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/columns_page.py"/>
        <source>单位的信用代码（用来认单位）</source>
        <translation>Credit code of the unit (to find it)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <location filename="../zhengzhou_desk/records/unit_alias.py"/>
        <source>单位的别名</source>
        <translation>Other names of units</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>单位类型</source>
        <translation>Unit type</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>单位级次</source>
        <translation>Unit level</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/canteens.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/unconfirmed.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/what_if.py"/>
        <location filename="../zhengzhou_desk/gui/widgets/unit_picker.py"/>
        <location filename="../zhengzhou_desk/records/dismissal.py"/>
        <location filename="../zhengzhou_desk/records/execution.py"/>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <location filename="../zhengzhou_desk/records/spending.py"/>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <location filename="../zhengzhou_desk/records/unit_alias.py"/>
        <location filename="../zhengzhou_desk/records/waiver.py"/>
        <location filename="../zhengzhou_desk/reports/headings.py"/>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>单位编码</source>
        <translation>Unit code</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <source>单位编码、名称、拼音首字母，经办人或做了什么</source>
        <translation>Unit code, name, pinyin initials, who or what was done</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>单位：万元</source>
        <translation>Unit: 10,000 yuan</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <source>原单位</source>
        <translation>Old unit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>原单位编码</source>
        <translation>Old unit's code</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/move_orders.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/unconfirmed.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>原因</source>
        <translation>Reasons</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <source>原来</source>
        <translation>Before</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/books.py"/>
        <source>原来的账册留作 {kept}</source>
        <translation>The former book is kept as {kept}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>去改</source>
        <translation>Mend it</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/greeting.py"/>
        <source>去看看</source>
        <translation>Show me</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>参评单位数</source>
        <translation>Units scored</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unconfirmed.py"/>
        <source>双击一行到它的填报；要督促的，用“文书”→“起草通知书”。</source>
        <translation>A double click goes to the filing; to press a unit use Papers → Draft notices.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>发出 {0} 份通知书</source>
        <translation>Issue {0} notices</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>发文</source>
        <translation>Issue</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <source>发文代字</source>
        <translation>Document word</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>发文字号</source>
        <translation>Document number</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/notices/numbering.py"/>
        <source>发文字号 {number} 已经用过，请另取起始序号</source>
        <translation>Document number {number} is in use; take another first number</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/submissions.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <location filename="../zhengzhou_desk/gui/feedback.py"/>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <location filename="../zhengzhou_desk/gui/system/ask.py"/>
        <location filename="../zhengzhou_desk/gui/widgets/layout.py"/>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>取消本局数值</source>
        <translation>Take the bureau's value back</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/what_if.py"/>
        <source>受影响的单位</source>
        <translation>Units affected</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/what_if.py"/>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tables.py"/>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>变更</source>
        <translation>Change</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/carried_reserve.py"/>
        <source>变更关系</source>
        <translation>The chain of changes</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <source>口径</source>
        <translation>Kind</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>另写一个合并的 PDF，供双面打印</source>
        <translation>write one merged PDF too, for double-sided printing</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/submissions.py"/>
        <source>另写各单位的联系人和电话</source>
        <translation>With the units' contacts and telephone numbers</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/preview.py"/>
        <source>另存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/preview.py"/>
        <source>另存为 PDF…</source>
        <translation>Save as PDF…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>另存被拒绝的行</source>
        <translation>Save the refused rows</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>另存被拒绝的行…</source>
        <translation>Save the refused rows…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/greeting.py"/>
        <source>另选地方备份…</source>
        <translation>Back up elsewhere…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>只为这个单位，可以写多次</source>
        <translation>only for this unit; may be given several times</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/submissions.py"/>
        <source>只写数字和审核结果</source>
        <translation>Figures and verdicts only</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>只剩 {megabytes} MB。请腾出空间，或把账册移到别的磁盘</source>
        <translation>Only {megabytes} MB are left. Make room, or move the book to another disk</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/export.py"/>
        <source>只导出 {year} 年度</source>
        <translation>Only year {year}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/dismissals.py"/>
        <source>只有警告和提示可以搁置；错误和待查请在账册中改正或补填</source>
        <translation>Only warnings and hints can be set aside; mend or complete errors and unknowns in the book</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>只看一个单位</source>
        <translation>only one unit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>只看会怎样，不改账册</source>
        <translation>only say what would happen</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/mode.py"/>
        <location filename="../zhengzhou_desk/gui/widgets/status_bar.py"/>
        <source>只读</source>
        <translation>Read-only</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>可以从选中的左上角开始放入整块，会改到选中的格子以外，或只改其中一部分。</source>
        <translation>The whole block can be pasted from the upper left of the selection; it then changes cells outside the selection, or only a part of it.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>可以放入 {good} 格，有 {bad} 格放不进去。放入可以的部分吗？</source>
        <translation>{good} cells can be taken and {bad} cannot. Take those that can?</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/templates.py"/>
        <source>可用的名称：{names}</source>
        <translation>Names that may be used: {names}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/ask.py"/>
        <source>可用的文件</source>
        <translation>Usable files</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <source>号</source>
        <translation>No.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>各单位之和</source>
        <translation>Sum of units</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>各单位加已撤并、不在册、共用重报</source>
        <translation>Units, with those gone, those not on the books and shared canteens filed twice</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <source>各单位得分</source>
        <translation>Scores of the units</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>各单位（按订单）加未归集</source>
        <translation>All units (by orders) and the unassigned</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>各年预留</source>
        <translation>Reserves by year</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>各月采购</source>
        <translation>Purchases by month</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>各种拒绝的原因</source>
        <translation>All reasons of refusal</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <source>各部分结转</source>
        <translation>Shares carried over</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>各部分结转的上年预留合计 {given} 元，与原单位上年预留 {whole} 元不符，差 {difference} 元</source>
        <translation>The parts' shares of last year's reserve are {given} yuan in all, but the old unit reserved {whole} yuan: {difference} yuan apart</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <source>各部分要写明编码、名称和结转金额，如 101003 甲小学 6万元</source>
        <translation>State code, name and share of each part, such as 101003 First School 60000</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>各部门之和</source>
        <translation>Sum of the departments</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>各部门采购进度</source>
        <translation>Purchases by department</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>合并</source>
        <translation>Merger</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>合并 {0} 到 {1}</source>
        <translation>Merge {0} into {1}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>合并打印.pdf</source>
        <translation>merged for printing.pdf</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/documents.py"/>
        <source>合并打印：{path}</source>
        <translation>Merged for printing: {path}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <location filename="../zhengzhou_desk/records/report.py"/>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>合计之后为已撤销、合并的单位，只列名，不计数。</source>
        <translation>Below the total: units that are gone, named and not counted.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>同一文件夹里还没有备份。请做一份，并另存到别的磁盘</source>
        <translation>There is no backup in this folder yet. Make one, and keep another on a different disk</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>同时把表中的国有企业登记为已申请吗？</source>
        <translation>Enter the SOEs of the form as applied for?</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>名字太长</source>
        <translation>the name is too long</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>名字或内容不合系统的要求</source>
        <translation>the system does not take this name or content</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>名字里有系统不认的字</source>
        <translation>the name has characters that the system does not know</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>名次</source>
        <translation>Rank</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tab.py"/>
        <source>名称：</source>
        <translation>Name:</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/desk.py"/>
        <source>后台正在读取账册，等它结束后再改。这一步没有做</source>
        <translation>The book is being read in the background; change it when that has ended. This step was not done</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>向下填充</source>
        <translation>Fill down</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>向下填充 {0} 处</source>
        <translation>Fill down {0} cells</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>命令</source>
        <translation>COMMAND</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>命令写得不对。用法见 {program} --help</source>
        <translation>The command is not right. See {program} --help</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <source>哪一行</source>
        <translation>Row</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/open_failed.py"/>
        <source>回到欢迎页</source>
        <translation>Back to the welcome page</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/open_failed.py"/>
        <source>回到现在的账册</source>
        <translation>Back to the present book</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>回复日期</source>
        <translation>Answered on</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>回复期限</source>
        <translation>Answer by</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tables.py"/>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>国企</source>
        <translation>SOE</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <source>国有企业、共用食堂的单位转到并入单位</source>
        <translation>Enterprises and sharers of the canteen go along</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>国有企业的采购计入所属预算单位；未归集为采购单位不在账册或已撤并的订单，不计入任何单位的完成数。</source>
        <translation>Purchases of enterprises count for their unit; unassigned are orders whose buyer is not in the book or gone, they count for no unit.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>国有企业账号</source>
        <translation>Enterprises' accounts</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>国资监管</source>
        <translation>SOEs by regulator</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>国资监管机构</source>
        <translation>Regulator</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/display.py"/>
        <source>图形界面的组件 {name} 不在了，打不开窗口。请重新安装本程序，或改用命令行</source>
        <translation>{name}, a part of the window system, is gone, so no window can be opened. Install the program again, or use the command line</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/replace.py"/>
        <source>在“{column}”中替换</source>
        <translation>Replace in “{column}”</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>在哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unconfirmed.py"/>
        <source>在填报表中看这些单位</source>
        <translation>Show these units among the filings</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/manual.py"/>
        <source>在手册中查找</source>
        <translation>Search the manual</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>在本列中替换…</source>
        <translation>Replace in this column…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>在示例县上把主要工作做一遍，并打开窗口</source>
        <translation>do the main job on the sample county and open the window</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/model.py"/>
        <source>在这一行输入新的内容；必填的列填齐后记入账册</source>
        <translation>Type a new row here; it enters the book once all required columns are filled</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>在预览中查找</source>
        <translation>Search the preview</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <location filename="../zhengzhou_desk/gui/table/tables.py"/>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>填报</source>
        <translation>Filing</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>填报、订单和国有企业仍归本单位，编码不变</source>
        <translation>Filings, orders and SOEs stay with the unit, whose code stays the same</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>填报截止日</source>
        <translation>Filing due</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>填报日期</source>
        <translation>Filed on</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>填报状态</source>
        <translation>Filing state</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <source>填报率</source>
        <translation>Filing rate</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/unit.py"/>
        <source>填报经过</source>
        <translation>How it was filed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>填报表之和</source>
        <translation>Sum of the filings</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/deadlines.py"/>
        <source>填报预留份额</source>
        <translation>File the reserves</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <source>增减</source>
        <translation>Difference</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/backup.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/restore.py"/>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/restore.py"/>
        <source>备份 {backup} 没有抄全，账册没有改动。请检查磁盘后再试</source>
        <translation>Backup {backup} was not copied whole; the book is unchanged. Check the disk and try again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/backup.py"/>
        <source>备份 {name}</source>
        <translation>Back up {name}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/backup.py"/>
        <source>备份 {path} 与账册不符，没有采用。请检查磁盘后再试</source>
        <translation>Backup {path} does not agree with the book and was not kept. Check the disk and try again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>备份…</source>
        <translation>Back up…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/restore.py"/>
        <source>备份会先核验；现在的账册改名保留在旁边，什么都不会删除。</source>
        <translation>The backup is verified first; the present book is renamed and kept beside it. Nothing is deleted.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/backup.py"/>
        <source>备份放在哪个文件夹</source>
        <translation>which folder the backup goes to</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>备份文件</source>
        <translation>backup file</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/backup.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/restore.py"/>
        <source>备份时间</source>
        <translation>Backed up at</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>复制、剪切、粘贴（与 WPS、Excel 互通）</source>
        <translation>Copy, cut, paste (with WPS and Excel too)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/mode.py"/>
        <location filename="../zhengzhou_desk/gui/pages/open_failed.py"/>
        <source>复制一份再打开…</source>
        <translation>Copy it and open the copy…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>复制的是 {rows} 行 × {columns} 列，选中的是 {wanted} 行 × {across} 列，大小不合。</source>
        <translation>{rows} rows × {columns} columns were copied, {wanted} rows × {across} columns are selected: the sizes do not fit.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/crash.py"/>
        <source>复制错误内容</source>
        <translation>Copy the error</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>外包</source>
        <translation>Outsourced</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <source>外观</source>
        <translation>Look</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <source>大</source>
        <translation>Large</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/restore.py"/>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>天数</source>
        <translation>Days</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <source>如 101003 甲小学 6万元；101009 乙小学 4万元</source>
        <translation>Such as 101003 First School 60000; 101009 Second School 40000</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>如 郑财购〔2024〕5号</source>
        <translation>e.g. 郑财购〔2024〕5号</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <source>如 金水财购；不填则按局名拟定</source>
        <translation>Such as 金水财购; made from the bureau's name if blank</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/what_if.py"/>
        <source>如果“{label}”改为 {value}</source>
        <translation>If “{label}” were {value}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/move_orders.py"/>
        <source>如：下单时选错了所属预算单位</source>
        <translation>e.g. the wrong unit was chosen with the order</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/documents/fonts.py"/>
        <source>字体 {path} 不能用：它不是可以嵌入的 TrueType 字体（{reason}）</source>
        <translation>The font {path} cannot be used: it is not a TrueType font that may be embedded ({reason})</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <source>字号</source>
        <translation>Size of type</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/preview.py"/>
        <source>存为 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/deadlines.py"/>
        <source>完成年度采购</source>
        <translation>Finish the year's purchases</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <source>完成排名</source>
        <translation>Rank by completion</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <source>完成率</source>
        <translation>Completion</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>完成进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>完成采购任务的日子</source>
        <translation>Purchases done by</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>完成金额</source>
        <translation>Completed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>完结</source>
        <translation>Completed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>完结日</source>
        <translation>Day of completion</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/execution.py"/>
        <location filename="../zhengzhou_desk/records/kept_bulletin.py"/>
        <location filename="../zhengzhou_desk/records/submission.py"/>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <location filename="../zhengzhou_desk/reports/headings.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>完结金额</source>
        <translation>Amount completed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>实际比例</source>
        <translation>Actual ratio</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unconfirmed.py"/>
        <location filename="../zhengzhou_desk/gui/findings/dock.py"/>
        <location filename="../zhengzhou_desk/gui/findings/panel.py"/>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <location filename="../zhengzhou_desk/gui/pages/unit.py"/>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>审核结果</source>
        <translation>Findings</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <source>审核结果 +{new} −{gone}</source>
        <translation>Findings +{new} −{gone}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/canteens.py"/>
        <source>审核结果不变</source>
        <translation>No finding changes</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <source>审核通过率</source>
        <translation>Confirmation rate</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>对方已经停止接收</source>
        <translation>the other side has stopped reading</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>导入 {0}</source>
        <translation>Import {0}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>导入 {count} 行</source>
        <translation>Import {count} rows</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>导入 {name}</source>
        <translation>Import {name}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/book.py"/>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <source>导入前</source>
        <translation>Before</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <source>导入后</source>
        <translation>After</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <location filename="../zhengzhou_desk/gui/actions/file.py"/>
        <source>导入电子表格</source>
        <translation>Import a spreadsheet</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>导入电子表格…</source>
        <translation>Import a spreadsheet…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>导入预览</source>
        <translation>Preview of the import</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/export.py"/>
        <source>导出 {year} 年度汇总</source>
        <translation>Export the summary of {year}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>导出公开格式的工作簿</source>
        <translation>write the public workbook</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/export.py"/>
        <source>导出工作簿</source>
        <translation>Export the workbook</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>导出工作簿…</source>
        <translation>Export the workbook…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/export.py"/>
        <source>导出所有年度</source>
        <translation>All years</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>导出汇总…</source>
        <translation>Export the summary…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/export.py"/>
        <source>导出汇总工作簿</source>
        <translation>Export the summary workbook</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/summary.py"/>
        <source>导出汇总工作簿…</source>
        <translation>Export the summary workbook…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <source>导出考评表</source>
        <translation>Export the scoring sheet</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <source>导出考评表…</source>
        <translation>Export the scoring sheet…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>导出通报各表</source>
        <translation>Export the bulletin's tables</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>导出通报各表…</source>
        <translation>Export the bulletin's tables…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/export.py"/>
        <source>封面、汇总表、单位明细、不达标清单、工会、国企、采购、变更、通知书台账和核对。以 {day} 为准。</source>
        <translation>Cover, summary, units, units that fall short, union, SOEs, purchases, changes, register of notices and ties. As of {day}.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/what_if.py"/>
        <source>将不达标</source>
        <translation>Would fail</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/what_if.py"/>
        <source>将达标</source>
        <translation>Would pass</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <source>小</source>
        <translation>Small</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>尚差</source>
        <translation>Missing</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/what_if.py"/>
        <source>尚差（测算）</source>
        <translation>Missing (tried)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/what_if.py"/>
        <source>尚差（现在）</source>
        <translation>Missing (now)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/filings.py"/>
        <source>尚未填报</source>
        <translation>Not filed yet</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <source>尚需采购</source>
        <translation>Still to buy</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/choose_unit.py"/>
        <source>就是它，以后都这样认</source>
        <translation>This one, and from now on</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tables.py"/>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <location filename="../zhengzhou_desk/records/spending.py"/>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>工会</source>
        <translation>Union</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/spending.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>工会会员数</source>
        <translation>Members</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/rules/spending.py"/>
        <location filename="../zhengzhou_desk/policy/union.py"/>
        <source>工会会员数、年度福利总额</source>
        <translation>Members, welfare</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/deadlines.py"/>
        <source>工会完成采购</source>
        <translation>Unions finish their purchases</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>工会数据没有报全，待查</source>
        <translation>The union's figures are not complete</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>工会标准的组合</source>
        <translation>How the union's standards combine</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>工会每人每年采购标准</source>
        <translation>Union's standard a member and year</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>工会采购</source>
        <translation>Union</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>工会采购 {purchased}，标准 {required}</source>
        <translation>The union bought {purchased}, standard {required}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>工会采购不低于上年度</source>
        <translation>Union's purchases no less than last year</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>工会采购占年度福利总额的比例</source>
        <translation>Union's purchases as a share of welfare</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>工会预计采购金额</source>
        <translation>Union's plan</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/plan_model.py"/>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>工作表“{sheet}”中“{first}”和“{second}”两列都是“{field}”。请删去或改名其中一列</source>
        <translation>In sheet “{sheet}” both “{first}” and “{second}” are “{field}”. Delete or rename one of them</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>工作表“{sheet}”中不认得的列，没有读：{columns}</source>
        <translation>Sheet “{sheet}” has columns that are not known and were not read: {columns}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>工作表“{sheet}”是隐藏的，照样读了</source>
        <translation>Sheet “{sheet}” is hidden and was read all the same</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>工作表“{sheet}”有 {count} 个空格会清空原来的内容</source>
        <translation>{count} blank cells of sheet “{sheet}” will empty what was there</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>工作表“{sheet}”有 {count} 个隐藏行，照样读了</source>
        <translation>Sheet “{sheet}” has {count} hidden rows, which were read all the same</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>工作表“{sheet}”没有认得的表头，没有读</source>
        <translation>Sheet “{sheet}” has no headings that are known and was not read</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>工作表“{sheet}”的 {column} 列没有表头，没有读（如 {cell}）</source>
        <translation>Sheet “{sheet}”: column {column} has no heading and was not read (for example {cell})</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>工作表“{sheet}”的隐藏列照样读了：{columns}</source>
        <translation>Hidden columns of sheet “{sheet}” were read all the same: {columns}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>工作表“{sheet}”第 {row} 行“{column}”合计 {total} 与明细不符，差 {difference}</source>
        <translation>Sheet “{sheet}” row {row}: the total of “{column}”, {total}, is not the sum of its details, by {difference}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>工作表“{sheet}”第 {row} 行是说明文字，没有读</source>
        <translation>Sheet “{sheet}” row {row} is a remark and was not read</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/columns_page.py"/>
        <source>工作表“{sheet}”读作“{table}”</source>
        <translation>Sheet “{sheet}” is read as “{table}”</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/menus.py"/>
        <source>工具栏</source>
        <translation>Tools</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>差额</source>
        <translation>Difference</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>差额应全部为 0.00。</source>
        <translation>Every difference should be 0.00.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>差额最大的单位</source>
        <translation>Largest gaps</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/demo.py"/>
        <source>差额最大的单位：</source>
        <translation>Largest gaps:</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/filings.py"/>
        <source>已上报</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <source>已下单</source>
        <translation>Ordered</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>已下单 {ordered}</source>
        <translation>Ordered {ordered}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/run.py"/>
        <source>已中断，没有写完的不算数</source>
        <translation>Interrupted; what was not finished does not count</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/templates.py"/>
        <location filename="../zhengzhou_desk/gui/mode.py"/>
        <location filename="../zhengzhou_desk/gui/widgets/status_bar.py"/>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/documents.py"/>
        <source>已写出 {count} 份草稿。正式发文请加 --issue</source>
        <translation>{count} drafts written. Add --issue to issue them</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>已写出 {count} 份通知书到 {folder}</source>
        <translation>{count} notices written to {folder}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>已写出 {path}，共 {count} 家</source>
        <translation>{path} written, {count} enterprises</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/move_orders.py"/>
        <source>已写出 {path}，共 {count} 笔</source>
        <translation>Wrote {path} with {count} orders</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>已写出 {path}，共 {count} 项</source>
        <translation>{path} written, {count} changes</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>已写出 {path}，改好后直接导入这个文件</source>
        <translation>{path} written; mend it and import it as it is</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/workbooks.py"/>
        <source>已写出 {path}：{count} 家没有交易账号</source>
        <translation>{path} written: {count} without a trading account</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/documents.py"/>
        <source>已写出 {year} 年度截至 {day} 的考评表 {path}</source>
        <translation>Wrote the scoring sheet of {year} as of {day} to {path}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/documents.py"/>
        <source>已写出 {year} 年度截至 {day} 的通报 {path}</source>
        <translation>Bulletin of {year} as of {day} written: {path}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/workbooks.py"/>
        <source>已写出 {year} 年度汇总 {path}</source>
        <translation>Summary of {year} written: {path}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/export.py"/>
        <source>已写出汇总 {path}</source>
        <translation>Summary written: {path}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>已办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>已发文</source>
        <translation>Issued</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/documents.py"/>
        <source>已发文 {count} 份，记入通知书台账</source>
        <translation>{count} issued and registered</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>已取消，什么都没有改</source>
        <translation>Cancelled; nothing was changed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/reading.py"/>
        <source>已取消，没有读完 {path}</source>
        <translation>Cancelled; {path} was not read to its end</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>已回复</source>
        <translation>Answered</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <location filename="../zhengzhou_desk/records/kept_bulletin.py"/>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>已填报</source>
        <translation>Filed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/books.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/backup.py"/>
        <source>已备份并核对：{path}</source>
        <translation>Backed up and verified: {path}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tab.py"/>
        <source>已存筛选</source>
        <translation>Saved filters</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <source>已完结</source>
        <translation>Completed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>已导入 {count} 行，可以撤销</source>
        <translation>{count} rows imported; this can be undone</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>已导入 {count} 行，可以撤销；{refused} 行被拒绝，没有导入</source>
        <translation>{count} rows imported, which can be undone; {refused} were refused and not imported</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/workbooks.py"/>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/export.py"/>
        <source>已导出 {path}</source>
        <translation>Exported {path}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/book.py"/>
        <source>已开启 {year} 年度。接下来导入或录入本年度的填报。</source>
        <translation>Year {year} is open. Next, import or enter its filings.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>已开通</source>
        <translation>Opened</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/backups.py"/>
        <source>已恢复并核验。</source>
        <translation>Restored and verified.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/backups.py"/>
        <source>已恢复并核验。原来的账册保留为 {name}</source>
        <translation>Restored and verified. The former book is kept as {name}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/panel.py"/>
        <source>已搁置</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>已搁置，理由：{reason}</source>
        <translation>Set aside because: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>已撤并</source>
        <translation>Gone</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>已撤销、合并的单位列入单位明细，不计入本表；多报的单位不能抵补未达标的单位，是否达标逐个单位判断。</source>
        <translation>Units that are gone are listed under the units and not counted here; what one unit reserves beyond its duty does not make up for another, each is judged by itself.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <source>已撤销、合并的单位只列名，不计数。</source>
        <translation>Units that are gone are named and not counted.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>已支付</source>
        <translation>Paid</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/execution.py"/>
        <location filename="../zhengzhou_desk/records/kept_bulletin.py"/>
        <location filename="../zhengzhou_desk/reports/headings.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>已支付金额</source>
        <translation>Amount paid</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/move_orders.py"/>
        <source>已改记 {count} 笔订单到 {unit}，可以撤销</source>
        <translation>{count} orders booked to {unit}; this can be undone</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>已放入，没有写明单位的金额按万元计</source>
        <translation>Taken in; amounts without a unit were taken as 10,000 yuan</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>已新增 {count} 行，可以撤销</source>
        <translation>{count} rows added; this can be undone</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/books.py"/>
        <source>已新建账册 {path}：{bureau}，{region}，{year} 年度</source>
        <translation>New book {path}: {bureau}, {region}, {year}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>已替代</source>
        <translation>Superseded</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>已激活</source>
        <translation>Active</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/submissions.py"/>
        <source>已生成 {year} 年度上报包 {path}：{count} 个单位</source>
        <translation>Package for {year} written to {path}: {count} units</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/submissions.py"/>
        <source>已生成上报包 {path}：{count} 个单位</source>
        <translation>Package written to {path}: {count} units</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/books.py"/>
        <source>已用 {backup} 恢复 {book}</source>
        <translation>{book} restored from {backup}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>已申请</source>
        <translation>Applied for</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <location filename="../zhengzhou_desk/records/kept_bulletin.py"/>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>已确认</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/backups.py"/>
        <source>已确认账册的现有内容，记入日志。</source>
        <translation>The present content of the book is confirmed and noted in the journal.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/books.py"/>
        <source>已确认账册的现有内容，记入日志第 {number} 号</source>
        <translation>The present content of the book is confirmed, noted as line {number} of the journal</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tables.py"/>
        <source>已经发文，不能改动。有了结果的，在“文书”菜单登记；发错的，先撤回，再另发</source>
        <translation>Issued, so it cannot be changed. Note what became of it in the menu Papers; if it was wrong, withdraw it, then issue another</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/canteens.py"/>
        <source>已经是这样安排的</source>
        <translation>It is arranged like that already</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>已经有同名的文件或文件夹</source>
        <translation>there is a file or folder of that name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/book_year.py"/>
        <source>已结账</source>
        <translation>Closed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/widgets/status_bar.py"/>
        <source>已结账，只能查看</source>
        <translation>Closed; can only be looked at</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <source>已达标</source>
        <translation>Met</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/greeting.py"/>
        <source>已过期：{task}，还有 {count} 项</source>
        <translation>Overdue: {task}, {count} left</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>已退回</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/filings.py"/>
        <source>已退回，等单位重新填报</source>
        <translation>Sent back; the unit is to file again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>已送达</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>已采购</source>
        <translation>Purchased</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/move_orders.py"/>
        <source>平台上的所属单位要另行申请修改，改记之后可以写出申请表。</source>
        <translation>The platform changes its own books on application only; the form can be written afterwards.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>平台备注</source>
        <translation>Note on the platform</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>平台更新日期</source>
        <translation>Platform updated on</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>平均得分</source>
        <translation>Mean score</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>年-月-日</source>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <location filename="../zhengzhou_desk/gui/widgets/year_box.py"/>
        <location filename="../zhengzhou_desk/records/book_year.py"/>
        <location filename="../zhengzhou_desk/records/dismissal.py"/>
        <location filename="../zhengzhou_desk/records/execution.py"/>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <location filename="../zhengzhou_desk/records/kept_bulletin.py"/>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <location filename="../zhengzhou_desk/records/spending.py"/>
        <location filename="../zhengzhou_desk/records/submission.py"/>
        <location filename="../zhengzhou_desk/records/waiver.py"/>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>年度不对：{reason}</source>
        <translation>The year is not right: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>年度不能空着</source>
        <translation>The year must not be blank</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/rules/spending.py"/>
        <location filename="../zhengzhou_desk/policy/union.py"/>
        <location filename="../zhengzhou_desk/records/spending.py"/>
        <source>年度工会经费</source>
        <translation>Union funds of the year</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/spending.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>年度福利总额</source>
        <translation>Year's welfare</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <location filename="../zhengzhou_desk/records/submission.py"/>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>年度食堂食材采购总额</source>
        <translation>Year's canteen purchases</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/book.py"/>
        <source>年度（单位、变更和上年预留自动带过来）：</source>
        <translation>Year (units, changes and last year's reserve carry over by themselves):</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>年度，如 2024</source>
        <translation>the year, e.g. 2024</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/deadlines.py"/>
        <source>年终收尾</source>
        <translation>End of the year</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <source>并入单位</source>
        <translation>Merge into</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>并把表中的国有企业登记为已申请</source>
        <translation>and enter the SOEs of the form as applied for</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>应填报单位</source>
        <translation>Units to file</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kept_bulletin.py"/>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>应填报单位数</source>
        <translation>Units to file</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kept_bulletin.py"/>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>应完成</source>
        <translation>To be bought</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>应得分值</source>
        <translation>Points that apply</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>应有进度</source>
        <translation>Expected progress</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>应达到</source>
        <translation>To be reached</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>应预留</source>
        <translation>Required</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>应预留 {required}</source>
        <translation>Required {required}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/what_if.py"/>
        <source>应预留（测算）</source>
        <translation>Required (tried)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/what_if.py"/>
        <source>应预留（现在）</source>
        <translation>Required (now)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/atomic_file.py"/>
        <source>建立不了文件夹 {folder}：{reason}</source>
        <translation>Folder {folder} cannot be made: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <source>建立账册</source>
        <translation>Create the book</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>开启 {0} 年度</source>
        <translation>Open the year {0}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/book.py"/>
        <source>开启新年度</source>
        <translation>Open a new year</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>开启新年度…</source>
        <translation>Open a new year…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/welcome.py"/>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>引号只是文字，每行各是一行：{size}</source>
        <translation>The quotes are text, every line is a row: {size}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>引号里的换行属于同一格：{size}</source>
        <translation>What is in quotes is one cell: {size}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>归属起始日期</source>
        <translation>Belongs since</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/dismissal.py"/>
        <source>当时的数字</source>
        <translation>Figures then</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>待办</source>
        <translation>To do</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <location filename="../zhengzhou_desk/gui/table/tab.py"/>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>待查</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>得分</source>
        <translation>Score</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>得分依据</source>
        <translation>Grounds of the points</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>得分小计</source>
        <translation>Points earned</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>得分空白为不适用。</source>
        <translation>A blank score: does not apply.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>快捷键</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tab.py"/>
        <source>快速筛选</source>
        <translation>Quick filter</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/checkup.py"/>
        <source>怎么办</source>
        <translation>What to do</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>怎么办：{advice}</source>
        <translation>What to do: {advice}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/columns_page.py"/>
        <source>怎样认得</source>
        <translation>How it was recognised</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <source>总体情况</source>
        <translation>Overall</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>总览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>恢复</source>
        <translation>Take up</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>恢复 {0}</source>
        <translation>Take up {0}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/open_failed.py"/>
        <source>恢复到 {when}</source>
        <translation>Restore to {when}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/templates.py"/>
        <source>恢复原文</source>
        <translation>Original words</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/restore.py"/>
        <source>恢复后的账册核验不符，已换回原来的账册</source>
        <translation>The restored book does not agree with its backup; the former book was put back</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/backups.py"/>
        <source>恢复成哪个账册</source>
        <translation>Restore as which book</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/restore.py"/>
        <source>恢复这一份</source>
        <translation>Restore this one</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>成文日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>成立日期</source>
        <translation>Founded on</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>截止日</source>
        <translation>Due</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>截止日 {due} 已过，没有填报</source>
        <translation>Due on {due}, not filed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>截止日之后才成立</source>
        <translation>Founded after the due day</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/execution.py"/>
        <source>截止日期</source>
        <translation>As of</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>截至 {day} 完成 {counted}，应完成 {base}（{progress}）</source>
        <translation>Completed by {day}: {counted} of {base} ({progress})</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <source>截至 {day}。分值是政策数值（账册 → 现行政策数值），可按本局文件改；不适用的项目不计入，按适用的折算为百分制。</source>
        <translation>As of {day}. The points are values in force (Book → Values in force) and may be changed by a document of the bureau; what does not apply is left out and the rest taken as a hundred.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/restore.py"/>
        <source>所在文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>所属预算单位名称</source>
        <translation>Name of the affiliated budget unit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>所属预算单位编码</source>
        <translation>Code of the unit it belongs to</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>所据记录</source>
        <translation>Records</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/ask.py"/>
        <source>所有文件</source>
        <translation>All files</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/orders.py"/>
        <source>所选订单已经记在 {unit} 名下</source>
        <translation>The chosen orders are booked to {unit} already</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/book_file.py"/>
        <location filename="../zhengzhou_desk/store/restore.py"/>
        <source>打不开 {path}：{reason}</source>
        <translation>{path} cannot be opened: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/io_errors.py"/>
        <source>打不开账册 {path}。请看文件是否存在、是否有权限</source>
        <translation>Book {path} cannot be opened. See whether it is there and may be read</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/preview.py"/>
        <source>打印…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>打印汇总</source>
        <translation>Print the summary</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>打印汇总…</source>
        <translation>Print the summary…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/open_failed.py"/>
        <source>打开别的账册…</source>
        <translation>Open another book…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/book.py"/>
        <source>打开后又可以修改，这一步记入日志。</source>
        <translation>Once open it can be changed again; this step is noted in the journal.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/widgets/status_bar.py"/>
        <source>打开审核结果</source>
        <translation>Show the findings</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/export.py"/>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <source>打开所在文件夹</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>打开的文件太多</source>
        <translation>too many files are open</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>打开窗口</source>
        <translation>open the window</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/crash.py"/>
        <source>打开记录所在文件夹</source>
        <translation>Open the folder of the log</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/file.py"/>
        <source>打开账册</source>
        <translation>Open a book</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <location filename="../zhengzhou_desk/gui/pages/welcome.py"/>
        <source>打开账册…</source>
        <translation>Open a book…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/welcome.py"/>
        <source>打开这台电脑上的 .zzd 文件</source>
        <translation>Open a .zzd file on this computer</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/waiver.py"/>
        <source>批准文号</source>
        <translation>Document of approval</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>找一个操作或按键</source>
        <translation>Find an action or a key</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>承包方</source>
        <translation>Contractor</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>承包方交易账号</source>
        <translation>Contractor's trading account</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>承包方名称</source>
        <translation>Contractor's name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/restore.py"/>
        <source>把 {name} 恢复成哪一份？</source>
        <translation>Restore {name} to which copy?</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>把区县的上报包读入市级账册</source>
        <translation>Take districts' packages into the city's book</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/deadlines.py"/>
        <source>把单位变更告知平台</source>
        <translation>Tell the platform of unit changes</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>把本期数字存入账册，供下期对比</source>
        <translation>keep this bulletin's figures in the book for the next one</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>把本期数字存入账册，供下期对比吗？</source>
        <translation>Keep this bulletin's figures in the book for the next one?</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <location filename="../zhengzhou_desk/records/submission.py"/>
        <source>报送单位</source>
        <translation>Submitted by</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/plan_model.py"/>
        <source>拒绝</source>
        <translation>Refused</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>拒绝的原因</source>
        <translation>Reason of refusal</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <source>指定是哪个单位…</source>
        <translation>Say which unit it is…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/panel.py"/>
        <source>按主管部门</source>
        <translation>By department</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/panel.py"/>
        <source>按事项</source>
        <translation>By matter</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/panel.py"/>
        <source>按单位</source>
        <translation>By unit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>按多列排序</source>
        <translation>Sort by several columns</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <source>按完成率的精确值排名，数值相同名次相同；没有预留任务的不排名。</source>
        <translation>Ranked by the exact rate; equals share a rank, who has nothing to reserve is not ranked.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>按平台统计</source>
        <translation>By the platform's statistics</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>按平台统计，不分月</source>
        <translation>By the platform's statistics, not by month</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>按平台统计，不分类</source>
        <translation>By the platform's statistics, not by kind</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>按日志重做一遍，与各表一致</source>
        <translation>The journal, done again, gives the tables</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>按时填报</source>
        <translation>Filed in time</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>按期完成采购</source>
        <translation>Bought in time</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>按本局文件采用</source>
        <translation>Adopt by a document of the bureau</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/backups.py"/>
        <source>按现在的内容继续用这本账册吗？</source>
        <translation>Go on using this book as it is now?</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/panel.py"/>
        <source>按级别</source>
        <translation>By severity</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>按订单</source>
        <translation>By orders</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>按订单与按统计之和</source>
        <translation>Sum by orders and by statistics</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>按键</source>
        <translation>Key</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/deadlines.py"/>
        <source>按预留份额采购</source>
        <translation>Buy what was reserved</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/welcome.py"/>
        <source>换上一份核验过的备份，现在的账册先留着</source>
        <translation>Put a verified backup in its place; the present book is kept</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/replace.py"/>
        <source>换成</source>
        <translation>Replace by</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/panel.py"/>
        <source>排列方式</source>
        <translation>Order</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/widgets/message_bar.py"/>
        <source>提示中的操作</source>
        <translation>What the message offers</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>提货券</source>
        <translation>Voucher</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/spending.py"/>
        <source>提货券金额</source>
        <translation>Vouchers</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>提醒函</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/dismissal.py"/>
        <source>搁置</source>
        <translation>Aside</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>搁置 {0}</source>
        <translation>Set aside {0}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>搁置…</source>
        <translation>Set aside…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>搁置这条提示</source>
        <translation>Set this hint aside</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/edit.py"/>
        <source>撤回“{step}”</source>
        <translation>taking back “{step}”</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>撤回所选通知书</source>
        <translation>Withdraw the chosen notices</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <source>撤回这一步</source>
        <translation>Take this step back</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <location filename="../zhengzhou_desk/gui/actions/edit.py"/>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>撤销 {0} {1}</source>
        <translation>Dissolve {0} {1}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>撤销日期</source>
        <translation>Dissolved on</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/sequence.py"/>
        <source>撤销日期 {closed} 早于成立日期 {founded}</source>
        <translation>closed on {closed}, before it was founded on {founded}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/edit.py"/>
        <location filename="../zhengzhou_desk/services/editing.py"/>
        <source>撤销：{step}</source>
        <translation>Undo: {step}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <source>改动</source>
        <translation>Change</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/plan_model.py"/>
        <source>改动或原因</source>
        <translation>Change or reason</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>改动结转数时，请一个单位一个单位地办理</source>
        <translation>To carry another amount, merge one unit at a time</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>改动结转的上年预留，要在“依据”中写明理由</source>
        <translation>Another carried reserve needs its reason under "Basis"</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <source>改成</source>
        <translation>After</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/move_orders.py"/>
        <source>改记</source>
        <translation>Book</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>改记 {0} 笔订单到 {1}：{2}</source>
        <translation>Booked {0} orders to {1}: {2}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/move_orders.py"/>
        <source>改记订单</source>
        <translation>Book orders to another unit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>改记订单到另一单位…</source>
        <translation>Book orders to another unit…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>放入可以的部分</source>
        <translation>Take those that can</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/backup.py"/>
        <source>放在文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/preview.py"/>
        <source>放大</source>
        <translation>Larger</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/waiver.py"/>
        <source>放宽</source>
        <translation>Waiver</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tables.py"/>
        <source>放宽比例</source>
        <translation>Waivers</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>放弃正在输入的内容</source>
        <translation>Discard what is being typed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>政策原定：{value}</source>
        <translation>As stated from above: {value}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>政策数值</source>
        <translation>Values</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>数值</source>
        <translation>Value</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>数值不能空着</source>
        <translation>The value must not be blank</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/welcome.py"/>
        <source>数据全部虚构，随便试，不影响自己的账册</source>
        <translation>All data are invented; try anything, your own books are not touched</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <location filename="../zhengzhou_desk/records/kept_bulletin.py"/>
        <location filename="../zhengzhou_desk/records/submission.py"/>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <source>数据截至</source>
        <translation>As of</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>整块没有放入，什么都没有改。{reason}</source>
        <translation>The block was not taken in, nothing was changed. {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>整块没有放入，什么都没有改。{reason}（共 {count} 处）</source>
        <translation>The block was not taken in, nothing was changed. {reason} ({count} in all)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/templates.py"/>
        <source>文书</source>
        <translation>Papers</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>文书内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/documents/content_json.py"/>
        <source>文书内容不是本版本程序写的。请用新版本打开</source>
        <translation>The document's content was not written by this version of the program. Open it with a newer one</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/documents/content_json.py"/>
        <source>文书内容已损坏，读不出来：{reason}</source>
        <translation>The document's content is damaged and cannot be read: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <source>文书文字</source>
        <translation>Texts of documents</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <location filename="../zhengzhou_desk/gui/actions/submissions.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/backup.py"/>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/atomic_file.py"/>
        <source>文件名 {path} 里有这里的语言环境写不了的字。请另取文件名，或把语言环境设为 UTF-8</source>
        <translation>The name {path} has characters that the locale cannot write. Choose another name, or set a UTF-8 locale</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/atomic_file.py"/>
        <source>文件名太长：{path}。请取短一些的名字</source>
        <translation>The file name is too long: {path}. Take a shorter one</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>文件太大，磁盘放不下</source>
        <translation>the file is too large for the disk</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/backup.py"/>
        <source>文件夹</source>
        <translation>FOLDER</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <source>文件夹不存在时会自动建立；自动备份放在旁边的“备份”文件夹里。</source>
        <translation>The folder is made if it does not exist; automatic backups go into a folder of backups beside the book.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>文件夹不是空的</source>
        <translation>the folder is not empty</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>文件完整性</source>
        <translation>The file is whole</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>文件已损坏（{reason}）。{advice}</source>
        <translation>The file is damaged ({reason}). {advice}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/templates.py"/>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/filter_row.py"/>
        <source>文字、拼音首字母；数字可写 &gt;1000、100~200；= 表示空</source>
        <translation>Text, pinyin initials; numbers as &gt;1000 or 100~200; = for blank</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>文字太长（{length} 个字），最多 {limit} 个字</source>
        <translation>The text is too long ({length} characters); at most {limit}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <source>新出现</source>
        <translation>New</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>新单位名称</source>
        <translation>New unit's name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>新单位编码</source>
        <translation>New unit's code</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/plan_model.py"/>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>新增 {0} {1}</source>
        <translation>Add {0} {1}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>新增一行</source>
        <translation>New row</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/what_if.py"/>
        <source>新增不达标 {new} 个，不再不达标 {less} 个；应预留合计增减 {required} 元，尚差合计增减 {missing} 元。只是测算，账册没有改动。</source>
        <translation>{new} more units would fail, {less} would no longer; required changes by {required} 元 in all, missing by {missing} 元. Tried out only; the book is unchanged.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>新建一本空账册</source>
        <translation>make an empty book</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>新建账册</source>
        <translation>New book</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <location filename="../zhengzhou_desk/gui/pages/welcome.py"/>
        <source>新建账册…</source>
        <translation>New book…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/canteens.py"/>
        <source>新的一组…</source>
        <translation>New group…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>新的一行必须有：{columns}。粘贴的内容缺这些列，请从靠左的列开始粘贴，或在来源里补上</source>
        <translation>A new row must have: {columns}. What was pasted lacks these columns; begin further to the left or add them at the source</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>新设</source>
        <translation>New unit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>新设 {0} {1}</source>
        <translation>New unit {0} {1}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>无食堂</source>
        <translation>No canteen</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>无食堂单位工会采购占工会经费的比例</source>
        <translation>Union purchases of a unit without a canteen as a share of its funds</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <location filename="../zhengzhou_desk/gui/pages/unit.py"/>
        <source>日志</source>
        <translation>Journal</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>日志…</source>
        <translation>Journal…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>日志中没有第 {number} 号</source>
        <translation>The journal has no line {number}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>日志所记：{said}；现在：{says}</source>
        <translation>The journal says: {said}; now: {says}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>日志环环相扣</source>
        <translation>The journal's chain is whole</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/journal.py"/>
        <source>日志第 {number} 号已损坏，读不出改了什么。请做“体检”</source>
        <translation>Line {number} of the journal is damaged; what it changed cannot be read. Run the check-up</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>日志第 {number} 号被改动过、缺失或被截去。{advice}</source>
        <translation>Line {number} of the journal was altered, is missing or was cut off. {advice}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <location filename="../zhengzhou_desk/records/dismissal.py"/>
        <source>日期</source>
        <translation>Day</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>日期不对：{day} 不在 {first} 年到 {last} 年之间</source>
        <translation>Wrong day: {day} is not between {first} and {last}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>日期不对：{reason}</source>
        <translation>The day is not right: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>日期不能空着</source>
        <translation>The day must not be blank</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <location filename="../zhengzhou_desk/gui/pages/unit.py"/>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/plan_model.py"/>
        <source>是什么</source>
        <translation>What it is</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/display.py"/>
        <source>显示 {name} 连接不上，打不开窗口。请在桌面上打开，或改用命令行</source>
        <translation>The display {name} does not answer, so no window can be opened. Start from the desktop, or use the command line</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tab.py"/>
        <source>显示 {shown} 行，共 {total} 行</source>
        <translation>{shown} of {total} rows</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tab.py"/>
        <source>显示全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>显示或收起审核结果</source>
        <translation>Show or hide the findings</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <source>显示更早的</source>
        <translation>Show earlier ones</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>显示本说明</source>
        <translation>show this help</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/replace.py"/>
        <source>显示的行中有 {count} 处</source>
        <translation>{count} among the rows shown</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/spending.py"/>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>暂无工会经费</source>
        <translation>No union funds</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>更名</source>
        <translation>Renaming</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>更名 {0} 为 {1}</source>
        <translation>Rename {0} to {1}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>最低</source>
        <translation>Lowest</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>最近一份备份是 {day} 的。请再做一份</source>
        <translation>The last backup is of {day}. Make another one</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>最近填报日期</source>
        <translation>Last filed on</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/sequence.py"/>
        <source>最近填报日期 {last} 早于首次填报日期 {first}</source>
        <translation>last filed on {last}, before it was first filed on {first}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/menus.py"/>
        <location filename="../zhengzhou_desk/gui/pages/welcome.py"/>
        <source>最近打开</source>
        <translation>Opened last</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>最近的备份：{name}</source>
        <translation>Last backup: {name}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>最高</source>
        <translation>Highest</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>月份</source>
        <translation>Month</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/checkup.py"/>
        <source>有 {bad} 项不正常</source>
        <translation>{bad} checks failed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/documents.py"/>
        <source>有 {count} 个单位的通知书还没有办结。要再次督促，请加 --issue --again</source>
        <translation>{count} units have a notice that is not settled. To press them again, add --issue --again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>有 {count} 个单位需要发文。选中要发文的单位：</source>
        <translation>{count} units are to be written to. Choose them:</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>有 {count} 个单位需要督促，其中 {sent} 个已发文还没有办结，没有选中。选中要发文的单位：</source>
        <translation>{count} units need to be pressed; {sent} of them have a notice that is not settled and are not chosen. Choose the units to write to:</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>有 {count} 份通知书的单位已经改正，登记为已回复吗？</source>
        <translation>The units of {count} notices have mended their filings. Enter them as answered?</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>有 {count} 格在表格以外，放不下</source>
        <translation>{count} cells lie outside the table and cannot be taken</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>有 {count} 格是算出来的，不能改：{columns}</source>
        <translation>{count} cells are computed and cannot be changed: {columns}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>有 {count} 行与日志所记不同。{advice}</source>
        <translation>{count} rows differ from what the journal says. {advice}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>有数据在程序之外被改动过。{advice}</source>
        <translation>Data was altered outside the program. {advice}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/mode.py"/>
        <source>有数据在程序之外被改动过：看过并确认之前，不能发文、汇总、通报、考评、导出和上报。</source>
        <translation>Data was altered outside the program: until it is looked at and confirmed, there are no notices, summaries, bulletins, scores, exports or packages.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>有被拒绝的行时，其余的照样导入</source>
        <translation>import the rest where rows are refused</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tab.py"/>
        <source>有警告</source>
        <translation>Warnings</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tab.py"/>
        <source>有错误</source>
        <translation>Errors</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>未填报</source>
        <translation>Not filed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>未填报 {unfiled}，待查 {unknown}</source>
        <translation>Not filed {unfiled}, unknown {unknown}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>未填报及不达标清单</source>
        <translation>Not filed or failing</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>未导入</source>
        <translation>Not imported</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>未开通</source>
        <translation>Not opened</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>未归集</source>
        <translation>Unassigned</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <location filename="../zhengzhou_desk/records/submission.py"/>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <source>未归集金额</source>
        <translation>Not assigned</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>未注明类型</source>
        <translation>Kind not stated</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>未激活</source>
        <translation>Not activated</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unconfirmed.py"/>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>未确认</source>
        <translation>Not confirmed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>未规定</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>未达标</source>
        <translation>Not met</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>本局 {document}</source>
        <translation>Bureau, {document}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>本局数值要有依据文号</source>
        <translation>The bureau's own value needs a document number</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>本局文号</source>
        <translation>Bureau's document</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>本局规定：{value}（{document}）</source>
        <translation>By the bureau: {value} ({document})</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <source>本局（记入账册，印在文书上）</source>
        <translation>The bureau (kept in the book, printed on documents)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <source>本年下单</source>
        <translation>Ordered this year</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>本年以前</source>
        <translation>Before this year</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>本年以后</source>
        <translation>After this year</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>本年度没有现行的预留规定：应预留、尚差无从计算，是否达标不作判断。</source>
        <translation>No reserve is stated for this year: what is required and missing cannot be reckoned, and nobody is judged.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>本年度没有规定填报截止日</source>
        <translation>No due day is stated for the year</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>本年度没有规定计入完成的状态，累计计入完成和进度无从计算。</source>
        <translation>What counts as done is not stated for this year, so neither the sum nor the progress can be reckoned.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <source>本年订单改记到并入单位</source>
        <translation>This year's orders are booked to the successor</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>本年还没有报工会数据</source>
        <translation>The union has not reported yet this year</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>本账册是{region}的，只有市级账册（如 410100）才能读入区县的上报包</source>
        <translation>This book is kept for {region}; only a city's book (such as 410100) takes in packages of districts</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/checkup.py"/>
        <source>查了什么</source>
        <translation>What was checked</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/replace.py"/>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/widgets/unit_picker.py"/>
        <source>查找单位</source>
        <translation>Find a unit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>查找已改正的单位…</source>
        <translation>Find units that have mended…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>查看</source>
        <translation>View</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>查看所选通知书</source>
        <translation>Look at the chosen notice</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <source>标题字体文件</source>
        <translation>Font file for titles</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <source>栏目</source>
        <translation>Field</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <source>栏目（元）</source>
        <translation>Field (元)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/submission.py"/>
        <source>校验码</source>
        <translation>Digest</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>核对</source>
        <translation>Checks</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>核对项目</source>
        <translation>What is compared</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/open_failed.py"/>
        <source>核验过的备份，新的在前。恢复时，现在的文件先改名保留</source>
        <translation>Verified backups, newest first. On restoring, the present file is renamed and kept</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>格式与表的结构</source>
        <translation>Format and tables</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/backups.py"/>
        <source>正在体检</source>
        <translation>Checking</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>正在写入 {count} 行</source>
        <translation>Writing {count} rows</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/feedback.py"/>
        <source>正在写入账册，等它结束后再做</source>
        <translation>The book is being written; do this when that has ended</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/export.py"/>
        <source>正在写出汇总</source>
        <translation>Writing the summary</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>正在写出通知书</source>
        <translation>Writing the notices</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/file.py"/>
        <source>正在准备示例县</source>
        <translation>Preparing the sample county</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/backup.py"/>
        <source>正在备份</source>
        <translation>Backing up</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/file.py"/>
        <source>正在复制</source>
        <translation>Copying</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>正在导入 {count} 行</source>
        <translation>Importing {count} rows</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/export.py"/>
        <source>正在导出</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/demo.py"/>
        <source>正在打开窗口……</source>
        <translation>Opening the window…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <source>正在排版</source>
        <translation>Setting pages</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>正在排版汇总</source>
        <translation>Laying out the summary</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/feedback.py"/>
        <source>正在撤销</source>
        <translation>Undoing</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>正在核对 {count} 格</source>
        <translation>Checking {count} cells</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/submissions.py"/>
        <source>正在核对上报包</source>
        <translation>Checking packages</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>正在核对每一行</source>
        <translation>Checking every row</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/backups.py"/>
        <source>正在核验备份</source>
        <translation>Verifying the backup</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/backups.py"/>
        <source>正在核验并恢复</source>
        <translation>Verifying and restoring</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>正在测算</source>
        <translation>Trying out</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/submissions.py"/>
        <source>正在生成上报包</source>
        <translation>Writing the package</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>正在生成通报</source>
        <translation>Making the bulletin</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/backups.py"/>
        <source>正在确认</source>
        <translation>Confirming</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>正在评分</source>
        <translation>Scoring</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/file.py"/>
        <source>正在读取 {name}</source>
        <translation>Reading {name}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/feedback.py"/>
        <source>正在重做</source>
        <translation>Redoing</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/checkup.py"/>
        <source>正常</source>
        <translation>In order</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>正式发出 {count} 份通知书吗？</source>
        <translation>Issue {count} notices?</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>正式发文…</source>
        <translation>Issue…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>正式发文：编号并记入通知书台账；已有没有办结的通知书的单位不再发</source>
        <translation>issue: number them and enter them in the register; units with a notice that is not settled get no other</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <source>正文字体文件</source>
        <translation>Font file for the text</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>正被另一个程序使用</source>
        <translation>another program is using it</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/filings.py"/>
        <source>此后本年度填报锁定，要改须先解锁并写明理由。</source>
        <translation>The year's filings are locked from then on; unlocking them needs a reason.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/templates.py"/>
        <source>段落</source>
        <translation>Paragraph</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>每个数据都读得出来</source>
        <translation>Every value can be read</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/backup.py"/>
        <source>每份备份做好后都重新打开、逐页核对，核对不过不算数。另存一份到U盘或别的电脑最稳妥。</source>
        <translation>Each backup is opened again and compared page by page; one that fails does not count. Safest is another copy on a USB stick or another computer.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/widgets/status_bar.py"/>
        <source>求和 {total}   平均 {average}</source>
        <translation>Sum {total}   Average {average}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/summary.py"/>
        <source>汇总</source>
        <translation>Summary</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/export.py"/>
        <source>汇总已写出，但核对表中有差额，先查清再报送：{what}</source>
        <translation>The summary is written, but its sheet 核对 has differences to be cleared up before it is sent: {what}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>汇总表</source>
        <translation>Summary table</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>没写年度的行算作 {year} 年</source>
        <translation>Rows without a year count as {year}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>没有‘{given}’这一天</source>
        <translation>There is no day ‘{given}’</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>没有上年度预留，第一年只按比例要求</source>
        <translation>No last year's reserve; only the ratio binds the first year</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <source>没有其他影响</source>
        <translation>Nothing else follows</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>没有写年度的行算作</source>
        <translation>Rows without a year count as</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/atomic_file.py"/>
        <source>没有写成 {path}：{reason}</source>
        <translation>{path} was not written: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/delegates.py"/>
        <source>没有写明单位的数按{unit}计；也可以写 6.5元、6.5万元</source>
        <translation>A number without a unit is taken as {unit}; 6.5元 and 6.5万元 can be written too</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/menus.py"/>
        <source>没有别的账册</source>
        <translation>No other books</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/what_if.py"/>
        <source>没有单位因此改变达标与否。</source>
        <translation>No unit would pass or fail because of it.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>没有单位有差额</source>
        <translation>No unit has a gap</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>没有可以改的。{why}</source>
        <translation>Nothing can be changed. {why}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>没有因重新填报而可以办结的通知书</source>
        <translation>No notice can be closed because its unit has filed anew</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>没有填报</source>
        <translation>Not filed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>没有填报日期，待查</source>
        <translation>The day of filing is not known</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>没有所属国有企业</source>
        <translation>No enterprise belongs to it</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/open_failed.py"/>
        <source>没有打开</source>
        <translation>Not opened</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/open_failed.py"/>
        <source>没有打开 {name}</source>
        <translation>{name} was not opened</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <source>没有找到“{typed}”这个单位，请换个编码、名称或拼音首字母再找</source>
        <translation>No unit “{typed}” was found; try another code, name or initials</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/restore.py"/>
        <source>没有找到备份 {path}。请核对文件名</source>
        <translation>Backup {path} not found. Check the file name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/book_file.py"/>
        <source>没有找到账册 {path}。请核对文件名，或用“新建”建一个</source>
        <translation>Book {path} was not found. Check the name, or make one with “new”</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/restore.py"/>
        <source>没有找到这本账册的备份。可以选别处的备份文件。</source>
        <translation>No backups of this book were found. A backup file elsewhere may be chosen.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/reading.py"/>
        <source>没有文件 {path}</source>
        <translation>There is no file {path}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/atomic_file.py"/>
        <source>没有文件夹 {folder}。请先建立，或换个位置保存</source>
        <translation>There is no folder {folder}. Make it first, or save elsewhere</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/backup.py"/>
        <location filename="../zhengzhou_desk/store/restore.py"/>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>没有文件夹 {folder}，请先建立它</source>
        <translation>There is no folder {folder}; make it first</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>没有权限</source>
        <translation>no permission</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/atomic_file.py"/>
        <source>没有权限写入 {path}。请换个位置保存</source>
        <translation>There is no right to write {path}. Save elsewhere</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/io_errors.py"/>
        <source>没有权限读写 {path}，或者它正被另一个程序打开</source>
        <translation>There is no right to read or write {path}, or another program has it open</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unconfirmed.py"/>
        <source>没有确认的单位</source>
        <translation>Units that are not confirmed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/regions.py"/>
        <source>没有行政区划 {region} 的政策数据。请用六位行政区划代码，如 410105（金水区）</source>
        <translation>There are no policy data for region {region}. Use a code of six digits such as 410105 (Jinshui)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>没有要导入的行</source>
        <translation>No rows to import</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <source>没有要说明的。</source>
        <translation>Nothing to remark.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>没有规定计入完成的状态，待查</source>
        <translation>What counts as done is not stated: to be looked into</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>没有这个文件或文件夹</source>
        <translation>there is no such file or folder</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>没有逐一列出</source>
        <translation>not listed one by one</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/notices/bulletins.py"/>
        <source>没有需要告知平台的单位变更</source>
        <translation>There is no unit change that the platform must be told of</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>没有预留份额可完成，待查</source>
        <translation>There is no reserve to complete</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>没有验收的订单</source>
        <translation>No order has been accepted</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/workbooks.py"/>
        <source>注意：核对表中有差额，先查清再报送：{what}</source>
        <translation>Note: the sheet 核对 has differences to be cleared up before it is sent: {what}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/what_if.py"/>
        <source>测算</source>
        <translation>Try out</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>测算影响…</source>
        <translation>Try out…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <source>消失</source>
        <translation>Gone</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>清除 {0} 处</source>
        <translation>Clear {0} cells</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>清除内容</source>
        <translation>Clear</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/rules/purchases.py"/>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <source>渠道待查</source>
        <translation>channel not known</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/canteens.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <source>照此办理</source>
        <translation>Do this</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>版本</source>
        <translation>the version</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <source>特大</source>
        <translation>Huge</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>现在只能查看，不能修改</source>
        <translation>It can only be looked at now, not changed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/backup.py"/>
        <source>现在备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/greeting.py"/>
        <source>现在备份…</source>
        <translation>Back up now…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/file.py"/>
        <source>现在是只读的，不能导入</source>
        <translation>Read-only at present; nothing can be imported</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/backup.py"/>
        <source>现有备份</source>
        <translation>Backups</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>现行政策数值…</source>
        <translation>Values in force…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/dismissal.py"/>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>理由（记入日志；数字变化后会重新提示）：</source>
        <translation>Reason (goes into the journal; new figures bring the hint back):</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/submissions.py"/>
        <source>生成上报包</source>
        <translation>Write the package for the city</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>生成上报包…</source>
        <translation>Package for the city…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>生成报市局的上报包</source>
        <translation>Write the package for the city</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <location filename="../zhengzhou_desk/records/submission.py"/>
        <source>生成时间</source>
        <translation>Made</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>用备份恢复账册</source>
        <translation>restore the book from a backup</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>用当前格填满所选</source>
        <translation>Fill the selection from the current cell</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>用法：</source>
        <translation>usage: </translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/canteens.py"/>
        <source>由一个单位代表填报，其余单位在平台备注中注明。</source>
        <translation>One unit files for all; the others say so in the platform's note.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>由更新的版本建立（格式 {version}）。请先升级本程序</source>
        <translation>It was made by a newer version (format {version}). Update this program first</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>甲</source>
        <translation>A</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>甲数</source>
        <translation>Amount A</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/column_mapping.py"/>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <source>电子表格的列</source>
        <translation>Columns of spreadsheets</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>界限</source>
        <translation>Limit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>登记 {0} 个单位的填报</source>
        <translation>Enter the filings of {0} units</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>登记 {0} 家国有企业已申请账号</source>
        <translation>Enter {0} SOEs as applied for</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/filings.py"/>
        <source>登记 {year} 年度汇总已上报市局吗？</source>
        <translation>Enter that the summary of {year} went to the city?</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>登记为已填报</source>
        <translation>Enter as filed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>登记已上报…</source>
        <translation>Enter as submitted…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>登记已办结</source>
        <translation>Enter as closed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>登记已回复</source>
        <translation>Enter as answered</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>登记已送达</source>
        <translation>Enter as delivered</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>的公式没有结果（{text}）。请在表格中算出结果并保存，或改填数字</source>
        <translation> is a formula without a result ({text}). Have the spreadsheet compute and save it, or enter the number</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>直接打字</source>
        <translation>Just type</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/plan_model.py"/>
        <source>相同</source>
        <translation>Same</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>相差</source>
        <translation>Difference</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/protected_files.py"/>
        <source>看不出 {path} 是什么文件（{reason}），不能覆盖。请另取文件名</source>
        <translation>What {path} is cannot be seen ({reason}), so it is not replaced. Choose another name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/widgets/year_box.py"/>
        <source>看哪一年；“账册”菜单里开启新年度</source>
        <translation>Which year to look at; a new one is opened in the menu Book</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>看换成这个数值后哪些单位达标与否会变，不改账册</source>
        <translation>See which units would pass or fail under this value; the book is not changed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/canteens.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <source>看看会怎样</source>
        <translation>See what follows</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/welcome.py"/>
        <source>看示例县</source>
        <translation>Look at the sample county</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/books.py"/>
        <source>看过上面的差别，决定按现在的内容继续用，请加 --accept；否则请用备份恢复</source>
        <translation>If you have looked at the differences above and want to go on with the present content, add --accept; otherwise restore a backup</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/backups.py"/>
        <source>看过了，确认</source>
        <translation>I have looked; confirm</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>看过后确认账册的现有内容：{0} 行与日志所记不同</source>
        <translation>Confirm the present content of the book after a look: {0} rows differ from the journal</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>看过在程序之外改动的地方后，确认账册的现有内容</source>
        <translation>confirm the present content of the book after looking at what was altered outside the program</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>眼下没有待办</source>
        <translation>Nothing to do now</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>督促重新填报</source>
        <translation>Notice to file again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/deadlines.py"/>
        <source>督促预留不达标的单位重新填报</source>
        <translation>Press units below the requirement to file again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <location filename="../zhengzhou_desk/gui/system/ask.py"/>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>确认 {0} 个单位的填报</source>
        <translation>Confirm the filings of {0} units</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>确认全部达标的</source>
        <translation>Confirm all that pass</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/deadlines.py"/>
        <source>确认单位填报</source>
        <translation>Confirm the units' filings</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>确认所选</source>
        <translation>Confirm the chosen ones</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>确认日期</source>
        <translation>Confirmed on</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/sequence.py"/>
        <source>确认日期 {confirmed} 早于首次填报日期 {first}</source>
        <translation>confirmed on {confirmed}, before it was first filed on {first}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>确认汇总截止日</source>
        <translation>Confirmation due</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/checkup.py"/>
        <source>确认现有内容…</source>
        <translation>Confirm present content…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>磁盘出错，不知道这一步是否已写入账册 {path}。请检查磁盘，关闭账册后重新打开，再看这一步在不在</source>
        <translation>The disk failed, and it is not known whether this step was written to the book {path}. Check the disk, close the book and open it again, then see whether the step is there</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>磁盘已满</source>
        <translation>the disk is full</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/io_errors.py"/>
        <source>磁盘已满或不能写入 {path}。请腾出空间后再试</source>
        <translation>{path}: the disk is full or cannot be written. Please make room and try again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/io_errors.py"/>
        <source>磁盘已满或不能写入，账册 {path} 没有改动。请腾出空间后再试</source>
        <translation>The disk is full or cannot be written; book {path} is unchanged. Make room and try again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/io_errors.py"/>
        <source>磁盘已满，{path} 没有写成。请腾出空间后再试</source>
        <translation>The disk is full; {path} was not written. Make room and try again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/atomic_file.py"/>
        <source>磁盘已满，没有写入 {path}。原有文件未动；请腾出空间或换个位置</source>
        <translation>The disk is full; {path} was not written and the old file is untouched. Make room or save elsewhere</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>磁盘是只读的</source>
        <translation>the disk is read-only</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/io_errors.py"/>
        <source>磁盘读写 {path} 时出错。请检查磁盘或网络后再试</source>
        <translation>The disk failed to read or write {path}. Please check the disk or the network and try again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>磁盘读写出错</source>
        <translation>the disk does not read or write properly</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/io_errors.py"/>
        <source>磁盘读写账册 {path} 时出错，没有改动。请检查磁盘或网络后再试</source>
        <translation>The disk failed while reading or writing book {path}, which is unchanged. Check disk or network and try again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>磁盘还有空间</source>
        <translation>Room on the disk</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>磁盘配额已用完</source>
        <translation>the disk quota is used up</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/file.py"/>
        <source>示例县{number}.zzd</source>
        <translation>sample county{number}.zzd</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/file.py"/>
        <source>示例县的数据全部虚构，以 {day} 为准。</source>
        <translation>All data of the sample county are made up, as of {day}.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/demo.py"/>
        <source>示例县（数据全部虚构）：导入 {source}，新增 {new} 行，拒绝 {refused} 行</source>
        <translation>Sample county (all data made up): {source} imported, {new} rows new, {refused} refused</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/backup.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/restore.py"/>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>种类</source>
        <translation>Sort</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <source>科室</source>
        <translation>Office</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/canteens.py"/>
        <source>移出所选单位</source>
        <translation>Take out the chosen unit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/crash.py"/>
        <source>程序出错</source>
        <translation>The program failed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <source>程序版本</source>
        <translation>Program version</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/crash.py"/>
        <source>程序遇到意外的错误</source>
        <translation>The program met an unexpected error</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <source>程序（只在这台电脑上）</source>
        <translation>The program (on this computer only)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>空格为不适用的项目，不计入应得分值；得分 = 得分小计 ÷ 应得分值 × 100，四舍五入到百分位。</source>
        <translation>Blank: does not apply and is left out; score = points earned ÷ points that apply × 100, half up to the hundredth.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>空白</source>
        <translation>blank</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <source>空着就按原单位的填报；改动要写依据</source>
        <translation>Blank: as the old unit filed; another amount needs a basis</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>窗口</source>
        <translation>Window</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/manual.py"/>
        <source>章节</source>
        <translation>Chapters</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/inverse.py"/>
        <source>第 {number} 号只改动了个人信息，日志不保存其内容，不能撤回</source>
        <translation>Line {number} changed personal data only, which the journal does not keep; it cannot be taken back</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <source>第 {place} 名　{name}　{score} 分（{count} 个单位）</source>
        <translation>No. {place}  {name}  {score} points ({count} units)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>第 {row} 行‘{name}’不在账册的单位表中。是否为：{units}？请填单位编码</source>
        <translation>row {row} ‘{name}’ is not among the book's units. Is it one of: {units}? Enter the unit's code</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>第 {row} 行‘{name}’不在账册的单位表中。请先导入单位，或填单位编码</source>
        <translation>row {row} ‘{name}’ is not among the book's units. Import the units first, or enter the unit's code</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>第 {row} 行‘{name}’对应几个单位：{codes}。请填单位编码</source>
        <translation>row {row} ‘{name}’ is the name of several units: {codes}. Enter the unit's code</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>第 {row} 行“{column}”{reason}</source>
        <translation>row {row} “{column}”: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>第 {row} 行“{column}”‘{code}’不在账册的单位表中。请先导入单位，或更正编码</source>
        <translation>row {row} “{column}”: ‘{code}’ is not among the book's units. Import the units first, or correct the code</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>第 {row} 行“{column}”不能空着{hint}</source>
        <translation>row {row} “{column}” must not be blank{hint}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>第 {row} 行与第 {first} 行重复（{key}）。请只留一行</source>
        <translation>row {row} is the same as row {first} ({key}). Keep one of them</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>第 {row} 行有 {count} 格，表头只有 {width} 列。文字里有分隔符时请给整格加上引号，或另存为 .xlsx 再试</source>
        <translation>Row {row} has {count} cells, but the header only {width} columns. Put cells that contain the separator in quotation marks, or save as .xlsx and try again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/consistency.py"/>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>第 {row} 行：{reason}</source>
        <translation>Row {row}: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/consistency.py"/>
        <source>第 {row} 行：各部分结转的上年预留合计 {given} 元，与 {unit} 上年预留 {whole} 元不符，差 {difference} 元</source>
        <translation>Row {row}: the parts carry {given} yuan of last year's reserve, {unit} had {whole} yuan; they differ by {difference} yuan</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>等待太久没有回应</source>
        <translation>no answer in time</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/panel.py"/>
        <source>筛选审核结果</source>
        <translation>Filter the findings</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>筛选快捷键</source>
        <translation>Filter the shortcuts</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <source>筛选日志</source>
        <translation>Filter the journal</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tab.py"/>
        <source>筛选行</source>
        <translation>Filter row</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/filter_row.py"/>
        <source>筛选：{column}</source>
        <translation>Filter: {column}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tab.py"/>
        <source>筛选：名称、编码或拼音首字母</source>
        <translation>Filter: name, code or pinyin initials</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>算法：{formula}</source>
        <translation>Reckoned as: {formula}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>管理账号状态</source>
        <translation>Management account</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>粘贴 {0} 处</source>
        <translation>Paste {0} cells</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/run.py"/>
        <source>系统没有让这一步做完：{reason}</source>
        <translation>The system did not let this be finished: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>系统没有说明原因</source>
        <translation>the system gives no reason</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/display.py"/>
        <source>系统缺少图形界面的组件 {name}，打不开窗口。请管理员安装后再试，或改用命令行</source>
        <translation>The system lacks {name}, a part of the window system, so no window can be opened. Have it installed, or use the command line</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>系统错误 {number}</source>
        <translation>system error {number}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>累计计入完成</source>
        <translation>Counted so far</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>累计进度</source>
        <translation>Progress so far</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <location filename="../zhengzhou_desk/gui/pages/unit.py"/>
        <source>级别</source>
        <translation>Severity</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>级别：{rule}</source>
        <translation>Severity: {rule}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/canteens.py"/>
        <source>组内单位</source>
        <translation>Units of the group</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <location filename="../zhengzhou_desk/gui/pages/unit.py"/>
        <source>经办</source>
        <translation>By</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/submissions.py"/>
        <location filename="../zhengzhou_desk/gui/imports/plan_model.py"/>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/book.py"/>
        <source>结账</source>
        <translation>Close the year</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>结账 {0} 年度</source>
        <translation>Close the year {0}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/book.py"/>
        <source>结账后本年度只能查看，不能修改；需要时可以重新打开。</source>
        <translation>Once closed the year can only be viewed; it can be opened again where needed.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>结账或重新打开…</source>
        <translation>Close or reopen the year…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>结转</source>
        <translation>Carried</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <location filename="../zhengzhou_desk/policy/carried_reserve.py"/>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>结转上年预留</source>
        <translation>Last year's reserve carried over</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/book.py"/>
        <source>给 {year} 年度结账吗？</source>
        <translation>Close year {year}?</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>给选中的、通知书还没有办结的单位再发一次，原来的改为已替代</source>
        <translation>Issues once more to the chosen units whose notice is not settled; the earlier one becomes superseded</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>统一社会信用代码</source>
        <translation>Credit code</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/crash.py"/>
        <source>继续</source>
        <translation>Go on</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <source>绩效考评</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>绩效考评…</source>
        <translation>Assessment…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>编号并记入台账后，文字和数字就不再变动，也不能撤销，只能撤回或另发。</source>
        <translation>Once they are numbered and registered, their words and figures stay; they cannot be undone, only withdrawn or followed by others.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>编码 {code} 已有单位使用，请换一个</source>
        <translation>Code {code} is in use; take another</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/widgets/unit_picker.py"/>
        <source>编码、名称或拼音首字母</source>
        <translation>Code, name or pinyin initials</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>编码太长（{length} 位），最多 {limit} 位</source>
        <translation>The code is too long ({length} characters); at most {limit}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>编辑</source>
        <translation>Edit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>编辑单元格</source>
        <translation>Edit the cell</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/preview.py"/>
        <source>缩小</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>缺少 {what}。用法见 {program} --help</source>
        <translation>Missing: {what}. See {program} --help</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>网络不通</source>
        <translation>the network cannot be reached</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>网络文件夹已断开</source>
        <translation>the network folder is disconnected</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>考评分值：付款和评价</source>
        <translation>Points for payment and evaluation</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>考评分值：国有企业账号</source>
        <translation>Points for accounts of enterprises</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>考评分值：工会采购</source>
        <translation>Points for union purchases</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>考评分值：按时填报</source>
        <translation>Points for filing in time</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>考评分值：按期完成采购</source>
        <translation>Points for purchases done in time</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>考评分值：预留达标</source>
        <translation>Points for the reserve</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>考评：逾期填报得分的比例</source>
        <translation>Share of the points for a late filing</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>联系电话</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/welcome.py"/>
        <source>脱贫地区农副产品采购预留份额台账：一本账册管住填报、审核、通知和汇总</source>
        <translation>The reserve for produce from formerly poor counties: filings, verdicts, notices and summary in one book</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/greeting.py"/>
        <source>自动备份没有做成：{reason}</source>
        <translation>The automatic backup failed: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/backup.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/restore.py"/>
        <source>自动或手工</source>
        <translation>Automatic or by hand</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>自有</source>
        <translation>Own</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/documents.py"/>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/plan_model.py"/>
        <location filename="../zhengzhou_desk/records/dismissal.py"/>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <location filename="../zhengzhou_desk/records/submission.py"/>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <source>行政区划</source>
        <translation>Region</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>行政区划代码，如 410105</source>
        <translation>region code, e.g. 410105</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <source>行政区划决定按哪里的规定判断，建好以后不能再改。</source>
        <translation>The region decides whose law the book is judged by and cannot be changed later.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <location filename="../zhengzhou_desk/records/dismissal.py"/>
        <source>表</source>
        <translation>Table</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>表之间的联系不完整。{advice}</source>
        <translation>The tables do not fit together. {advice}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/column_mapping.py"/>
        <source>表头特征</source>
        <translation>Headings' fingerprint</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <source>表格</source>
        <translation>Tables</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/columns_page.py"/>
        <source>表格的列</source>
        <translation>Column of the sheet</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>表的结构被改动过。{advice}</source>
        <translation>The tables' structure was changed. {advice}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>要新增的第 {row} 行：{reason}</source>
        <translation>New row {row}: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/ask.py"/>
        <source>覆盖</source>
        <translation>Replace</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/dismissal.py"/>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>规定比例</source>
        <translation>Ratio required</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>解锁 {0} 年度：{1}</source>
        <translation>Unlock {0}: {1}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/filings.py"/>
        <source>解锁填报</source>
        <translation>Unlock the filings</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>解锁填报…</source>
        <translation>Unlock the filings…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/filings.py"/>
        <source>解锁的理由（记入日志）：</source>
        <translation>Reason for unlocking (goes into the journal):</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>警告</source>
        <translation>Warning</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <source>计入单位</source>
        <translation>Counts for</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kept_bulletin.py"/>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>计入完成</source>
        <translation>Counted</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>计入完成的状态</source>
        <translation>State that counts</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <source>计入采购</source>
        <translation>Counted purchases</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/widgets/status_bar.py"/>
        <source>计数 {count}</source>
        <translation>Count {count}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tables.py"/>
        <source>订单</source>
        <translation>Orders</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>订单之和</source>
        <translation>Sum of the orders</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/move_orders.py"/>
        <source>订单修改所属预算单位申请表</source>
        <translation>Application to change the unit of orders</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/move_orders.py"/>
        <source>订单修改所属预算单位申请表.xlsx</source>
        <translation>Application to change the unit of orders.xlsx</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>订单号</source>
        <translation>Order no.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>订单归属年度的依据</source>
        <translation>What decides an order's year</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>订单数</source>
        <translation>Orders</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/choose_unit.py"/>
        <source>认单位</source>
        <translation>Which unit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>设备已断开</source>
        <translation>the device is disconnected</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>设置…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>评价日期</source>
        <translation>Evaluated on</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>该年的节假日还未公布，回复期限按周一到周五推算</source>
        <translation>That year's holidays are not published yet; the answer day is reckoned from Monday to Friday</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <source>详细地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>语言：zh 中文，en 英文</source>
        <translation>language: zh Chinese, en English</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <source>说明</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <source>说明 {count}</source>
        <translation>Remarks {count}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/backups.py"/>
        <source>请先看清列出的差别。这一步记入日志，写明改动了哪些地方；之后可以在日志里逐步撤回，恢复成原来的内容。</source>
        <translation>Look closely at the differences listed. This step is noted in the journal with everything that was altered; there it can be taken back later, which restores the original content.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/orders.py"/>
        <source>请写明改记的原因</source>
        <translation>Please say why the orders are booked to another unit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/filings.py"/>
        <source>请写明解锁的理由</source>
        <translation>State the reason for unlocking</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/filings.py"/>
        <source>请写明退回原因，单位要据此改正</source>
        <translation>State why it is sent back; the unit is to mend it by that</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>请填写新的单位名称</source>
        <translation>Enter the unit's new name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>请用最近的备份恢复（恢复前会先保留现在的账册）</source>
        <translation>Restore the latest backup (the present book is kept first)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>请看下面的差别，再用备份恢复，或确认现有内容。差别没有列出时，改动的是个人信息或校验值本身</source>
        <translation>Look at the differences below, then restore a backup or confirm the present content. Where none are listed, personal data or the digest itself was altered</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <source>请选一个文件夹，并给账册起个名字</source>
        <translation>Choose a folder and give the book a name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>请选择要并入的单位，不能并入自己</source>
        <translation>Choose the unit to merge into; it cannot be the unit itself</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/guard.py"/>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <location filename="../zhengzhou_desk/exchange/reading.py"/>
        <source>读不了 {path}：{reason}</source>
        <translation>{path} cannot be read: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>读不出来。{advice}</source>
        <translation>Cannot be read. {advice}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/columns_page.py"/>
        <location filename="../zhengzhou_desk/records/column_mapping.py"/>
        <source>读作</source>
        <translation>Read as</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>读入 {0} 个区县的上报包：{1}</source>
        <translation>Packages of {0} districts taken in: {1}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/submissions.py"/>
        <source>读入 {count} 个</source>
        <translation>Take in {count}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/submissions.py"/>
        <source>读入区县上报包</source>
        <translation>Take in districts' packages</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>读入区县上报包…</source>
        <translation>Take in districts' packages…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/submissions.py"/>
        <source>读入是一步操作，可以撤销。被拒绝的请对方核对后重新生成。</source>
        <translation>Taking in is one step and can be undone. Ask the sender of a refused one to check and make it again.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/io_errors.py"/>
        <source>读写 {path} 时出错：{reason}</source>
        <translation>Reading or writing {path} failed: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <source>财政局名称</source>
        <translation>Bureau's name</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <source>财政局名称不能空着</source>
        <translation>The bureau's name must not be blank</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/deadlines.py"/>
        <source>财政部门确认汇总</source>
        <translation>The bureau confirms and sums up</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>账册</source>
        <translation>Book</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/lock.py"/>
        <source>账册 {book} 正由 {who} 在 {host} 上使用（自 {since} 起）。请先在那里关闭，或以只读方式打开</source>
        <translation>Book {book} is being used by {who} on {host} (since {since}). Close it there first, or open it read-only</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/io_errors.py"/>
        <source>账册 {path} 上次没有正常关闭，什么都没有丢。请先以可写方式打开一次</source>
        <translation>The book {path} was not closed cleanly; nothing is lost. Open it once for writing first</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>账册 {path} 以只读方式打开，不能修改</source>
        <translation>Book {path} is open read-only and cannot be changed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>账册 {path} 升级时磁盘出错，没有做完。请再打开一次；原来的账册另存在 {kept}</source>
        <translation>The disk failed while the book {path} was being upgraded. Open it once more; the book as it was is kept in {kept}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>账册 {path} 已在别处被改动或移走，没有写入。请关闭后重新打开</source>
        <translation>Book {path} was changed or moved elsewhere; nothing was written. Close it and open it again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/io_errors.py"/>
        <source>账册 {path} 已损坏，不能使用。请用“恢复备份”换上最近一份核验过的备份</source>
        <translation>Book {path} is damaged and cannot be used. Restore the latest verified backup</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/books.py"/>
        <source>账册 {path} 已损坏，不能确认。请用最近的备份恢复</source>
        <translation>The book {path} is damaged and cannot be confirmed. Restore the latest backup</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/io_errors.py"/>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>账册 {path} 是只读的，不能修改。请复制到可写的文件夹再打开</source>
        <translation>Book {path} is read-only and cannot be changed. Copy it to a folder that can be written and open it there</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>账册 {path} 是旧版本格式，须先以可写方式打开一次来升级</source>
        <translation>Book {path} is of an older format and must be opened for writing once to be brought up to date</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/book_file.py"/>
        <location filename="../zhengzhou_desk/store/io_errors.py"/>
        <source>账册 {path} 正被另一个程序使用。请关闭那个程序或稍候再试</source>
        <translation>Book {path} is being used by another program. Close that program, or wait and try again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/books.py"/>
        <source>账册 {path} 没有在程序之外被改动过，没有什么要确认</source>
        <translation>The book {path} was not altered outside the program; there is nothing to confirm</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/book_file.py"/>
        <source>账册 {path} 由更新的版本建立（格式 {version}）。请先升级本程序</source>
        <translation>Book {path} was made by a newer version (format {version}). Update this program first</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/io_errors.py"/>
        <source>账册 {path} 的磁盘出过错，现在读不了。请关闭后重新打开</source>
        <translation>The disk of the book {path} has failed and it cannot be read now. Close it and open it again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/io_errors.py"/>
        <source>账册 {path} 里有数据在程序之外被改动过，在看过之前不出数、不发文。请做“体检”看差别，再用备份恢复，或确认现有内容</source>
        <translation>Data in the book {path} was altered outside the program; until somebody has looked, no figures or papers leave it. Run the check-up to see the differences, then restore a backup or confirm the present content</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/check.py"/>
        <location filename="../zhengzhou_desk/cli/documents.py"/>
        <location filename="../zhengzhou_desk/gui/navigation.py"/>
        <location filename="../zhengzhou_desk/services/import_memory.py"/>
        <source>账册中没有编码为 {code} 的单位</source>
        <translation>The book has no unit of code {code}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/checkup.py"/>
        <source>账册完好</source>
        <translation>The book is in order</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/checkup.py"/>
        <source>账册完好，有 {advised} 项建议</source>
        <translation>The book is in order, with {advised} suggestions</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <source>账册就是一个文件，随时自动保存。请放在本机硬盘上。</source>
        <translation>A book is one file, saved all the time by itself. Keep it on this computer's own disk.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <source>账册文件</source>
        <translation>Book's file</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>账册文件，习惯上是 *.zzd</source>
        <translation>the book's file, by habit *.zzd</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <source>账册是只读的</source>
        <translation>The book is read-only</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/package.py"/>
        <location filename="../zhengzhou_desk/records/submission.py"/>
        <source>账册校验</source>
        <translation>Book's digest</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <source>账册的文件名要以 .zzd 结尾</source>
        <translation>The name of a book's file ends in .zzd</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>账册能打开</source>
        <translation>The book can be opened</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>账号信息变更函</source>
        <translation>Letter of account changes</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>账号信息变更函.pdf</source>
        <translation>letter of account changes.pdf</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>账号信息变更函…</source>
        <translation>Letter of account changes…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>账号开通填报表</source>
        <translation>Form for trading accounts</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>账号开通填报表…</source>
        <translation>Form for trading accounts…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/book_year.py"/>
        <source>账年</source>
        <translation>Book year</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>起始序号</source>
        <translation>First number</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>起用日期</source>
        <translation>In force since</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>起草提醒函</source>
        <translation>Draft reminders</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>起草提醒函…</source>
        <translation>Draft reminders…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>起草通知书</source>
        <translation>Draft notices</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>起草通知书…</source>
        <translation>Draft notices…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>路径中有一段不是文件夹</source>
        <translation>part of the path is no folder</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>输出 JSON</source>
        <translation>print JSON</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>达标</source>
        <translation>Pass</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>达标所需</source>
        <translation>Required</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unconfirmed.py"/>
        <source>达标的填报都已确认；还有 {count} 个单位没有确认</source>
        <translation>All that pass are confirmed; {count} units are not</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>还有 {count} 处</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/main_window.py"/>
        <source>还有事情没有做完，请等它结束或先取消</source>
        <translation>Something is still under way; wait for it to end, or cancel it first</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/canteens.py"/>
        <source>还没有代表单位</source>
        <translation>No representative yet</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tables.py"/>
        <source>还没有内容。可以直接在表格里输入，或从菜单“文件”中导入电子表格。</source>
        <translation>Nothing here yet. Type into the table, or import a spreadsheet from the menu File.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>还没有到填报截止日 {due}</source>
        <translation>The due day {due} is still to come</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tables.py"/>
        <source>还没有发出通知书。请在菜单“文书”中选“起草通知书”。</source>
        <translation>No notices have been issued yet. Choose Draft notices in the menu Papers.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>还没有填写联系人和电话，可在“设置”中补上</source>
        <translation>Contact and telephone are missing; enter them in the settings</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/sequence.py"/>
        <source>还没有填报，却有确认日期 {confirmed}</source>
        <translation>not filed, and yet confirmed on {confirmed}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/auto_backup.py"/>
        <source>还没有备份</source>
        <translation>Not backed up yet</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/journal.py"/>
        <source>这一步不能撤回，请用另一步来更正</source>
        <translation>This step cannot be taken back; correct it by another step</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <source>这一行</source>
        <translation>This row</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/editing.py"/>
        <source>这一行已被删除</source>
        <translation>This row has been removed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/navigation.py"/>
        <source>这个单位还没有填报记录，可在“填报”表末行输入，或导入</source>
        <translation>This unit has no filing yet; enter it in the last row of “Filings”, or import it</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>这些通知书将改为“已替代”，新的另行编号，不能撤销：</source>
        <translation>These notices become superseded, the new ones get numbers of their own; this cannot be undone:</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/notices/rendering.py"/>
        <source>这份通知书没有存下文书内容，不能重印</source>
        <translation>This notice was registered without a text and cannot be printed again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <source>这像是U盘或网络盘。请把账册放在本机硬盘上，U盘只用来放备份：拔盘或断网会弄坏正在写的文件。</source>
        <translation>This looks like a USB stick or a network folder. Keep the book on this computer's own disk and only backups on the stick: pulling it out or losing the network damages a file being written.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/preview.py"/>
        <source>这台电脑没有安装打印机。要存为 PDF 文件吗？</source>
        <translation>This computer has no printer. Save it as a PDF file?</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>这块磁盘不支持</source>
        <translation>this disk does not support it</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>这是文件夹</source>
        <translation>it is a folder</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/dialog.py"/>
        <source>这样的表以后不再问：列的对应会记在账册里。</source>
        <translation>Sheets of this shape will not be asked about again: the columns are kept in the book.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/checkup.py"/>
        <source>这次没有查成，这不说明账册有问题</source>
        <translation>Not checked this time; this says nothing against the book</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/checkup.py"/>
        <source>这次没有查成：{reason}</source>
        <translation>Not checked this time: {reason}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/display.py"/>
        <source>这里没有图形界面，打不开窗口。命令行用法见 zhengzhou-desk --help</source>
        <translation>There is no display here, so the window cannot be opened. For the command line see zhengzhou-desk --help</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/run.py"/>
        <source>这里的语言环境写不了这样的文件名。请把语言环境设为 UTF-8（如 LC_ALL=C.UTF-8）再试</source>
        <translation>The locale cannot write such a file name. Set a UTF-8 locale (such as LC_ALL=C.UTF-8) and try again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/unit_changes.py"/>
        <source>这项变更已经登记过了</source>
        <translation>This change is registered already</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>进度的分母</source>
        <translation>What progress is measured against</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <source>进度相同的并列；没有预留任务的不排名。</source>
        <translation>Equal progress shares a rank; who has nothing to reserve is not ranked.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>进度落后</source>
        <translation>Behind</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/shortcuts.py"/>
        <location filename="../zhengzhou_desk/gui/menus.py"/>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>退回 {0} 个单位的填报</source>
        <translation>Send back the filings of {0} units</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/filings.py"/>
        <source>退回 {count} 个单位的填报，原因：</source>
        <translation>Send back the filings of {count} units because:</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>退回…</source>
        <translation>Send back…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>退回原因</source>
        <translation>Reason sent back</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/filings.py"/>
        <source>退回填报</source>
        <translation>Send filings back</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>退回日期</source>
        <translation>Sent back on</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>送达日期</source>
        <translation>Delivered on</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>选中一条，这里说明理由和依据</source>
        <translation>Choose a finding to see why and by what article</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/pasting.py"/>
        <source>选中了几处不相连的格子，只能往里粘贴一个值。要粘贴一整块，请只选一处</source>
        <translation>Several separate places are selected: only a single value can be pasted into them. To paste a block, select one place only</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/grid.py"/>
        <source>选中的几处行数不一样，不能一起复制。请每列选同样的行，或分几次复制</source>
        <translation>The selected places have different rows and cannot be copied together. Select the same rows in each column, or copy them one after the other</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>选中的另外 {count} 个单位已发文还没有办结，不在其内；要再发的，用“再次督促”。</source>
        <translation>{count} other chosen units have a notice that is not settled and are left out; to issue again, use Press again.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/restore.py"/>
        <source>选别的文件…</source>
        <translation>Choose another file…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/welcome.py"/>
        <source>选区县和年度，几分钟就能开始填报</source>
        <translation>Choose district and year; filings can begin in minutes</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/open_failed.py"/>
        <source>选备份文件恢复…</source>
        <translation>Restore from a backup file…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/backup.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/columns.py"/>
        <source>选择列</source>
        <translation>Choose columns</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>选择列…</source>
        <translation>Choose columns…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/backups.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/restore.py"/>
        <source>选择备份</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <source>选择字体文件</source>
        <translation>Choose a font file</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/export.py"/>
        <source>选择文件…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/delegates.py"/>
        <source>选择日期</source>
        <translation>Choose a day</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/summary.py"/>
        <source>选择表</source>
        <translation>Choose a table</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>选项</source>
        <translation>Options</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <location filename="../zhengzhou_desk/records/kept_bulletin.py"/>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <source>通报</source>
        <translation>Bulletin</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <source>通报…</source>
        <translation>Bulletin…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <source>通报的合计与各部门明细对不上，没有生成。请运行体检，或与技术支持联系</source>
        <translation>The bulletin's total does not agree with the departments', so it was not made. Run the check-up, or ask for support</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <location filename="../zhengzhou_desk/gui/table/tables.py"/>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>通知书</source>
        <translation>Notices</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>通知书写到哪个文件夹</source>
        <translation>Which folder the notices go to</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>通知书台账</source>
        <translation>Register of notices</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <source>通知书和汇总表会用到。可以先空着，以后在“设置”里补。</source>
        <translation>Used on notices and in the summary. May stay blank and be added in the settings later.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>通知书回复的工作日数</source>
        <translation>Working days to answer a notice</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>通知书改为{0}：{1} 份</source>
        <translation>Enter notices as {0}: {1}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>通知书草稿.pdf</source>
        <translation>draft notices.pdf</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>通知书预览</source>
        <translation>Preview of notices</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/new_book.py"/>
        <location filename="../zhengzhou_desk/gui/mode.py"/>
        <location filename="../zhengzhou_desk/gui/pages/welcome.py"/>
        <source>郑采台账</source>
        <translation>Zhengzhou Desk</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/cli/parser.py"/>
        <source>郑采台账：脱贫地区农副产品采购预留份额台账</source>
        <translation>Zhengzhou Desk: reserves of produce from formerly poor counties</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>部门得分</source>
        <translation>Departments' scores</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>部门得分为所属参评单位得分的平均数；得分相同的并列。</source>
        <translation>A department's score is the mean of its units'; equals share a rank.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tables.py"/>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>采购</source>
        <translation>Purchases</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>采购人交易账号开通填报表.xlsx</source>
        <translation>form for trading accounts.xlsx</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>采购分类</source>
        <translation>Purchases by kind</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>采购单位编码</source>
        <translation>Buyer's code</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <source>采购总额</source>
        <translation>Canteen total</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>采购总额或预留份额没有填实，待查</source>
        <translation>Total or reserve are not filled in truly</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>采购总额比上年过低（百分之）</source>
        <translation>Total too low against last year (percent)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>采购总额比上年过高（百分之）</source>
        <translation>Total too high against last year (percent)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>采购总额过小的界限</source>
        <translation>Limit of a total too small</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/tables.py"/>
        <location filename="../zhengzhou_desk/records/execution.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>采购执行</source>
        <translation>Execution</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>采购类型</source>
        <translation>Kind of purchase</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <source>采购进度</source>
        <translation>Progress of purchases</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/union.py"/>
        <location filename="../zhengzhou_desk/records/spending.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>采购金额</source>
        <translation>Purchases</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/catalogue.py"/>
        <location filename="../zhengzhou_desk/gui/actions/edit.py"/>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/edit.py"/>
        <location filename="../zhengzhou_desk/services/editing.py"/>
        <source>重做：{step}</source>
        <translation>Redo: {step}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/book.py"/>
        <source>重新打开</source>
        <translation>Open again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>重新打开 {0} 年度</source>
        <translation>Open the year {0} again</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/book.py"/>
        <source>重新打开 {year} 年度吗？</source>
        <translation>Open the year {year} again?</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/mode.py"/>
        <source>重新打开本年度…</source>
        <translation>Open the year again…</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/export.py"/>
        <source>金额以万元表示（末尾说明四舍五入的差额）</source>
        <translation>Amounts in 万元 (with the rounding differences below)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/export.py"/>
        <source>金额以元表示</source>
        <translation>Amounts in 元</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/imports/details.py"/>
        <source>金额前后</source>
        <translation>Amounts before and after</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>金额记在下单、付款、完结各自发生的月份；未归集的订单不在内。</source>
        <translation>Amounts stand in the month of their own event: order, payment, completion; unassigned orders are not among them.</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/common/errors.py"/>
        <source>链接绕成了圈</source>
        <translation>the links go round in a circle</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>错误</source>
        <translation>Error</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/crash.py"/>
        <source>错误内容</source>
        <translation>The error</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/system/crash.py"/>
        <source>错误记录：{path}</source>
        <translation>Written to: {path}</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/backup.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/restore.py"/>
        <source>长期保留</source>
        <translation>Kept for good</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/backup.py"/>
        <source>长期保留，不随时间清理</source>
        <translation>Kept for good, never cleared</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <source>随之办理</source>
        <translation>Done with it</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/unit_change.py"/>
        <source>随之：</source>
        <translation>It follows:</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/settings.py"/>
        <source>随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>需要督促的单位</source>
        <translation>Units to be pressed</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/preview.py"/>
        <source>页码</source>
        <translation>Page</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/preview.py"/>
        <source>页面</source>
        <translation>Page</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/assessment.py"/>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <location filename="../zhengzhou_desk/reports/score_sheet.py"/>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>预留</source>
        <translation>Reserved</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>预留 {reserve}，应预留 {required}</source>
        <translation>Reserved {reserve} of {required} required</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>预留 {reserve}，达标</source>
        <translation>Reserved {reserve}, which is enough</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>预留任务</source>
        <translation>Base</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/what_if.py"/>
        <location filename="../zhengzhou_desk/gui/findings/explanation.py"/>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <location filename="../zhengzhou_desk/policy/rules/filings.py"/>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <location filename="../zhengzhou_desk/records/kept_bulletin.py"/>
        <location filename="../zhengzhou_desk/records/submission.py"/>
        <location filename="../zhengzhou_desk/reports/bulletin.py"/>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <location filename="../zhengzhou_desk/services/submissions.py"/>
        <source>预留份额</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>预留份额（元）</source>
        <translation>Reserve (yuan)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <source>预留排名</source>
        <translation>Rank by reserve</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/table/columns.py"/>
        <location filename="../zhengzhou_desk/records/waiver.py"/>
        <location filename="../zhengzhou_desk/reports/city.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>预留比例</source>
        <translation>Ratio</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>预留达标</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/actions/documents.py"/>
        <source>预算单位变更情况表.xlsx</source>
        <translation>list of unit changes.xlsx</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/notices.py"/>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>食堂</source>
        <translation>Canteen</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/measures.py"/>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <location filename="../zhengzhou_desk/reports/summary.py"/>
        <source>食堂情况</source>
        <translation>Canteen</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/services/filings.py"/>
        <source>食堂情况或上年数额还不清楚</source>
        <translation>Whether there is a canteen, or last year's amount, is not known</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>食堂情况没有填，待查</source>
        <translation>Whether there is a canteen is not known</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>食堂预留</source>
        <translation>Canteen reserve</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>食堂预留加工会预计</source>
        <translation>Canteen reserve and union's plan</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>食堂食材预留比例</source>
        <translation>Ratio to be reserved</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/rules/filings.py"/>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>首次填报日期</source>
        <translation>First filed on</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>验收 {whole}，其中 {count} 笔 {part} 逾期未付款或未评价</source>
        <translation>Accepted {whole}, of which {count} orders of {part} are overdue for payment or evaluation</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/assessment.py"/>
        <source>验收 {whole}，没有逾期未付款、未评价的</source>
        <translation>Accepted {whole}, nothing overdue for payment or evaluation</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>验收后付款的天数</source>
        <translation>Days to pay after acceptance</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>验收日期</source>
        <translation>Accepted on</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/parameters.py"/>
        <source>鼓励预留比例</source>
        <translation>Encouraged ratio</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>（与上年预留比）</source>
        <translation> (against last year's reserve)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>（互为上级）</source>
        <translation>(in a circle)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>（写明依据的）</source>
        <translation>(with a reason)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>（已过 {days} 天）</source>
        <translation> ({days} days ago)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>（文号年份不同）</source>
        <translation> (document of another year)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>（期限之前）</source>
        <translation>(before the day)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/reports/purchasing.py"/>
        <source>（未注明）</source>
        <translation>(not stated)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>（还有 {days} 天）</source>
        <translation> ({days} days left)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>（预留份额）</source>
        <translation>(reserve)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/dialogs/law.py"/>
        <source>（高于规定比例）</source>
        <translation> (above the ordinary ratio)</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/exchange/importing.py"/>
        <source>，可用 --year 指明</source>
        <translation>; --year can say which</translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/gui/pages/overview.py"/>
        <source>，截止 {day}</source>
        <translation>, due {day}</translation>
    </message>
</context>
</TS>
