<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name>zhengzhou_desk</name>
    <message>
        <location filename="../zhengzhou_desk/commands/demonstrating.py"/>
        <source>  {code} {name}：应预留 {required} 元，已预留 {reserve} 元，尚差 {gap} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/exchanging.py"/>
        <source>  工作表“{sheet}”{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/demonstrating.py"/>
        <source>  已下单 {ordered} 元，已支付 {paid} 元，完结 {completed} 元；未归集 {loose} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/exchanging.py"/>
        <source>  有被拒绝的行，整个文件没有导入。请改正后再导入，或加 --skip-refused 只导入其余的行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/demonstrating.py"/>
        <source>  汇总表  {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/demonstrating.py"/>
        <source>  账册    {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/demonstrating.py"/>
        <source>  达标 {passed}，不达标 {failed}，未填报 {unfiled}，待查 {unknown}，不作要求 {exempt}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/exchanging.py"/>
        <source>  还有 {count} 处，--json 可看全部</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/exchanging.py"/>
        <source>  这是试看，账册没有改动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/demonstrating.py"/>
        <source>  通知书  {folder}（{count} 份，另有合并打印.pdf）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/demonstrating.py"/>
        <source>  食堂采购总额 {total} 元，预留 {reserve} 元；应预留 {required} 元，各单位尚差合计 {gap} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>832平台</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/restore.py"/>
        <source>{backup} 就是账册本身，不是它的备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>{beside} 是另一个账册留下的，请先把它移走，或换一个名字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/changing.py"/>
        <source>{count} 个单位与 {old} 共用食堂，请另定代表单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/changing.py"/>
        <source>{count} 家国有企业归属 {old}，请改记所属单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/lock.py"/>
        <source>{folder} 不支持文件锁，账册 {book} 只能以只读方式打开。请复制到本机磁盘上使用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>{given} 不在 {least} 到 {most} 之间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/changing.py"/>
        <source>{old} 上年预留 {amount} 元失效</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/changing.py"/>
        <source>{old} 上年预留 {amount} 元并入 {new} 的下限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/changing.py"/>
        <source>{old} 本年度的填报只列名、不计数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/changing.py"/>
        <source>{old} 的 {count} 笔订单转入未归集，可改记到新单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/changing.py"/>
        <source>{old} 还有 {count} 份未办结的通知书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/file.py"/>
        <source>{path} 不是普通文件，不能作账册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/files.py"/>
        <source>{path} 不是普通文件，不能写入。请另取文件名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/faults.py"/>
        <location filename="../zhengzhou_desk/store/file.py"/>
        <source>{path} 不是郑采台账的账册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>{path} 已经存在。新建不会覆盖旧文件，请换一个名字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/place.py"/>
        <source>{path} 已经存在，不会被覆盖。请换一个名字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/files.py"/>
        <source>{path} 是只读的，不能覆盖。请另取文件名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/file.py"/>
        <source>{path} 是数据库，但不是郑采台账的账册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/file.py"/>
        <location filename="../zhengzhou_desk/store/restore.py"/>
        <source>{path} 是文件夹，不是账册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/files.py"/>
        <source>{path} 是文件夹，写不成文件。请另取文件名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/file.py"/>
        <source>{path} 是空文件，不是账册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/files.py"/>
        <source>{path} 正被另一个程序（如 WPS、Excel）打开。请关闭后再试，或另取文件名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/exchanging.py"/>
        <source>{path}：新增 {new} 行，修改 {changed} 行，相同 {same} 行，拒绝 {refused} 行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/changing.py"/>
        <source>{unit} 已于 {day} 撤销或合并</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/workflow.py"/>
        <source>{unit} 还没有填报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/workflow.py"/>
        <source>{year} 年度已于 {day} 上报市局，填报已锁定。确需修改的，先解锁并写明理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/desk.py"/>
        <source>{year} 年度已经在账册里了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>{year} 年度已结账，只能查看。要改请先重新打开该年度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/demonstrating.py"/>
        <source>{year} 年度，以 {day} 为准：应填报单位 {units} 个，已填报 {filed} 个，已确认 {confirmed} 个</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/checking.py"/>
        <source>{year} 年度，截至 {day}：错误 {error} 条，待查 {unknown} 条，警告 {warning} 条，提示 {info} 条</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’不在可选之列：{labels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’不是 0% 到 100% 之间、最多两位小数的百分比</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’不是数字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’不是整数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>‘{given}’不是日子。请写成 03-20（每年）或 2023-05-31</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’不是日期。请写成 2024-03-18</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’不是金额。请填数字，如 30000 或 3万元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’太大，不像一个金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’是百分之几说不清。请写成 5% 这样</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’是负数。此处金额不能为负</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’精确到分以下。金额最多到分</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>‘{given}’请填 是 或 否</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/editing.py"/>
        <source>“{column}”不能空着</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/desk.py"/>
        <source>“{name}”不能撤回，请用另一步来更正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/editing.py"/>
        <source>“{table}”中已有 {key} 这一行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/undoing.py"/>
        <source>“{table}”中的行后来又改过，不能直接撤回。请先撤回后来的改动，或直接修改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>“{table}”中的这一行已被改动，请看过新的内容再改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>一级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>三级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/union.py"/>
        <source>上年度工会采购金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>上年度预留</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/measures.py"/>
        <source>上年度预留份额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>上报 {0} 年度汇总</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>下单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>下单日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>下单日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>下单金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>不作要求</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>不判断</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>不打开窗口</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/lock.py"/>
        <source>不能在 {folder} 写入文件，账册 {book} 只能以只读方式打开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>不认识 {what}。用法见 {program} --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>不达标</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>严重程度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>个人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/calendar.py"/>
        <source>为国有企业开通交易账号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>为预留不达标的单位各写一份通知书（PDF）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>主管部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>主管部门编码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>乙</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>乙数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>事由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>二级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <source>交易账号状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/execution.py"/>
        <source>交易额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>付款后评价的天数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>付款日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>以哪一天为准，如 2024-04-01；不写就是今天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>任一标准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <source>企业名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>位置参数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/keeping.py"/>
        <source>体检完成，{count} 项中有 {bad} 项不正常</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/keeping.py"/>
        <source>体检完成，{count} 项全部正常</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>体检：检查账册是否完好</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <source>依据文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>修改 {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>修改 {0} 处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>修改设置 {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <source>值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>做一份核对过的备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/calendar.py"/>
        <source>催付验收已满三十日的货款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/calendar.py"/>
        <source>催办履约评价</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/calendar.py"/>
        <source>催收通知书回执</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>全部标准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>共用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>共用食堂代表单位编码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>其他</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>写出报市局的汇总工作簿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/demonstrating.py"/>
        <source>写出的文件：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>写到哪个文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>写到哪个文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>分立</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>分立 {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>列出某日的审核结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>删除 {0} {1} 行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/measures.py"/>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>单位变更后更新平台的天数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>单位名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/calendar.py"/>
        <source>单位填报预留份额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>单位类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>单位级次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/aside.py"/>
        <location filename="../zhengzhou_desk/records/execution.py"/>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <location filename="../zhengzhou_desk/records/spending.py"/>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <location filename="../zhengzhou_desk/records/waiver.py"/>
        <source>单位编码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>原单位编码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/keeping.py"/>
        <source>原来的账册留作 {kept}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>发出 {0} 份通知书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>发文字号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>变更</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/measures.py"/>
        <source>变更关系</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <source>口径</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>另写一个合并的 PDF，供双面打印</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>只为这个单位，可以写多次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/asides.py"/>
        <source>只有警告和提示可以搁置；错误和待查请在账册中改正或补填</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>只看一个单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>只看会怎样，不改账册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/changing.py"/>
        <source>各部分结转的上年预留合计 {given} 元，与原单位上年预留 {whole} 元不符，差 {difference} 元</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>合并</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>合并 {0} 到 {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <source>名次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <source>名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>向下填充 {0} 处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>否</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>命令</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>命令写得不对（{said}）。用法见 {program} --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>回复日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>回复期限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>国企</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>在示例县上把主要工作做一遍，并打开窗口</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>填报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/changing.py"/>
        <source>填报、订单和国有企业仍归本单位，编码不变</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>填报截止日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>填报状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <source>填报率</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/calendar.py"/>
        <source>填报预留份额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/restore.py"/>
        <source>备份 {backup} 没有抄全，账册没有改动。请检查磁盘后再试</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/backup.py"/>
        <source>备份 {path} 与账册不符，没有采用。请检查磁盘后再试</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>备份放在哪个文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>备份文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>备注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>外包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/calendar.py"/>
        <source>完成年度采购</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>完成进度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>完成采购任务的日子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>完结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>完结日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/execution.py"/>
        <source>完结金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>审核结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <source>审核通过率</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>导入 {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>导入电子表格</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>导出公开格式的工作簿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>尚差</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <location filename="../zhengzhou_desk/records/spending.py"/>
        <source>工会</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/spending.py"/>
        <source>工会会员数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/rules/spending.py"/>
        <location filename="../zhengzhou_desk/policy/union.py"/>
        <source>工会会员数、年度福利总额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/calendar.py"/>
        <source>工会完成采购</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>工会标准的组合</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>工会每人每年采购标准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>工会采购不低于上年度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>工会采购占年度福利总额的比例</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>工会预计采购金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>差额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/demonstrating.py"/>
        <source>差额最大的单位：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/run.py"/>
        <source>已中断，没有写完的不算数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/exchanging.py"/>
        <source>已写出 {year} 年度汇总 {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>已办结</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>已发文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>已回复</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>已填报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/keeping.py"/>
        <source>已备份并核对：{path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/exchanging.py"/>
        <source>已导出 {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <source>已开通</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>已撤回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>已撤并</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>已支付</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/execution.py"/>
        <source>已支付金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/keeping.py"/>
        <source>已新建账册 {path}：{bureau}，{region}，{year} 年度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>已替代</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>已激活</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/keeping.py"/>
        <source>已用 {backup} 恢复 {book}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <source>已申请</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>已确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/book_year.py"/>
        <source>已结账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>已退回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>已送达</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>平台备注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>平台更新日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <location filename="../zhengzhou_desk/records/aside.py"/>
        <location filename="../zhengzhou_desk/records/book_year.py"/>
        <location filename="../zhengzhou_desk/records/execution.py"/>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <location filename="../zhengzhou_desk/records/spending.py"/>
        <location filename="../zhengzhou_desk/records/waiver.py"/>
        <source>年度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>年度不能空着</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/spending.py"/>
        <source>年度福利总额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/measures.py"/>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>年度食堂食材采购总额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>年度，如 2024</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/calendar.py"/>
        <source>年终收尾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>应填报单位数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <source>应完成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>应预留</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/demonstrating.py"/>
        <source>建立不了文件夹 {folder}：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>开启 {0} 年度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <source>归属起始日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/aside.py"/>
        <source>当时的数字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>待查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>恢复 {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/restore.py"/>
        <source>恢复后的账册核验不符，已换回原来的账册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>成文日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>成立日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/execution.py"/>
        <source>截止日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <source>所属预算单位编码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/file.py"/>
        <source>打不开 {path}：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/faults.py"/>
        <source>打不开账册 {path}。请看文件是否存在、是否有权限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>打开窗口</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/waiver.py"/>
        <source>批准文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>承包方</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>承包方交易账号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>承包方名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/calendar.py"/>
        <source>把单位变更告知平台</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/calendar.py"/>
        <source>按预留份额采购</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>提示</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>提货券</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/spending.py"/>
        <source>提货券金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>提醒函</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/aside.py"/>
        <source>搁置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>搁置 {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>撤销</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>撤销 {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>撤销日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/editing.py"/>
        <source>撤销：{step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/waiver.py"/>
        <source>放宽</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>文书内容</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/documents/frozen.py"/>
        <source>文书内容不是本版本程序写的。请用新版本打开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/documents/frozen.py"/>
        <source>文书内容已损坏，读不出来：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/files.py"/>
        <source>文件名太长：{path}。请取短一些的名字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>文件夹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>文字太长（{length} 个字），最多 {limit} 个字</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>新单位名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>新单位编码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>新增 {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>新建一本空账册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>新建账册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>新设</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>新设 {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>无食堂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>无食堂单位预留工会经费的比例</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>日志中没有第 {number} 号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <location filename="../zhengzhou_desk/records/aside.py"/>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>日期不能空着</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>是</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>显示本说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/spending.py"/>
        <source>暂无工会经费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>更名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>更名 {0} 为 {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>最近填报日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>有被拒绝的行时，其余的照样导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>未填报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>未导入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <source>未开通</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>未激活</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>未达标</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>核对项目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/demonstrating.py"/>
        <source>正在打开窗口……</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>正式发文：编号并记入通知书台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>没有‘{given}’这一天</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/changing.py"/>
        <source>没有上年度预留，第一年只按比例要求</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/files.py"/>
        <source>没有写成 {path}：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/file.py"/>
        <source>没有找到账册 {path}。请核对文件名，或用“新建”建一个</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/files.py"/>
        <source>没有文件夹 {folder}。请先建立，或换个位置保存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/backup.py"/>
        <location filename="../zhengzhou_desk/store/restore.py"/>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>没有文件夹 {folder}，请先建立它</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/files.py"/>
        <source>没有权限写入 {path}。请换个位置保存</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/faults.py"/>
        <source>没有权限读写 {path}，或者它正被另一个程序打开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/regions.py"/>
        <source>没有行政区划 {region} 的政策数据。请用六位行政区划代码，如 410105（金水区）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>清除 {0} 处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>渠道</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/aside.py"/>
        <source>理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>用备份恢复账册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>用法：</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>甲</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>甲数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>登记 {0} 个单位的填报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>督促重新填报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/calendar.py"/>
        <source>督促预留不达标的单位重新填报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>确认 {0} 个单位的填报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/calendar.py"/>
        <source>确认单位填报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>确认日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>确认汇总截止日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/faults.py"/>
        <source>磁盘已满或不能写入，账册 {path} 没有改动。请腾出空间后再试</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/faults.py"/>
        <source>磁盘已满，{path} 没有写成。请腾出空间后再试</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/files.py"/>
        <source>磁盘已满，没有写入 {path}。原有文件未动；请腾出空间或换个位置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/faults.py"/>
        <source>磁盘读写账册 {path} 时出错，没有改动。请检查磁盘或网络后再试</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/demonstrating.py"/>
        <source>示例县（数据全部虚构）：导入 {source}，新增 {new} 行，拒绝 {refused} 行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/undoing.py"/>
        <source>第 {number} 号只改动了个人信息，日志不保存其内容，不能撤回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>管理账号状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>粘贴 {0} 处</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>结果</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>结账 {0} 年度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/measures.py"/>
        <location filename="../zhengzhou_desk/records/change.py"/>
        <source>结转上年预留</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>统一社会信用代码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <source>编码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/changing.py"/>
        <source>编码 {code} 已有单位使用，请换一个</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/kinds.py"/>
        <source>编码太长（{length} 位），最多 {limit} 位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>缺少 {what}。用法见 {program} --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>联系人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>联系电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>自有</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>草稿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/aside.py"/>
        <source>行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>行政区划代码，如 410105</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/aside.py"/>
        <source>表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/aside.py"/>
        <source>规则</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>解锁 {0} 年度：{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>警告</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>计入完成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>计入完成的状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>订单号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>订单归属年度的依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/setting.py"/>
        <source>设置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>评价日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/account.py"/>
        <source>详细地址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>语言：zh 中文，en 英文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/workflow.py"/>
        <source>请写明解锁的理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/workflow.py"/>
        <source>请写明退回原因，单位要据此改正</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/changing.py"/>
        <source>请填写新的单位名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/changing.py"/>
        <source>请选择要并入的单位，不能并入自己</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/faults.py"/>
        <source>读写 {path} 时出错：{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>财政局名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/calendar.py"/>
        <source>财政部门确认汇总</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>账册</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/lock.py"/>
        <source>账册 {book} 正由 {who} 在 {host} 上使用（自 {since} 起）。请先在那里关闭，或以只读方式打开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/faults.py"/>
        <location filename="../zhengzhou_desk/store/file.py"/>
        <source>账册 {path} 上次没有正常关闭，须先以可写方式打开一次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>账册 {path} 以只读方式打开，不能修改</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>账册 {path} 已在别处被改动或移走，没有写入。请关闭后重新打开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/faults.py"/>
        <source>账册 {path} 已损坏，不能使用。请用“恢复备份”换上最近一份核验过的备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/faults.py"/>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>账册 {path} 是只读的，不能修改。请复制到可写的文件夹再打开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/store.py"/>
        <source>账册 {path} 是旧版本格式，须先以可写方式打开一次来升级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/faults.py"/>
        <location filename="../zhengzhou_desk/store/file.py"/>
        <source>账册 {path} 正被另一个程序使用。请关闭那个程序或稍候再试</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/store/file.py"/>
        <source>账册 {path} 由更新的版本建立（格式 {version}）。请先升级本程序</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/checking.py"/>
        <source>账册中没有编码为 {code} 的单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>账册文件，习惯上是 *.zzd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/book_year.py"/>
        <source>账年</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>输出 JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>达标</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <source>达标所需</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/editing.py"/>
        <source>这一行已被删除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/opening.py"/>
        <source>这里没有图形界面，打不开窗口。命令行用法见 zhengzhou-desk --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/changing.py"/>
        <source>这项变更已经登记过了</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>进度的分母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>退回 {0} 个单位的填报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>退回原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>退回日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>送达日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>选项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <source>通报的合计与各部门明细对不上，没有生成。请运行体检，或与技术支持联系</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/notice.py"/>
        <source>通知书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>通知书回复的工作日数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/commands/parser.py"/>
        <source>郑采台账：脱贫地区农副产品采购预留份额台账</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>采购</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>采购单位编码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>采购总额比上年过低（百分之）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>采购总额比上年过高（百分之）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>采购总额过小的界限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/execution.py"/>
        <source>采购执行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <source>采购进度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/policy/union.py"/>
        <location filename="../zhengzhou_desk/records/spending.py"/>
        <source>采购金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/entry.py"/>
        <source>重新打开 {0} 年度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>错误</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/bulletin.py"/>
        <location filename="../zhengzhou_desk/policy/rules/filings.py"/>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>预留份额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/waiver.py"/>
        <source>预留比例</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>食堂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/measures.py"/>
        <location filename="../zhengzhou_desk/policy/summary.py"/>
        <location filename="../zhengzhou_desk/records/unit.py"/>
        <source>食堂情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>食堂预留</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>食堂预留加工会预计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>食堂食材预留比例</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/rules/filings.py"/>
        <location filename="../zhengzhou_desk/records/filing.py"/>
        <source>首次填报日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>验收后付款的天数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/records/purchase.py"/>
        <source>验收日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../zhengzhou_desk/policy/params.py"/>
        <source>鼓励预留比例</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
