//! `ask`: a challenge for the citizen's phone, signed by the post's key, with the secret that opens its answer.

use crate::failure::Failure;
use crate::page::{self, Page, say};
use crate::trouble::Trouble;
use crate::{args, demo, device, encounter_seed, files, hex, qr, test_key, times};
use doichieu::Language;
use doichieu::time::UnixTime;
use doichieu::{AskDraft, AskError, Digits, EncounterSeed, FileKind, Inspector, Memory, Seed, Wants};
use doichieu_kit::key::{Alg, SignKey};
use std::path::Path;

/// Name of the secret in the folder.
pub(crate) const SECRET: &str = "ask.secret";

/// Drafts, signs and writes an ask, or one step of that.
pub(crate) fn run(of: &args::Ask, language: Language) -> Result<u8, Failure> {
    let at = times::or_now(of.at)?;
    let inspector = device::inspector(&of.device, at, &mut Memory::new())?;
    let path = of.out.join(SECRET);
    let secret = match &of.signer.signature {
        Some(_) => read_secret(&path)?,
        None => files::random()?,
    };
    // The challenge itself says nothing of an encounter: whoever inspects the answer names it.
    let draft = inspector.ask(&wants(of), &Seed::new(secret), &encounter_seed::new()?, at)?;
    if let Some(bytes) = &of.signer.to_be_signed {
        files::make_folder(&of.out)?;
        write_secret(&path, &secret)?;
        files::write(bytes, draft.to_be_signed())?;
        return half_way(bytes, at, language);
    }
    let signature = signature(of, &inspector, &draft)?;
    let signed_by = of.signer.signature.as_ref();
    let refused = |why| signed_by.map_or(Failure::from(why), |_| Failure::from(why).of_other(&signature));
    let challenge = draft.seal(&signature).map_err(refused)?;
    // Not before there is an ask that it belongs to.
    files::make_folder(&of.out)?;
    write_secret(&path, &secret)?;
    write(&of.out, challenge.text())?;
    done(of, inspector.bundle().is_test(), challenge.ask().until().unwrap_or(at), challenge.digits(), language)
}

/// Writes the text and the picture of a challenge.
pub(crate) fn write(out: &Path, text: &str) -> Result<(), Failure> {
    files::write(&out.join("ask.txt"), format!("{text}\n").as_bytes())?;
    files::write(&out.join("ask.png"), &qr::png(text)?)
}

/// Writes a secret so that only its owner reads it.
pub(crate) fn write_secret(path: &Path, secret: &[u8; 32]) -> Result<(), Failure> {
    files::write_private(path, format!("{}\n", hex::of(secret)).as_bytes())
}

/// The secret of an ask.
pub(crate) fn read_secret(path: &Path) -> Result<[u8; 32], Failure> {
    let file = files::read(path)?;
    let digits = str::from_utf8(&file).ok().and_then(|text| hex::read(text.trim_end()));
    let secret = digits.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    secret.ok_or_else(|| odd(path, Trouble::AskSecretMalformed).of_other(&file))
}

/// The text of an ask.
pub(crate) fn read_text(path: &Path) -> Result<String, Failure> {
    let text = String::from_utf8(files::read(path)?)
        .map_err(|other| odd(path, Trouble::AskMalformed).of_file(path, other.as_bytes(), FileKind::Ask))?;
    Ok(text.trim_end().to_owned())
}

/// Why the text of a file is not taken up as an ask.
pub(crate) fn not_this(path: &Path, text: &str, why: AskError) -> Failure {
    Failure::from(why).of_file(path, text.as_bytes(), FileKind::Ask)
}

/// The ask of a challenge and its secret.
pub(crate) fn resume(
    inspector: &Inspector,
    challenge: &Path,
    secret: &Path,
    encounter: &EncounterSeed,
) -> Result<doichieu::Ask, Failure> {
    let text = read_text(challenge)?;
    let seed = Seed::new(read_secret(secret)?);
    inspector.resume(&text, &seed, encounter).map_err(|why| not_this(challenge, &text, why))
}

/// Where in a test authority's seed the secret of a post's key comes from.
pub(crate) fn key_label(role: &str) -> String {
    format!("post {role}")
}

fn wants(of: &args::Ask) -> Wants {
    let mut fields = of.what.fields.iter().copied();
    let mut wants = match (of.what.question, fields.next()) {
        (Some(question), _) => Wants::answer(of.purpose, question),
        (None, Some((kind, field))) => Wants::only(of.purpose, kind, [field]),
        (None, None) => Wants::all(of.purpose),
    };
    for (kind, field) in fields {
        wants = wants.and(kind, [field]);
    }
    if let Some(seconds) = of.retention {
        wants = wants.retention(seconds);
    }
    if let Some(origin) = &of.origin {
        wants = wants.origin(origin.clone());
    }
    wants
}

/// The signature of a file, or of a test key.
fn signature(of: &args::Ask, inspector: &Inspector, draft: &AskDraft) -> Result<Vec<u8>, Failure> {
    let signer = &of.signer;
    if let Some(path) = &signer.signature {
        return files::read(path);
    }
    let key = match (&signer.key, &signer.seed) {
        (Some(path), _) => test_key(path)?,
        (_, seed) => {
            let label = key_label(inspector.post().role().role());
            demo::seed(seed.as_deref().unwrap_or_default()).key(Alg::P256, &label)
        }
    };
    Ok(key.sign(draft.to_be_signed()))
}

fn test_key(path: &Path) -> Result<SignKey, Failure> {
    let file = files::read(path)?;
    let secret = test_key::secret(&file);
    secret.map(SignKey::p256).ok_or_else(|| odd(path, Trouble::AskKeyMalformed).of_other(&file))
}

fn half_way(path: &Path, at: UnixTime, language: Language) -> Result<u8, Failure> {
    let (path, at) = (page::path(path), times::rfc3339(at));
    let mut page = Page::default();
    page.line(&match language {
        Language::En => {
            format!(
                "Sign {path}, then run the same command with --signature FILE --at {at} in place of --to-be-signed."
            )
        }
        _ => format!("Ký {path}, rồi chạy lại lệnh này với --signature TỆP --at {at} thay cho --to-be-signed."),
    });
    warn(language);
    page.show().map(|()| 0)
}

fn done(of: &args::Ask, test: bool, until: UnixTime, digits: Digits, language: Language) -> Result<u8, Failure> {
    let (out, until) = (page::path(&of.out), times::second(until));
    let mut page = Page::of(test);
    page.line(&match language {
        Language::En => format!("Wrote {out}/ask.txt and ask.png: to be answered before {until}."),
        _ => format!("Đã ghi {out}/ask.txt và ask.png: trả lời trước {until}."),
    });
    page.line(&match language {
        Language::En => {
            format!("Show these two digits beside the code: {digits}. The citizen picks them on the phone.")
        }
        _ => format!("Hiện hai số này cạnh mã: {digits}. Người dân chọn đúng hai số đó trên điện thoại."),
    });
    warn(language);
    page.show().map(|()| 0)
}

fn warn(language: Language) {
    page::remark(say(
        language,
        "ask.secret mở được câu trả lời của người dân: xóa ngay sau khi kiểm tra, không gửi cho ai.",
        "ask.secret opens the citizen's answer: delete it once that is inspected, and give it to nobody.",
    ));
}

fn odd(path: &Path, trouble: Trouble) -> Failure {
    let path = page::path(path);
    Failure::device(
        trouble,
        format!("{path} không phải tệp mà lệnh ask ghi ra."),
        format!("{path} is not a file as the command ask writes it."),
    )
}
