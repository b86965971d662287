//! `explain`: the tables of reasons and set-up codes, one row or all.

use crate::args;
use crate::failure::Failure;
use crate::page::{FAINT, Page, STRONG, safe, say, styled};
use anstyle::Style;
use doichieu::SetUp;
use doichieu::reason::{Axis, Gravity, Language, Reason, Side};

/// Prints a code's row, or every code.
pub(crate) fn run(of: &args::Explain, language: Language) -> Result<u8, Failure> {
    let mut page = Page::default();
    match &of.code {
        None => all(&mut page, language),
        Some(code) => one(&mut page, code, language)?,
    }
    page.show().map(|()| 0)
}

fn one(page: &mut Page, code: &str, language: Language) -> Result<(), Failure> {
    let reason = Reason::from_code(code);
    let set_up = SetUp::ALL.iter().find(|set_up| set_up.code() == code);
    match (reason, set_up) {
        (Some(reason), _) => reason_row(page, reason, language),
        (None, Some(set_up)) => {
            page.line(&styled(STRONG, set_up.code()));
            page.entry(
                1,
                say(language, "Loại", "Kind"),
                14,
                say(
                    language,
                    "tệp của máy này, không nói về người dân",
                    "this device's own files, nothing about a citizen",
                ),
            );
            page.entry(1, "vi", 14, set_up.vi());
            page.entry(1, "en", 14, set_up.en());
        }
        (None, None) => return Err(unknown(code)),
    }
    Ok(())
}

fn reason_row(page: &mut Page, reason: Reason, language: Language) {
    let row = reason.row();
    page.line(&styled(STRONG, row.code));
    page.entry(1, say(language, "Trục", "Axis"), 14, axis(row.axis, language));
    page.entry(1, say(language, "Nặng nhất", "At most"), 14, gravity(row.gravity, language));
    page.entry(1, say(language, "Thuộc về", "Whose matter"), 14, side(row.side, language));
    for (name, language) in [("vi", Language::Vi), ("en", Language::En)] {
        page.entry(1, name, 14, &row.text(language, None));
        page.entry(1, "", 14, &format!("→ {}", row.step.text(language)));
    }
    page.entry(1, say(language, "Bước", "Step"), 14, row.step.code());
    page.hang(
        " ",
        FAINT,
        say(
            language,
            "Hồ sơ vai trò có thể chọn bước khác phù hợp.",
            "A role profile may pick another step that fits.",
        ),
    );
}

fn all(page: &mut Page, language: Language) {
    for reason in Reason::ALL {
        let row = reason.row();
        page.line(&format!("{}  {}", styled(STRONG, row.code), styled(FAINT, gravity(row.gravity, language))));
        page.hang("   ", Style::new(), &row.text(language, None));
    }
    page.gap();
    for set_up in SetUp::ALL {
        page.line(&styled(STRONG, set_up.code()));
        page.hang("   ", Style::new(), say(language, set_up.vi(), set_up.en()));
    }
}

fn unknown(code: &str) -> Failure {
    let code = safe(code);
    Failure::usage(
        format!("Không có mã “{code}”. Gọi explain không kèm mã để xem tất cả."),
        format!("There is no code \"{code}\". Call explain without a code to see all of them."),
    )
}

const fn axis(axis: Axis, language: Language) -> &'static str {
    match axis {
        Axis::Proof => say(language, "xác thực (proof)", "proof"),
        _ => say(language, "hiệu lực (standing)", "standing"),
    }
}

const fn gravity(gravity: Gravity, language: Language) -> &'static str {
    match gravity {
        Gravity::Note => say(language, "ghi chú (note)", "note"),
        Gravity::Refer => say(language, "cần tra cứu (refer)", "refer"),
        _ => say(language, "không đạt (refuse)", "refuse"),
    }
}

const fn side(side: Side, language: Language) -> &'static str {
    match side {
        Side::Post => say(language, "máy kiểm tra (post)", "post"),
        Side::Presenter => say(language, "người xuất trình (presenter)", "presenter"),
        _ => say(language, "giấy tờ hoặc nơi cấp (paper)", "paper"),
    }
}
