//! Every article that a row cites, in both languages, and the days on which their laws began to count. Each stands
//! here once.

use super::Civil;
use crate::language::Text;

/// Law 26/2023/QH15 and the decrees to it count from here.
pub(crate) const SINCE_LAW_26_2023: Civil = (2024, 7, 1);
/// Law 36/2024/QH15, and the decrees and circulars to it.
pub(crate) const SINCE_LAW_36_2024: Civil = (2025, 1, 1);
/// Decree 137/2015/ND-CP.
pub(crate) const SINCE_DECREE_137_2015: Civil = (2016, 1, 1);
/// Decree 188/2025/ND-CP.
pub(crate) const SINCE_DECREE_188_2025: Civil = (2025, 8, 15);
/// Circular 12/2025/TT-BCA; before it Circular 35/2024/TT-BGTVT.
pub(crate) const SINCE_CIRCULAR_12_2025: Civil = (2025, 3, 1);
/// Circular 13/2025/TT-BCA, the first to amend Circular 79/2024/TT-BCA on registration and plates.
pub(crate) const SINCE_CIRCULAR_13_2025: Civil = (2025, 3, 1);
/// Circular 51/2025/TT-BCA, the second, with the numbers of the merged provinces.
pub(crate) const SINCE_CIRCULAR_51_2025: Civil = (2025, 7, 1);
/// Circular 37/2026/TT-BCA, the third.
pub(crate) const SINCE_CIRCULAR_37_2026: Civil = (2026, 6, 8);
/// Law 118/2025/QH15, Circular 108/2026/TT-BCA and Circular 30/2026/TT-BXD. The last of them by two lists of
/// instruments that agree.
pub(crate) const SINCE_LAW_118_2025: Civil = (2026, 7, 1);
/// Decree 320/2026/ND-CP changes at least 19 articles of Decree 69/2024/ND-CP; its articles 1 to 18 were not seen.
pub(crate) const SINCE_DECREE_320_2026: Civil = (2026, 9, 28);
/// Decree 330/2026/ND-CP, on penalties in personal data. Known from public notes alone.
pub(crate) const SINCE_DECREE_330_2026: Civil = (2026, 8, 19);
/// The earliest day of a draft from which motorcycles and mopeds have their emissions tested (art. 42(2)). What was
/// enacted was not seen.
pub(crate) const EMISSION_TESTS_IN_DRAFT: Civil = (2027, 7, 1);

/// The day on which the rows were last held against the law.
pub const CHECKED_ON: Civil = (2026, 11, 29);
/// The last day of which law was seen then: what was enacted later is in no row.
pub const SEEN_UNTIL: Civil = (2026, 10, 10);
/// The same, of a row.
pub(crate) const SEEN: Option<Civil> = Some(SEEN_UNTIL);
/// Of Decree 69/2024/ND-CP, whose articles were not seen from the next day on.
pub(crate) const SEEN_BEFORE_DECREE_320: Option<Civil> = Some((2026, 9, 27));

macro_rules! articles {
    ($($name:ident $vi:literal $en:literal;)*) => {
        $(pub(crate) const $name: Text = Text::new($vi, $en);)*
    };
}

