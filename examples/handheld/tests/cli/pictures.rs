//! Photographs and texts as they arrive: several codes in one, dark mode, other formats, what scanners and Windows put
//! around a code.

use crate::support::{Files, demo, qr, run, table};
use doichieu_kit::scene::World;
use image::{DynamicImage, GrayImage, ImageFormat, Luma, LumaA, RgbaImage};
use std::fs;
use std::io::Cursor;
use std::path::Path;

/// What a phone of the demo shows, and the report of it.
fn shown(out: &Path) -> (GrayImage, String) {
    (image::open(out.join("scan.png")).unwrap().into_luma8(), fs::read_to_string(out.join("report.json")).unwrap())
}

#[test]
fn beside_a_code_of_another_kind_ours_is_meant() {
    let out = demo("two-codes", "traffic-stop");
    let (ours, report) = shown(&out);
    let (wide, files) = (ours.width(), Files::of_demo(&out));
    let bank = qr("https://bank.example/pay?to=0123456789&amount=50000", 8);
    let (side, room) = (i64::from(bank.width()), i64::from(wide));
    let pictures = [
        ("left", table(wide + 500, wide + 60, &[(&bank, 20, 200), (&ours, side + 60, 30)])),
        ("right", table(wide + 500, wide + 60, &[(&ours, 20, 30), (&bank, room + 60, 200)])),
        ("bottom", table(wide + 60, wide + 500, &[(&ours, 30, 20), (&bank, 200, room + 60)])),
    ];
    for (name, picture) in pictures {
        let path = out.join(format!("{name}.png"));
        picture.save(&path).unwrap();
        let answer = files.inspect(&["--json", path.to_str().unwrap()]);
        assert_eq!((answer.code, &answer.stdout), (0, &report), "{name}");
    }
    bank.save(out.join("bank.png")).unwrap();
    let alone = files.inspect(&[&files.word("bank.png")]);
    assert_eq!(alone.code, 3);
    assert!(
        alone.stdout.contains("○ CHƯA KIỂM TRA ĐƯỢC") && alone.stdout.contains("scan.not_ours"),
        "{}",
        alone.stdout
    );
}

