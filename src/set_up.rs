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
    RootsMalformed "setup.roots_malformed" "Tệp gốc tin cậy không đọc được. Lấy lại tệp từ đơn vị quản lý." "The roots file cannot be read. Get it again from the authority that issued it.";
    RootIsTest "setup.root_is_test" "Đây là gốc THỬ NGHIỆM. Chỉ dùng để thử, phải bật rõ ràng." "This is a TEST root. It is only for trials and must be allowed explicitly.";
    RootBelowThreshold "setup.root_below_threshold" "Gốc tin cậy chưa đủ chữ ký. Không dùng; báo đơn vị quản lý." "The root is not signed by enough of its keys. Do not use it; tell the authority.";
    SignaturesNotInForm "setup.signatures_not_in_form" "Chữ ký của gốc hoặc của gói không ở đúng dạng: có chữ ký của khóa lạ, chữ ký lặp lại hoặc sai thứ tự. Không dùng tệp này; lấy lại từ nơi phát hành." "Signatures of the root or the bundle are not in their one form: one is by a key that is not listed, stands twice or out of order. Do not use this file; get it again from the authority.";
    RootKeysRepeat "setup.root_keys_repeat" "Một khóa đứng ở hai vai trò của gốc tin cậy. Không dùng; báo đơn vị quản lý." "A key stands twice, or in two scopes, of the root. Do not use it; tell the authority.";
    RootSkipsVersion "setup.root_skips_version" "Thiếu phiên bản gốc ở giữa. Lấy tệp có đủ chuỗi gốc." "A root version is missing in between. Get a file with the whole chain of roots.";
    RootDiffers "setup.root_differs" "Cùng phiên bản gốc nhưng khác nội dung. Không dùng; báo đơn vị quản lý." "Another root with the same version. Do not use it; tell the authority.";
    RootRolledBack "setup.root_rolled_back" "Gốc cũ hơn gốc máy đã dùng. Lấy tệp mới." "The root is older than one this device has used. Get a newer file.";
    BundleMalformed "setup.bundle_malformed" "Gói danh sách không đọc được. Tải lại." "The bundle cannot be read. Download it again.";
    BundleTooLarge "setup.bundle_too_large" "Gói danh sách lớn hơn giới hạn của máy." "The bundle is larger than this engine reads.";
    ManifestBelowThreshold "setup.manifest_below_threshold" "Gói danh sách chưa đủ chữ ký. Không dùng; báo đơn vị quản lý." "The bundle is not signed by enough keys of this root. Do not use it; tell the authority.";
    ManifestOtherRoot "setup.manifest_other_root" "Gói danh sách thuộc phiên bản gốc khác. Lấy gói mới." "The bundle belongs to another version of the root. Get a newer bundle.";
    ManifestTimesDisagree "setup.manifest_times_disagree" "Mốc thời gian trong gói mâu thuẫn. Báo đơn vị quản lý." "The times in the bundle contradict each other. Tell the authority.";
    FromTheFuture "setup.from_the_future" "Gói danh sách ghi ngày ở tương lai so với đồng hồ máy. Chỉnh giờ máy; nếu giờ máy đúng, báo đơn vị quản lý." "The bundle is dated in this device's future. Set the clock; if the clock is right, tell the authority.";
    NewerEngineNeeded "setup.newer_engine_needed" "Gói cần phiên bản phần mềm mới hơn. Cập nhật phần mềm." "The bundle needs a newer engine. Update the software.";
    PartMissing "setup.part_missing" "Gói thiếu một phần. Tải lại gói." "A part of the bundle is missing. Download it again.";
    PartUnlisted "setup.part_unlisted" "Gói có phần không được kê khai. Không dùng; tải lại." "The bundle holds a part that its manifest does not list. Do not use it; download it again.";
    PartDiffers "setup.part_differs" "Một phần của gói khác với bản kê. Tải lại gói." "A part of the bundle differs from what its manifest lists. Download it again.";
    PartMalformed "setup.part_malformed" "Một phần của gói không đọc được. Báo đơn vị quản lý." "A signed part of the bundle cannot be read. Tell the authority.";
    KeyReused "setup.key_reused" "Một khóa dùng cho hai vai trò hoặc quá nhiều khóa cùng mã. Báo đơn vị quản lý." "A key is listed in two roles, or too many keys share an id. Tell the authority.";
    BundleRolledBack "setup.bundle_rolled_back" "Gói cũ hơn gói máy đã dùng. Lấy gói mới." "The bundle is older than one this device has used. Get a newer one.";
    BundleDiffers "setup.bundle_differs" "Cùng số gói nhưng khác nội dung. Không dùng; báo đơn vị quản lý." "Another bundle with the same number. Do not use it; tell the authority.";
    ListRolledBack "setup.list_rolled_back" "Một danh sách tình trạng cũ hơn bản máy đã dùng. Lấy gói mới." "A status list is older than one this device has used. Get a newer bundle.";
    StatusTooLarge "setup.status_too_large" "Các danh sách tình trạng của gói chiếm nhiều bộ nhớ hơn mức máy cho phép. Giữ gói đang dùng; báo đơn vị quản lý." "The status lists of the bundle take more memory than this engine allows. Keep the bundle in use; tell the authority.";
    MandateMalformed "setup.mandate_malformed" "Tệp quyền kiểm tra không đọc được. Lấy lại tệp." "The post's mandate cannot be read. Get it again.";
    MandateNotSigned "setup.mandate_not_signed" "Quyền kiểm tra không có chữ ký hợp lệ theo gói này. Xin cấp lại." "The post's mandate is not signed by a key of this bundle. Get a new mandate.";
    MandateLifeTooLong "setup.mandate_life_too_long" "Quyền kiểm tra có thời hạn dài hơn mức cho phép. Xin cấp lại." "The post's mandate lives longer than its role allows. Get a new mandate.";
    RoleUnknown "setup.role_unknown" "Gói không có hồ sơ cho vai trò này. Cập nhật gói." "The bundle has no profile for the role of this mandate. Update the bundle.";
    PostOfAnotherBundle "setup.post_of_another_bundle" "Điểm kiểm tra được mở với gói khác. Mở lại với gói đang dùng." "The post was opened against another bundle. Open it again against this one.";
    MemoryMalformed "setup.memory_malformed" "Bộ nhớ của máy không đọc được. Khôi phục bản sao; nếu bắt đầu lại, các lần xuất trình trước sẽ không được nhớ." "The memory cannot be read. Restore a copy; starting afresh forgets earlier showings and floors.";
}

impl core::fmt::Display for SetUp {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} ({})", self.text().en, self.code())
    }
}

impl core::error::Error for SetUp {}
