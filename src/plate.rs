//! Plates: two spellings compared, and the grammar of what is written on them.
//!
//! The grammar is known from secondary sources (Circulars 36/2010, 15/2014, 79/2024 and 51/2025 of the Ministry of
//! Public Security), so a plate that it does not know is at most worth a second look. The colour of a plate is a field
//! of its own and says what the vehicle is used for.

mod places;

use core::fmt;
use zeroize::Zeroizing;

/// Letters of a series of cars and motorcycles: none that looks like a figure or another letter.
const LETTERS: &str = "ABCDEFGHKLMNPSTUVXYZ";
/// Series of two letters with a meaning of their own: projects, foreign-invested firms, temporary and limited vehicles,
/// electric ones. With D where a keyboard has no Đ.
const SPECIAL: [&str; 9] = ["DA", "KT", "LD", "MK", "HC", "MĐ", "TĐ", "MD", "TD"];
/// Foreign missions and their staff, international bodies, others from abroad.
const DIPLOMATIC: [&str; 4] = ["NG", "QT", "CV", "NN"];
/// No plate has more letters and figures than a special series: two, two, one and five.
const LONGEST: usize = 10;

/// A plate whose writing the grammar knows. It keeps how it is formed, not what is written; it says nothing about
/// whether the plate was ever given to a vehicle.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Plate {
    series: Series,
    number: Option<u8>,
}

/// How a plate is formed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Series {
    /// Cars and trucks: number, letter, four or five figures.
    Car,
    /// Motorcycles: number, letter and figure, four or five figures.
    Motorcycle,
    /// Number, two letters, four or five figures: mopeds, and motorcycles of newer series.
    TwoLetters,
    /// A series with a meaning of its own: DA, KT, LD, MK, MĐ, TĐ, HC, R.
    Special,
    /// NG, QT, CV, NN.
    Diplomatic,
    /// Two letters and four figures.
    Military,
    /// T, number, figures.
    Temporary,
}

impl Plate {
    /// Reads a plate, whatever its separators, case and kind of Đ; `None` if the grammar does not know it. Colour is
    /// not in it.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        // One place more than the longest: what fills it is none.
        let mut written = Zeroizing::new(['\0'; LONGEST + 1]);
        let count = written.iter_mut().zip(signs(text)).map(|(place, sign)| *place = sign).count();
        let signs = written.get(..count).filter(|_| count <= LONGEST)?;
        let mut runs = signs.chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit());
        let [first, second, third] = [(); 3].map(|()| runs.next().unwrap_or_default());
        if runs.next().is_some() {
            return None;
        }
        match [first, second, third] {
            [number @ [_, _], letters, figures] if number.iter().all(char::is_ascii_digit) => {
                Self::of_unit(number, series(letters, figures, parts_behind_figure(text))?)
            }
            [[tens, ones, rest @ ..], letters, [_, _]] if rest.len() == 3 && is_one_of(letters, &DIPLOMATIC) => {
                Self::of_unit(&[*tens, *ones], Series::Diplomatic)
            }
            [['T'], [tens, ones, rest @ ..], []] if matches!(rest.len(), 4 | 5) => {
                Self::of_unit(&[*tens, *ones], Series::Temporary)
            }
            [[_, _], [_, _, _, _], []] => Some(Self { series: Series::Military, number: None }),
            _ => None,
        }
    }

    fn of_unit(number: &[char], series: Series) -> Option<Self> {
        let number = number
            .iter()
            .filter_map(|c| c.to_digit(10))
            .try_fold(0_u8, |number, digit| number.checked_mul(10)?.checked_add(u8::try_from(digit).ok()?))?;
        places::is_known(number).then_some(Self { series, number: Some(number) })
    }

    /// How it is formed.
    #[must_use]
    pub const fn series(self) -> Series {
        self.series
    }

    /// The unit that has its number today; an old number is as good as a new one. `None`: a plate without one.
    #[must_use]
    pub fn unit(self) -> Option<&'static str> {
        places::unit(self.number?)
    }
}

impl fmt::Debug for Plate {
    /// Without its number: it is somebody's.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plate").field("series", &self.series).finish_non_exhaustive()
    }
}

fn is_letter(sign: char) -> bool {
    // Not `contains`: for a character that too is a search for a string.
    LETTERS.chars().any(|letter| letter == sign)
}

/// The series of letters and figures behind a number. Letter and five figures may be either kind of vehicle: what is
/// written apart tells.
fn series(letters: &[char], figures: &[char], apart: bool) -> Option<Series> {
    let leads = figures.first().is_some_and(|figure| *figure != '0');
    match (letters, figures.len()) {
        (['R'], 4 | 5) => Some(Series::Special),
        ([letter], length) if is_letter(*letter) => match length {
            5 if apart && leads => Some(Series::Motorcycle),
            4 | 5 => Some(Series::Car),
            6 if leads => Some(Series::Motorcycle),
            _ => None,
        },
        (pair @ [_, _], 4 | 5) if is_one_of(pair, &SPECIAL) => Some(Series::Special),
        (pair @ [_, _], 6) if leads && is_one_of(pair, &SPECIAL) => Some(Series::Special),
        ([one, other], 4 | 5) if is_letter(*one) && is_letter(*other) => Some(Series::TwoLetters),
        _ => None,
    }
}

fn is_one_of(letters: &[char], known: &[&str]) -> bool {
    known.iter().any(|known| known.chars().eq(letters.iter().copied()))
}

/// Whether something separates the first figure behind a letter from the next, as motorcycles have it: X1-1234, not
///
fn parts_behind_figure(text: &str) -> bool {
    let mut after_letter = text.chars().skip_while(|c| sign(*c).is_none_or(|sign| sign.is_ascii_digit()));
    let is_figure = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    after_letter.next();
    is_figure(after_letter.next()) && !is_figure(after_letter.next())
}

/// Whether two plates are one: case, dots, dashes and spaces do not count. Đ and D are told apart unless one side has
/// only D where the other has Đ, as a keyboard without Đ writes MĐ and TĐ.
pub(crate) fn same_plate(a: &str, b: &str) -> bool {
    let plain = |c| if c == 'Đ' { 'D' } else { c };
    signs(a).eq(signs(b)) || (has_d_stroke(a) != has_d_stroke(b) && signs(a).map(plain).eq(signs(b).map(plain)))
}

fn has_d_stroke(text: &str) -> bool {
    signs(text).any(|c| c == 'Đ')
}

/// The letters and figures of a plate or chassis number, in capitals, Đ whichever way it is written.
pub(crate) fn signs(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter_map(sign)
}

fn sign(c: char) -> Option<char> {
    match c {
        'đ' | 'Đ' | 'Ð' | 'ð' | 'Ɖ' | 'ɖ' => Some('Đ'),
        c if c.is_ascii_alphanumeric() => Some(c.to_ascii_uppercase()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
