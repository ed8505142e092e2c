"""The report upward: who signs, whom it goes to, sums that add up, and nothing of the bureau's own checks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.books import clock, filing, new_desk, unit
from tests.services.notices.helpers import text_of
from tests.services.packages import reported
from zhengzhou_desk import sample
from zhengzhou_desk.documents.content import DOCUMENT, Paragraph, TableBlock
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.records.setting import CONTACT, PHONE
from zhengzhou_desk.services import editing, exports, submissions
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import prose, rendering
from zhengzhou_desk.services.notices.city_report import city_report

if TYPE_CHECKING:
    from pathlib import Path

    from zhengzhou_desk.documents.content import NoticeContent


def text(content: NoticeContent) -> str:
    return "".join(block.lead + block.text for block in content.body if isinstance(block, Paragraph))


def adds_up(said: str) -> None:
    """达标 + 不达标 + 不作要求 + 未填报 + 待查 = 应填报."""
    found = re.search(r"应填报预算单位(\d+)个，其中(.*?)。", said)
    assert found is not None, said
    parts = re.findall(r"(达标|不达标|不作要求|未填报|待查)(\d+)个", found[2])
    assert sum(int(count) for _, count in parts) == int(found[1])
    assert len(parts) == len(found[2].split("，"))


def test_the_whole_report(desk: Desk, tmp_path: Path) -> None:
    editing.set_setting(desk, CONTACT, "王敏")
    editing.set_setting(desk, PHONE, "0371-65000000")
    content = city_report(desk, 2024)
    assert text(content) == (
        "按照《关于进一步做好政府采购脱贫地区农副产品有关工作的通知》（郑财购〔2023〕3号）要求，我局对我区2024年政府采购脱贫地区农副产品预留份额填报情况进行了审核汇总，"
        "现将截至2024年4月1日的有关情况报告如下："
        "一、填报情况我区应填报预算单位6个，其中达标1个，不达标3个，不作要求1个，未填报1个。已填报的5个单位中，已确认5个。"
        "二、预留情况已填报单位年度食堂食材采购总额合计240.00万元，预留份额合计20.00万元，占采购总额的8.33%。"
        "2个单位预留份额低于应预留数额，尚差合计5.00万元。"
        "三、采购情况累计下单0元、支付0元、完结0元；计入完成0元，应完成20.00万元，采购进度0.00%。"
        "四、督促情况和下步工作对未填报和不达标的4个单位（名单见附件），我局将继续督促其填报、重新填报。"
        "下一步，我局将定期通报采购情况，督促各预算单位力争10月底前完成年度任务。"
        "特此报告。"
    )
    adds_up(text(content))
    assert (content.format, content.signer, content.addressee) == (DOCUMENT, "", "郑州市财政局")
    assert content.note == "联系人：王敏，电话：0371-65000000"
    assert [part.title for part in content.attachments] == [
        "2024年脱贫地区农副产品采购预留份额汇总表", "2024年未填报及预留不达标单位清单", "2024年采购执行情况",
    ]  # fmt: skip
    rendering.save_pdf(tmp_path / "报告.pdf", rendering.pdf_of(content))
    said = text_of(tmp_path / "报告.pdf")
    assert "金水财购〔2024〕号签发人：" in said and "（联系人：王敏，电话：0371-65000000）" in said
    assert "核对" not in said and "账册" not in said


def test_the_sums_of_a_whole_county_add_up_and_are_those_of_the_workbook(tmp_path: Path) -> None:
    with new_desk(tmp_path, *sample.county(160, 800), year=sample.SAMPLE_YEAR) as desk:
        desk.set_today(sample.SAMPLE_DAY)
        content = city_report(desk, sample.SAMPLE_YEAR)
        adds_up(text(content))
        sums = {report.key: report for report in exports.summary(desk)}["departments"]
        total = {heading.name: value for heading, value in zip(sums.headings, sums.lines[-1].values, strict=True)}
        amounts = content.attachments[0].blocks[1]
        assert isinstance(amounts, TableBlock)
        assert amounts.unit == "单位：元"
        reserve, gap = total["reserve"], total["gap"]
        assert isinstance(reserve, int) and isinstance(gap, int)
        loose = next(report for report in exports.summary(desk) if report.key == "execution").lines[-2]
        assert loose.values[1] == "未归集" and isinstance(loose.values[2], int)
        assert f"另有未归集的订单{prose.in_prose(loose.values[2])}，不计入任何单位。" in text(content)
        assert yuan(reserve, grouped=True) in amounts.rows[-1] and yuan(gap, grouped=True) in amounts.rows[-1]


def test_the_city_reports_to_the_province(tmp_path: Path) -> None:
    with Desk.new(
        tmp_path / "市.zzd", region="410100", bureau="郑州市财政局", year=2024, clock=clock, who="李"
    ) as desk:
        submissions.apply(desk, submissions.examine(desk, [reported(tmp_path), reported(tmp_path, "410122")]))
        content = city_report(desk, 2024)
        assert content.addressee == "河南省财政厅"
        assert content.number == "郑财购〔2024〕　　号"
        adds_up(text(content))
        assert text(content).count("我市") == 2
        assert "郑财购" not in text(content) and "按照有关文件要求" in text(content)
        assert "名单见附件" not in text(content)
        assert [part.title for part in content.attachments] == [
            "2024年脱贫地区农副产品采购预留份额全市汇总表", "2024年各区县（市）预留及采购进度排名",
        ]  # fmt: skip


def test_no_contact_no_note_and_no_gap_no_sentence_about_one(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit(), filing(), filing(year=2023)) as desk:
        content = city_report(desk, 2024)
        assert content.note == ""
        assert "尚差" not in text(content) and "不达标" not in text(content)
        assert len(content.attachments) == 2
