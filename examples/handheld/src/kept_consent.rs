//! `--consent-out` and `consent`: the signed consent itself, kept as proof without the values, and read again.

use crate::encounter::Collected;
use crate::failure::Failure;
use crate::page::{self, FAINT, Page, STRONG, safe, say, styled};
use crate::{args, device, files, hex, times, values, words};
use doichieu::field::Sensitivity;
use doichieu::time::UnixTime;
use doichieu::{ConsentProof, FileKind, Language, Memory, Question, Report, SignedConsent};
use std::path::{Path, PathBuf};

/// Columns of the labels.
const LABELS: usize = 18;

/// Writes what the phone signed of the consent, for this user alone.
pub(crate) fn keep(path: &Path, report: Option<&Report>, language: Language) -> Result<(), Failure> {
    let Some(proof) = report.and_then(Report::consent_proof) else {
        page::remark(say(
            language,
            "Không lưu đồng ý: chưa có gì được xác thực và đồng ý, hoặc ví này chưa ký riêng phần đồng ý.",
            "No consent kept: nothing was proven and agreed to, or this wallet does not sign its consent apart.",
        ));
        return Ok(());
    };
    files::write_private(path, proof.as_bytes())?;
    let until = times::minute(proof.keep_until(), language);
    page::remark(&match language {
        Language::En => format!(
            "The consent is kept, without a value of any paper. It names a phone's key: delete it at the latest {until}."
        ),
        _ => {
            format!("Đã lưu phần đồng ý, không có nội dung giấy tờ. Tệp có khóa của điện thoại: xóa chậm nhất {until}.")
        }
    });
    Ok(())
}

/// What [`keep_all`] may write for so many phones.
pub(crate) fn paths(folder: &Path, phones: usize) -> impl Iterator<Item = PathBuf> {
    (1..=phones).map(|place| folder.join(format!("consent-{place}")))
}

/// The same for each phone that could be read, in a file of its own.
pub(crate) fn keep_all(folder: &Path, collected: &Collected, language: Language) -> Result<(), Failure> {
    files::make_folder(folder)?;
    for (path, phone) in paths(folder, collected.phones.len()).zip(&collected.phones) {
        let report = phone.showing.as_ref().ok().and_then(|showing| collected.encounter.reports().get(*showing));
        keep(&path, report, language)?;
    }
    Ok(())
}

/// Verifies a kept consent and says what it proves. 0: proven; 1: the lists at hand do not know what the post says.
pub(crate) fn run(of: &args::Consent, language: Language) -> Result<u8, Failure> {
    let at = times::or_now(of.at)?;
    let proof = {
        let kept = files::read(&of.file)?;
        ConsentProof::open(&kept, at)
            .map_err(|why| Failure::from(why).of_file(&of.file, &kept, FileKind::KeptConsent))?
    };
    let mut page = Page::default();
    page.line(&styled(STRONG, say(language, "Đồng ý đã ký, chữ ký khớp", "A signed consent; its signatures hold")));
    for consent in proof.consents() {
        signed(&mut page, consent, language);
    }
    page.gap();
    let by_post = say(language, "Theo lời nơi lưu (không có chữ ký)", "By the word of who keeps it (not signed)");
    page.line(&styled(STRONG, by_post));
    let mut entry = |vi, en, value: &str| {
        page.entry(1, say(language, vi, en), LABELS, value);
    };
    entry("Nơi nhận", "Received by", &format!("{} ({})", safe(proof.post()), safe(proof.role())));
    entry("Lúc", "When", &times::minute(proof.received(), language));
    for consent in proof.consents() {
        entry("Nơi cấp", "Issuer", &safe(consent.issuer()));
    }
    entry("Lưu đến", "Kept until", &times::minute(proof.keep_until(), language));
    let exit = listed(&mut page, of, &proof, language)?;
    page.hang(
        " ",
        FAINT,
        say(
            language,
            "Chứng minh: khóa của điện thoại đã ký đồng ý này. Không chứng minh: ai cầm điện thoại, nội dung giấy tờ, đã cho xem hay chưa.",
            "Proves that the phone's key signed this consent. Does not prove who held the phone, what the papers say, or that they were shown.",
        ),
    );
    page.show().map(|()| exit)
}

/// What the phone's key signed.
fn signed(page: &mut Page, of: &SignedConsent, language: Language) {
    let mut entry = |vi, en, value: &str| {
        page.entry(1, say(language, vi, en), LABELS, value);
    };
    entry("Cho ai xem", "Shown to", &safe(of.audience()));
    entry("Để làm gì", "Why", &words::purpose(of.purpose(), language));
    if let Some(number) = of.question() {
        let text = Question::from_number(number).map_or("?", |question| question.text().of(language));
        entry("Chỉ trả lời", "Answers only", text);
    }
    let mut sensitive = Vec::new();
    for (kind, fields) in of.fields() {
        let paper = kind.row().map_or_else(|| kind.number().to_string(), |row| row.text.of(language).to_owned());
        let mut names = Vec::new();
        for field in fields {
            names.push(values::named(kind, field, language));
            if field.sensitivity(kind) == Sensitivity::Sensitive {
                sensitive.extend(names.last().cloned());
            }
        }
        entry("Xem gì", "What", &format!("{paper}: {}", names.join(", ")));
    }
    if !sensitive.is_empty() {
        let told = Sensitivity::Sensitive.text().map_or("", |text| text.of(language));
        entry("Nhạy cảm", "Sensitive", &format!("{told}: {}", sensitive.join(", ")));
    }
    entry("Giữ bao lâu", "Values kept for", &times::span(of.retention(), language));
    entry("Đồng ý lúc", "Agreed at", &format!("{} {}", times::minute(of.at(), language), by_phone(language)));
    entry("Khóa điện thoại", "Phone's key", &hex::of(of.holder()));
    entry("Bản điện tử", "Token", &hex::of(of.token()));
}

const fn by_phone(language: Language) -> &'static str {
    say(language, "(giờ điện thoại)", "(the phone's clock)")
}

/// Whether the lists at hand know what the post says.
fn listed(page: &mut Page, of: &args::Consent, proof: &ConsentProof, language: Language) -> Result<u8, Failure> {
    let (Some(bundle), Some(roots)) = (&of.bundle, &of.roots) else { return Ok(0) };
    let lists = args::Lists { roots: roots.clone(), allow_test_root: of.allow_test_root };
    let bundle = device::bundle(bundle, &device::roots(&lists)?, UnixTime::LATEST, &mut Memory::new())?;
    let known = proof.is_known_to(&bundle);
    let text = if known {
        say(language, "biết vai trò, nơi cấp và thời hạn lưu này", "know this role, issuer and time of keeping")
    } else {
        say(
            language,
            "chưa biết vai trò, nơi cấp hoặc thời hạn lưu này; có thể là danh sách của ngày khác",
            "do not know this role, issuer or time of keeping; they may be of another day",
        )
    };
    page.entry(1, say(language, "Danh sách", "The lists"), LABELS, text);
    Ok(u8::from(!known))
}
