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
    LAW_26_2023_21_46 "Điều 21 và Điều 46 Luật 26/2023/QH15" "Law 26/2023/QH15 art. 21, 46";
    DECREE_69_2024_7 "Điều 7 Nghị định 69/2024/NĐ-CP" "Decree 69/2024/ND-CP art. 7";
    DECREE_69_2024_14_2 "khoản 2 Điều 14 Nghị định 69/2024/NĐ-CP" "Decree 69/2024/ND-CP art. 14(2)";
    DECREE_137_2015_13 "Điều 13 Nghị định 137/2015/NĐ-CP" "Decree 137/2015/ND-CP art. 13";

    // The road
    LAW_36_2024_56 "Điều 56 Luật 36/2024/QH15" "Law 36/2024/QH15 art. 56";
    LAW_36_2024_56_1 "khoản 1 Điều 56 Luật 36/2024/QH15" "Law 36/2024/QH15 art. 56(1)";
    LAW_36_2024_56_AND_34
        "khoản 1 và khoản 4 Điều 56, điểm g khoản 1 Điều 34 Luật 36/2024/QH15"
        "Law 36/2024/QH15 art. 56(1), 56(4), 34(1)(g)";
    LAW_36_2024_57_1_2 "khoản 1 và khoản 2 Điều 57 Luật 36/2024/QH15" "Law 36/2024/QH15 art. 57(1), 57(2)";
    LAW_36_2024_57_5
        "khoản 5 Điều 57 Luật 36/2024/QH15; Điều 17 Thông tư 12/2017/TT-BGTVT"
        "Law 36/2024/QH15 art. 57(5); Circular 12/2017/TT-BGTVT art. 17";
    LAW_36_2024_57_6 "khoản 6 Điều 57 Luật 36/2024/QH15" "Law 36/2024/QH15 art. 57(6)";
    LAW_36_2024_57_7 "khoản 7 Điều 57 Luật 36/2024/QH15" "Law 36/2024/QH15 art. 57(7)";
    LAW_36_2024_58 "Điều 58 Luật 36/2024/QH15" "Law 36/2024/QH15 art. 58";
    LAW_36_2024_59_1
        "khoản 1 Điều 59 Luật 36/2024/QH15; khoản 1 Điều 60 Luật 23/2008/QH12"
        "Law 36/2024/QH15 art. 59(1); Law 23/2008/QH12 art. 60(1)";
    LAW_36_2024_59_1_E "điểm e khoản 1 Điều 59 Luật 36/2024/QH15" "Law 36/2024/QH15 art. 59(1)(e)";
    LAW_36_2024_62_5 "khoản 5 Điều 62 Luật 36/2024/QH15" "Law 36/2024/QH15 art. 62(5)";
    LAW_36_2024_88_89 "Điều 88 và Điều 89 Luật 36/2024/QH15" "Law 36/2024/QH15 art. 88, 89";
    LAW_36_2024_89_2_3 "khoản 2 và khoản 3 Điều 89 Luật 36/2024/QH15" "Law 36/2024/QH15 art. 89(2), 89(3)";
    DECREE_168_2024_5
        "khoản 3, khoản 6 và khoản 7 Điều 5 Nghị định 168/2024/NĐ-CP"
        "Decree 168/2024/ND-CP art. 5(3), 5(6), 5(7)";
    DECREE_168_2024_48_2 "khoản 2 Điều 48 Nghị định 168/2024/NĐ-CP" "Decree 168/2024/ND-CP art. 48(2)";
    DECREE_168_2024_48_3 "khoản 3 Điều 48 Nghị định 168/2024/NĐ-CP" "Decree 168/2024/ND-CP art. 48(3)";
    CIRCULAR_12_2025_18 "Điều 18 Thông tư 12/2025/TT-BCA" "Circular 12/2025/TT-BCA art. 18";
    CIRCULAR_73_2024_8
        "điểm b khoản 1 Điều 8, khoản 3 Điều 14 Thông tư 73/2024/TT-BCA"
        "Circular 73/2024/TT-BCA art. 8(1)(b), 14(3)";
    CIRCULAR_73_2024_14 "điểm b khoản 3 Điều 14 Thông tư 73/2024/TT-BCA" "Circular 73/2024/TT-BCA art. 14(3)(b)";
    CIRCULAR_79_2024
        "Thông tư 79/2024/TT-BCA; phụ lục Thông tư 51/2025/TT-BCA"
        "Circular 79/2024/TT-BCA; Circular 51/2025/TT-BCA, appendix";
    ISO_3779 "ISO 3779:2009" "ISO 3779:2009";

    // Health insurance
    DECREE_188_2025_10_1 "khoản 1 Điều 10 Nghị định 188/2025/NĐ-CP" "Decree 188/2025/ND-CP art. 10(1)";
    DECREE_188_2025_37 "Điều 37 Nghị định 188/2025/NĐ-CP" "Decree 188/2025/ND-CP art. 37";
    DECREE_188_2025_38_2 "khoản 2 Điều 38 Nghị định 188/2025/NĐ-CP" "Decree 188/2025/ND-CP art. 38(2)";
}
