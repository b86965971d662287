//! What can go wrong before there is anything to inspect: anchors, bundles, mandates, memories. Never a verdict about a
//! citizen.

use crate::language::Text;

macro_rules! set_up {
    ($($name:ident $code:literal $vi:literal $en:literal;)*) => {
        /// Why set-up refused: something is wrong with this device's own files, and nothing is said about any citizen.
        ///
        /// Age is not among the reasons: set-up never judges it, every inspection does.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum SetUp {
            $(#[doc = $en] $name,)*
        }

        impl SetUp {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its stable dotted code.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            /// What is wrong and what to do.
            #[must_use]
            pub const fn text(self) -> Text {
                match self { $(Self::$name => Text::new($vi, $en)),* }
            }
        }
    };
}

#[rustfmt::skip]
set_up! {
    RootsMalformed "setup.roots_malformed" "Tệp khóa gốc không đọc được. Lấy lại tệp từ đơn vị quản lý máy." "The root key file cannot be read. Get it again from the device administrator.";
    RootIsTest "setup.root_is_test" "Đây là khóa gốc THỬ NGHIỆM. Muốn dùng thử, hãy bật chế độ thử nghiệm." "These are TEST root keys. To try them, switch test mode on.";
    RootBelowThreshold "setup.root_below_threshold" "Khóa gốc chưa đủ chữ ký. Không dùng; báo đơn vị quản lý máy." "The root keys are not signed by enough of them. Do not use them; tell the device administrator.";
    SignaturesNotInForm "setup.signatures_not_in_form" "Có chữ ký của khóa lạ, lặp lại hoặc sai thứ tự. Không dùng tệp này; lấy lại từ nơi phát hành." "A signature is by a key not listed, stands twice or out of order. Do not use this file; get it again from its publisher.";
    RootKeysRepeat "setup.root_keys_repeat" "Một khóa gốc đứng ở hai chỗ. Không dùng; báo đơn vị quản lý máy." "A root key stands in two places. Do not use these root keys; tell the device administrator.";
    RootSkipsVersion "setup.root_skips_version" "Thiếu phiên bản khóa gốc ở giữa. Lấy tệp có đủ các phiên bản." "A version of the root keys is missing in between. Get a file with all of them.";
    RootDiffers "setup.root_differs" "Cùng phiên bản khóa gốc nhưng khác nội dung. Không dùng; báo đơn vị quản lý máy." "Other root keys of the same version. Do not use them; tell the device administrator.";
    RootRolledBack "setup.root_rolled_back" "Khóa gốc cũ hơn bản máy này đã dùng. Lấy tệp mới." "The root keys are older than those this device has used. Get a newer file.";
    BundleMalformed "setup.bundle_malformed" "Bộ danh sách không đọc được. Tải lại." "The list set cannot be read. Download it again.";
    BundleTooLarge "setup.bundle_too_large" "Bộ danh sách lớn hơn mức máy này nhận. Giữ bộ đang dùng; báo đơn vị quản lý máy." "The list set is larger than this device takes. Keep the one in use; tell the device administrator.";
    ManifestBelowThreshold "setup.manifest_below_threshold" "Bộ danh sách chưa đủ chữ ký. Không dùng; báo đơn vị quản lý máy." "The list set is not signed by enough root keys. Do not use it; tell the device administrator.";
    ManifestOtherRoot "setup.manifest_other_root" "Bộ danh sách thuộc phiên bản khóa gốc khác. Lấy bộ mới." "The list set belongs to another version of the root keys. Get a newer one.";
    ManifestTimesDisagree "setup.manifest_times_disagree" "Các mốc thời gian trong bộ danh sách không khớp nhau. Báo đơn vị quản lý máy." "The times in the list set contradict each other. Tell the device administrator.";
    FromTheFuture "setup.from_the_future" "Bộ danh sách ghi ngày sau giờ của máy này. Chỉnh giờ; nếu giờ đúng, báo đơn vị quản lý máy." "The list set is dated after this device's time. Set the time; if it is right, tell the device administrator.";
    NewerEngineNeeded "setup.newer_engine_needed" "Bộ danh sách cần phiên bản phần mềm mới hơn. Cập nhật phần mềm." "The list set needs newer software. Update the software.";
    PartMissing "setup.part_missing" "Bộ danh sách thiếu một phần. Tải lại." "A part of the list set is missing. Download it again.";
    PartUnlisted "setup.part_unlisted" "Bộ danh sách có phần không nằm trong mục lục. Không dùng; tải lại." "The list set holds a part that its table of contents does not name. Do not use it; download it again.";
    PartDiffers "setup.part_differs" "Một phần của bộ danh sách khác với mục lục. Tải lại." "A part of the list set differs from its table of contents. Download it again.";
    PartMalformed "setup.part_malformed" "Một phần của bộ danh sách không đọc được. Báo đơn vị quản lý máy." "A signed part of the list set cannot be read. Tell the device administrator.";
    KeyReused "setup.key_reused" "Một khóa trong danh sách đứng ở hai chỗ, hoặc quá nhiều khóa cùng mã. Báo đơn vị quản lý máy." "A key is listed in two places, or too many keys share an id. Tell the device administrator.";
    BundleRolledBack "setup.bundle_rolled_back" "Bộ danh sách cũ hơn bộ máy này đã dùng. Lấy bộ mới." "The list set is older than one this device has used. Get a newer one.";
    BundleDiffers "setup.bundle_differs" "Cùng số bộ danh sách nhưng khác nội dung. Không dùng; báo đơn vị quản lý máy." "Another list set with the same number. Do not use it; tell the device administrator.";
    ListRolledBack "setup.list_rolled_back" "Một danh sách tình trạng cũ hơn bản máy này đã dùng. Lấy bộ danh sách mới." "A status list is older than one this device has used. Get a newer list set.";
    StatusTooLarge "setup.status_too_large" "Danh sách tình trạng lớn hơn mức máy này nhận. Giữ bộ đang dùng; báo đơn vị quản lý máy." "The status lists are larger than this device takes. Keep the list set in use; tell the device administrator.";
    MandateMalformed "setup.mandate_malformed" "Tệp quyền kiểm tra không đọc được. Lấy lại tệp." "The mandate cannot be read. Get it again.";
    MandateNotSigned "setup.mandate_not_signed" "Quyền kiểm tra chưa có chữ ký theo bộ danh sách này. Lấy tệp mới." "The mandate is not signed under this list set. Get a new one.";
    MandateLifeTooLong "setup.mandate_life_too_long" "Quyền kiểm tra có thời hạn dài hơn mức cho phép. Lấy tệp mới." "The mandate lasts longer than its role allows. Get a new one.";
    RoleUnknown "setup.role_unknown" "Bộ danh sách chưa có vai trò này. Lấy bộ danh sách mới." "The list set has no profile for this role. Get a newer list set.";
    PostOfAnotherBundle "setup.post_of_another_bundle" "Điểm kiểm tra được mở với bộ danh sách khác. Mở lại với bộ đang dùng." "The post was opened with another list set. Open it again with the one in use.";
    MemoryTorn "setup.memory_torn" "Bộ nhớ các lượt xuất trình bị ghi dở. Nạp bản trước; nếu làm mới, máy sẽ quên các lượt trước." "The memory of showings was not written to its end. Load the copy before it; a new one forgets earlier showings.";
    MemoryNewer "setup.memory_newer" "Bộ nhớ các lượt xuất trình do phiên bản phần mềm mới hơn ghi. Cập nhật phần mềm." "The memory of showings was written by newer software. Update the software.";
    MemoryOfAnotherAnchor "setup.memory_of_another_anchor" "Bộ nhớ các lượt xuất trình thuộc khóa gốc khác. Dùng bộ nhớ của máy này; nếu đổi khóa gốc, thiết lập lại." "The memory of showings belongs to other root keys. Take this device's own; for other root keys, set the device up again.";
    MemoryMalformed "setup.memory_malformed" "Không đọc được bộ nhớ các lượt xuất trình. Nạp lại bản sao; nếu làm mới, máy sẽ quên các lượt trước." "The memory of showings cannot be read. Restore a copy; a new one forgets earlier showings.";
}

impl core::fmt::Display for SetUp {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} ({})", self.text().en, self.code())
    }
}

impl core::error::Error for SetUp {}