#[rustfmt::skip]
articles! {
    // Identity
    LAW_26_2023_12 "Điều 12 Luật 26/2023/QH15" "Law 26/2023/QH15 art. 12";
    LAW_26_2023_21 "Điều 21 Luật 26/2023/QH15" "Law 26/2023/QH15 art. 21";
    LAW_26_2023_33_3
        "khoản 3 Điều 33 Luật 26/2023/QH15; Điều 5 Luật 118/2025/QH15"
        "Law 26/2023/QH15 art. 33(3); Law 118/2025/QH15 art. 5";
    LAW_26_2023_21_46 "Điều 21 và Điều 46 Luật 26/2023/QH15" "Law 26/2023/QH15 art. 21, 46";
    DECREE_69_2024_7 "Điều 7 Nghị định 69/2024/NĐ-CP" "Decree 69/2024/ND-CP art. 7";
    DECREE_69_2024_14_2 "khoản 2 Điều 14 Nghị định 69/2024/NĐ-CP" "Decree 69/2024/ND-CP art. 14(2)";
    DECREE_330_2026_60_1 "khoản 1 Điều 60 Nghị định 330/2026/NĐ-CP" "Decree 330/2026/ND-CP art. 60(1)";
    DECREE_137_2015_13 "Điều 13 Nghị định 137/2015/NĐ-CP" "Decree 137/2015/ND-CP art. 13";

    // The road
    LAW_36_2024_39_3
        "điểm d khoản 3 Điều 39, Điều 56 Luật 36/2024/QH15"
        "Law 36/2024/QH15 art. 39(3)(d), 56";
    LAW_36_2024_42_1 "khoản 1 Điều 42, Điều 56 Luật 36/2024/QH15" "Law 36/2024/QH15 art. 42(1), 56";
    CIRCULAR_30_2026
        "khoản 1 Điều 42, Điều 56 Luật 36/2024/QH15; Thông tư 30/2026/TT-BXD"
        "Law 36/2024/QH15 art. 42(1), 56; Circular 30/2026/TT-BXD";
    LAW_36_2024_56 "Điều 56 Luật 36/2024/QH15" "Law 36/2024/QH15 art. 56";
    LAW_36_2024_56_1 "khoản 1 Điều 56 Luật 36/2024/QH15" "Law 36/2024/QH15 art. 56(1)";
    LAW_36_2024_56_AND_34
        "khoản 1 và khoản 4 Điều 56, điểm g khoản 1 Điều 34 Luật 36/2024/QH15"
        "Law 36/2024/QH15 art. 56(1), 56(4), 34(1)(g)";
    LAW_36_2024_57_1_4
        "khoản 1, khoản 2, khoản 3 và khoản 4 Điều 57, điểm a khoản 1 Điều 34 Luật 36/2024/QH15"
        "Law 36/2024/QH15 art. 57(1), 57(2), 57(3), 57(4), 34(1)(a)";
    LAW_36_2024_57_5
        "khoản 5 Điều 57 Luật 36/2024/QH15; Điều 17 Thông tư 12/2017/TT-BGTVT"
        "Law 36/2024/QH15 art. 57(5); Circular 12/2017/TT-BGTVT art. 17";
    LAW_36_2024_57_6
        "khoản 6 và khoản 8 Điều 57 Luật 36/2024/QH15"
        "Law 36/2024/QH15 art. 57(6), 57(8)";
    LAW_36_2024_57_7 "khoản 7 Điều 57 Luật 36/2024/QH15" "Law 36/2024/QH15 art. 57(7)";
    LAW_36_2024_58 "Điều 58 Luật 36/2024/QH15" "Law 36/2024/QH15 art. 58";
    LAW_36_2024_59_1
        "khoản 1 Điều 59 Luật 36/2024/QH15; khoản 1 Điều 60 Luật 23/2008/QH12"
        "Law 36/2024/QH15 art. 59(1); Law 23/2008/QH12 art. 60(1)";
    LAW_36_2024_59_1_E "điểm e khoản 1 Điều 59 Luật 36/2024/QH15" "Law 36/2024/QH15 art. 59(1)(e)";
    LAW_36_2024_62_5
        "khoản 7 Điều 57, khoản 5 Điều 62 Luật 36/2024/QH15"
        "Law 36/2024/QH15 art. 57(7), 62(5)";
    LAW_36_2024_62_5_AMENDED
        "khoản 7 Điều 57, khoản 5 Điều 62 Luật 36/2024/QH15; Điều 7 Luật 118/2025/QH15"
        "Law 36/2024/QH15 art. 57(7), 62(5); Law 118/2025/QH15 art. 7";
    LAW_36_2024_88_89 "Điều 88 và Điều 89 Luật 36/2024/QH15" "Law 36/2024/QH15 art. 88, 89";
    LAW_36_2024_89_2_3 "khoản 2 và khoản 3 Điều 89 Luật 36/2024/QH15" "Law 36/2024/QH15 art. 89(2), 89(3)";
    DECREE_168_2024_5
        "khoản 3, khoản 6 và khoản 7 Điều 5 Nghị định 168/2024/NĐ-CP"
        "Decree 168/2024/ND-CP art. 5(3), 5(6), 5(7)";
    DECREE_168_2024_48_2 "khoản 2 Điều 48 Nghị định 168/2024/NĐ-CP" "Decree 168/2024/ND-CP art. 48(2)";
    DECREE_168_2024_48_3 "khoản 3 Điều 48 Nghị định 168/2024/NĐ-CP" "Decree 168/2024/ND-CP art. 48(3)";
    CIRCULAR_35_2024 "Thông tư 35/2024/TT-BGTVT" "Circular 35/2024/TT-BGTVT";
    CIRCULAR_108_2026_ANNEX_9
        "mục 5 phụ lục IX, khoản 6 Điều 18 Thông tư 108/2026/TT-BCA"
        "Circular 108/2026/TT-BCA annex IX(5), art. 18(6)";
    CIRCULAR_108_2026_30 "khoản 1 Điều 30 Thông tư 108/2026/TT-BCA" "Circular 108/2026/TT-BCA art. 30(1)";
    CIRCULAR_12_2025_18 "Điều 18 Thông tư 12/2025/TT-BCA" "Circular 12/2025/TT-BCA art. 18";
    CIRCULAR_73_2024_8
        "điểm b khoản 1 Điều 8, khoản 3 Điều 14 Thông tư 73/2024/TT-BCA"
        "Circular 73/2024/TT-BCA art. 8(1)(b), 14(3)";
    CIRCULAR_73_2024_14 "điểm b khoản 3 Điều 14 Thông tư 73/2024/TT-BCA" "Circular 73/2024/TT-BCA art. 14(3)(b)";
    CIRCULAR_79_2024 "Thông tư 79/2024/TT-BCA" "Circular 79/2024/TT-BCA";
    CIRCULAR_13_2025
        "Thông tư 79/2024/TT-BCA; Thông tư 13/2025/TT-BCA"
        "Circular 79/2024/TT-BCA; Circular 13/2025/TT-BCA";
    CIRCULAR_51_2025
        "Thông tư 79/2024/TT-BCA; Thông tư 13/2025/TT-BCA; phụ lục Thông tư 51/2025/TT-BCA"
        "Circular 79/2024/TT-BCA; Circular 13/2025/TT-BCA; Circular 51/2025/TT-BCA, appendix";
    CIRCULAR_37_2026
        "Thông tư 79/2024/TT-BCA; Thông tư 13/2025/TT-BCA; phụ lục Thông tư 51/2025/TT-BCA; Thông tư 37/2026/TT-BCA"
        "Circular 79/2024/TT-BCA; Circular 13/2025/TT-BCA; Circular 51/2025/TT-BCA, appendix; Circular 37/2026/TT-BCA";
    ISO_3779 "ISO 3779:2009" "ISO 3779:2009";

    // Health insurance
    DECREE_188_2025_10_1 "khoản 1 Điều 10 Nghị định 188/2025/NĐ-CP" "Decree 188/2025/ND-CP art. 10(1)";
    DECREE_188_2025_37 "Điều 37 Nghị định 188/2025/NĐ-CP" "Decree 188/2025/ND-CP art. 37";
    DECREE_188_2025_50_4 "khoản 4 Điều 50 Nghị định 188/2025/NĐ-CP" "Decree 188/2025/ND-CP art. 50(4)";
    DECREE_188_2025_38_2 "khoản 2 Điều 38 Nghị định 188/2025/NĐ-CP" "Decree 188/2025/ND-CP art. 38(2)";
}
