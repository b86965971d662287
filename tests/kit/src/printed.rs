//! What is printed on the cards of the invented people: plain codes, which nobody signs.

use doichieu::time::Day;

use crate::cbor::Item;
use crate::people::{HealthCard, Person};

/// The QR of a chip-based identity card of 2021.
#[must_use]
pub fn chip_card(person: &Person) -> String {
    let issued = date(&person.issued_on).unwrap_or_default();
    let born = date(&person.born).unwrap_or_default();
    [&person.personal_no, "", &person.name, &born, &person.gender, &person.residence, &issued].join("|")
}

/// The QR of a card of 2024, as those of children are reported: behind the seven parts a cancelled number, father and
/// mother.
#[must_use]
pub fn chip_card_of_2024(child: &Person, cancelled: &str, [father, mother]: [&str; 2]) -> String {
    format!("{}||{cancelled}|{father}|{mother}|", chip_card(child))
}

/// The QR of a health insurance card on paper; `None`: the person has none.
#[must_use]
pub fn health_card(person: &Person) -> Option<String> {
    let card = person.card.as_ref()?;
    Some(format!("{}$", health_parts(person, card).join("|")))
}

fn health_parts(person: &Person, card: &HealthCard) -> [String; 16] {
    let date = |item: &Item| stroked(item).unwrap_or_else(|| "-".to_owned());
    let [facility, _] = &card.facility;
    [
        card.number.clone(),
        hex(&person.name),
        date(&person.born),
        if person.gender == "Nam" { "1" } else { "2" }.to_owned(),
        hex(&person.residence),
        facility.replace('-', " - "),
        date(&card.valid_from),
        date(&card.valid_until),
        date(&card.valid_from),
        facility.chars().take(2).collect(),
        card.parent.as_deref().map_or_else(|| "-".to_owned(), hex),
        card.living_area.clone().unwrap_or_default(),
        card.five_years_on.as_ref().and_then(stroked).unwrap_or_default(),
        "5a1f-0c".to_owned(),
        card.level.to_string(),
        "-".to_owned(),
    ]
}

/// The machine-readable zone of an identity card, its lines apart by line ends.
#[must_use]
pub fn mrz(person: &Person) -> String {
    let number: String = person.personal_no.chars().skip(3).collect();
    let optional = format!("{}<<", person.personal_no);
    let short = |item: &Item| date(item).filter(|date| date.len() == 8).map(|date| reversed(&date));
    let born = short(&person.born).unwrap_or_else(|| format!("{}<<<<", year(&person.born)));
    let until = short(&person.valid_until).unwrap_or_else(|| "991231".to_owned());
    let first = format!("{number}{}{optional}{}", check(&number), check(&optional));
    let dates = format!("{born}{}", check(&born));
    let expiry = format!("{until}{}", check(&until));
    let composite = check(&format!("{first}{dates}{expiry}{}", "<".repeat(11)));
    let sex = if person.gender == "Nam" { 'M' } else { 'F' };
    let second = format!("{dates}{sex}{expiry}VNM{}{composite}", "<".repeat(11));
    let name = bare(&person.name).replacen(' ', "<<", 1).replace(' ', "<");
    let name: String = format!("{name:<<30}").chars().take(30).collect();
    format!("IDVNM{first}\n{second}\n{name}")
}

/// ICAO 9303 part 3 §4.9.
fn check(text: &str) -> u32 {
    let worth = |c: char| c.to_digit(36).unwrap_or_default();
    let weighted = text.chars().zip([7_u32, 3, 1].into_iter().cycle()).map(|(c, weight)| worth(c).wrapping_mul(weight));
    weighted.sum::<u32>() % 10
}

/// `ddMMyyyy`, or the text of a partial date; `None`: no date.
fn date(item: &Item) -> Option<String> {
    match item {
        Item::Text(text) => Some(text.split('-').rev().collect()),
        _ => civil(item).map(|(year, month, day)| format!("{day:02}{month:02}{year:04}")),
    }
}

/// `d/M/yyyy` with as few digits as can be.
fn stroked(item: &Item) -> Option<String> {
    match item {
        Item::Text(text) => Some(text.split('-').rev().collect::<Vec<_>>().join("/")),
        _ => civil(item).map(|(year, month, day)| format!("{day}/{month}/{year}")),
    }
}

fn civil(item: &Item) -> Option<(i32, u32, u32)> {
    let Item::Tag(100, days) = item else { return None };
    let number = match **days {
        Item::Uint(days) => i64::try_from(days).ok()?,
        Item::Neg(before) => i64::try_from(before).ok()?.checked_neg()?.checked_sub(1)?,
        _ => return None,
    };
    Day::new(number).map(Day::civil)
}

/// `ddMMyyyy` as `yyMMdd`.
fn reversed(date: &str) -> String {
    let part = |from: usize| date.chars().skip(from).take(2).collect::<String>();
    [part(6), part(2), part(0)].concat()
}

fn year(item: &Item) -> String {
    date(item).unwrap_or_default().chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect()
}

/// Lower-case hexadecimal of UTF-8.
#[must_use]
pub fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

/// Capitals without marks; what is no letter of them is left out.
fn bare(name: &str) -> String {
    const LETTERS: [(char, &str); 8] = [
        ('A', "aàáảãạăằắẳẵặâầấẩẫậ"),
        ('D', "dđ"),
        ('E', "eèéẻẽẹêềếểễệĕ"),
        ('I', "iìíỉĩị"),
        ('O', "oòóỏõọôồốổỗộơờớởỡợ"),
        ('U', "uùúủũụưừứửữự"),
        ('Y', "yỳýỷỹỵ"),
        (' ', " -"),
    ];
    let letter = |c: char| {
        let small = c.to_lowercase().next().unwrap_or(c);
        let found = LETTERS.iter().find(|(_, row)| row.contains(small)).map(|(base, _)| *base);
        found.or_else(|| small.is_ascii_alphabetic().then(|| small.to_ascii_uppercase()))
    };
    name.chars().filter_map(letter).collect()
}