#[test]
fn of_two_different_codes_of_ours_neither_is_taken_and_it_is_said() {
    let out = demo("two-of-ours", "traffic-stop");
    let (ours, report) = shown(&out);
    let mut person = doichieu_kit::people::giang();
    "Trần Văn Khác".clone_into(&mut person.name);
    let other = qr(&World::demo().with_person(person).whole_stop().text(), 5);
    let (wide, room) = (ours.width() + other.width() + 120, i64::from(ours.width()));
    let height = ours.height().max(other.height()) + 60;
    let files = Files::of_demo(&out);
    table(wide, height, &[(&ours, 20, 30), (&other, room + 60, 30)]).save(out.join("two.png")).unwrap();
    let two = files.inspect(&["--json", &files.word("two.png")]);
    assert_eq!((two.code, &*two.stdout), (3, r#"{"unreadable":{"code":"scan.several_codes","layer":"picture"}}"#));
    let card = files.inspect(&["--lang", "en", &files.word("two.png")]).stdout;
    assert!(card.contains("↻ SCAN AGAIN") && card.contains("two different codes"), "{card}");
    let encounter = run(&files.arguments_of("encounter", &["--json", &files.word("two.png"), &files.word("scan.png")]));
    assert!(
        encounter.stdout.contains(r#""unread":[{"phone":0,"unreadable":{"code":"scan.several_codes""#),
        "{}",
        encounter.stdout
    );
    // The same code twice is one.
    table(2 * ours.width() + 90, ours.height() + 60, &[(&ours, 20, 30), (&ours, room + 60, 30)])
        .save(out.join("twice.png"))
        .unwrap();
    assert_eq!(files.inspect(&["--json", &files.word("twice.png")]).stdout, report);
}

#[test]
fn dark_mode_and_transparency_are_read() {
    let out = demo("dark-mode", "traffic-stop");
    let (ours, report) = shown(&out);
    let files = Files::of_demo(&out);
    let mut inverted = ours.clone();
    image::imageops::invert(&mut inverted);
    inverted.save(out.join("inverted.png")).unwrap();
    for (name, grey) in [("dark-on-nothing", 0), ("light-on-nothing", 255)] {
        let picture = image::GrayAlphaImage::from_fn(ours.width(), ours.height(), |x, y| {
            LumaA([grey, 255 - ours.get_pixel(x, y).0[0]])
        });
        picture.save(out.join(format!("{name}.png"))).unwrap();
    }
    // All of it transparent: what lies below is nobody's code.
    let hidden = RgbaImage::from_fn(ours.width(), ours.height(), |x, y| {
        let grey = ours.get_pixel(x, y).0[0];
        image::Rgba([grey, grey, grey, 0])
    });
    hidden.save(out.join("hidden.png")).unwrap();
    for name in ["inverted", "dark-on-nothing", "light-on-nothing"] {
        let answer = files.inspect(&["--json", &files.word(&format!("{name}.png"))]);
        assert_eq!((answer.code, &answer.stdout), (0, &report), "{name}");
    }
    let hidden = files.inspect(&["--json", &files.word("hidden.png")]);
    assert!(hidden.code == 3 && hidden.stdout.contains("picture.no_code"), "{}", hidden.stdout);
}

#[test]
fn a_picture_is_known_by_its_bytes_whatever_it_is_called() {
    let out = demo("formats", "traffic-stop");
    let (ours, report) = shown(&out);
    let files = Files::of_demo(&out);
    let ours = DynamicImage::ImageLuma8(ours).into_rgb8();
    let names = ["a.jpg", "b.txt", "c", "d.png", "e.heic", "f.webp"];
    let formats =
        [ImageFormat::WebP, ImageFormat::Gif, ImageFormat::Bmp, ImageFormat::Tiff, ImageFormat::Png, ImageFormat::Jpeg];
    for (name, format) in names.into_iter().zip(formats) {
        let mut file = Cursor::new(Vec::new());
        ours.write_to(&mut file, format).unwrap();
        fs::write(out.join(name), file.into_inner()).unwrap();
        let answer = files.inspect(&["--json", &files.word(name)]);
        assert_eq!((answer.code, &answer.stdout), (0, &report), "{format:?}: {}", answer.stderr);
    }
    // A text that begins with the two letters of a bitmap is a text.
    let text = files.inspect(&["--json", "BMW 320i"]);
    assert!(text.stdout.contains(r#""layer":"text""#), "{}", text.stdout);
    fs::write(out.join("text"), "BMW 320i, 30K-482.17").unwrap();
    assert!(files.inspect(&["--json", &files.word("text")]).stdout.contains(r#""layer":"text""#));
}

#[test]
fn a_kind_that_is_not_read_here_is_named() {
    let out = demo("kinds", "traffic-stop");
    let files = Files::of_demo(&out);
    let kinds: [(&str, &[u8]); 9] = [
        ("HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        ("HEIC", b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic"),
        ("AVIF", b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf"),
        ("MP4", b"\0\0\0\x18ftypisom\0\0\x02\0isommp41"),
        ("PDF", b"%PDF-1.7\n"),
        ("JPEG XL", b"\0\0\0\x0cJXL \r\n\x87\n"),
        ("JPEG XL", b"\xff\x0a\xfa\x7f"),
        ("SVG", b"<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("SVG", b"<svg width=\"9\"/>"),
    ];
    for (name, bytes) in kinds {
        fs::write(out.join("photo.jpg"), bytes).unwrap();
        let answer = files.inspect(&["--json", &files.word("photo.jpg")]);
        let wanted = r#"{"unreadable":{"code":"scan.unreadable","layer":"picture","trouble":"picture.kind_not_read"}}"#;
        assert_eq!((answer.code, &*answer.stdout), (3, wanted), "{name}");
        let card = files.inspect(&[&files.word("photo.jpg")]).stdout;
        assert!(card.contains(&format!("Loại tệp {name} chưa đọc được ở đây")), "{card}");
        assert!(!card.contains("scan.not_ours"), "{card}");
    }
}

#[test]
fn what_scanners_and_windows_put_around_a_code_is_passed_over() {
    let out = demo("around", "traffic-stop");
    let (_, report) = shown(&out);
    let files = Files::of_demo(&out);
    let code = fs::read_to_string(out.join("scan.txt")).unwrap().trim_end().to_owned();
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let big = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
    let texts = [
        format!("]Q1{code}").into_bytes(),
        format!("\u{2}{code}\u{3}").into_bytes(),
        format!("{code}\u{1d}").into_bytes(),
        format!("{code}\0").into_bytes(),
        format!("\u{feff}{code}\r\n").into_bytes(),
        format!("{code}\t").into_bytes(),
        format!("\u{200b}{code}\n\n").into_bytes(),
        utf16(&format!("\u{feff}{code}\r\n")),
        utf16(&code),
        big(&format!("\u{feff}{code}")),
    ];
    for (place, text) in texts.iter().enumerate() {
        fs::write(out.join("odd"), text).unwrap();
        let answer = files.inspect(&["--json", &files.word("odd")]);
        assert_eq!((answer.code, &answer.stdout), (0, &report), "{place}");
        let piped = crate::support::run_with_input(&files.arguments(&["--json", "-"]), text);
        assert_eq!(piped.stdout, report, "{place}");
    }
    fs::write(out.join("odd"), code.to_lowercase()).unwrap();
    let altered = files.inspect(&["--json", &files.word("odd")]);
    assert!(altered.code == 3 && altered.stdout.contains("scan.keyboard_altered"), "{}", altered.stdout);
}

#[test]
fn parts_that_one_picture_shows_are_put_together() {
    let out = crate::support::folder("parts-together");
    assert_eq!(run(&["demo", "traffic-stop", "--animated", "--out", out.to_str().unwrap()]).code, 0);
    let files = Files::of_demo(&out);
    let report = fs::read_to_string(out.join("report.json")).unwrap();
    let parts = [1, 2].map(|part| image::open(out.join(format!("frames/{part:02}.png"))).unwrap().into_luma8());
    let room = i64::from(parts[0].width());
    let wide = parts[0].width() + parts[1].width() + 100;
    table(wide, parts[0].height() + 40, &[(&parts[0], 20, 20), (&parts[1], room + 60, 20)])
        .save(out.join("both.png"))
        .unwrap();
    assert_eq!(files.inspect(&["--json", &files.word("both.png")]).stdout, report);
    // A code that stands still, by itself in another picture of the film, wins over a picture of two.
    let grey = GrayImage::from_pixel(90, 90, Luma([90]));
    grey.save(out.join("grey.png")).unwrap();
    assert_eq!(files.inspect(&["--json", &files.word("grey.png"), &files.word("both.png")]).stdout, report);
}
