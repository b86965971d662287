//! What goes wrong in this program itself: its files, its clock, its command line. Codes of the core are the core's
//! own.

use doichieu::Text;

macro_rules! troubles {
    ($($name:ident $code:literal $vi:literal $en:literal;)*) => {
        /// A trouble of this program. Never about a citizen.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Trouble {
            $($name,)*
        }

        impl Trouble {
            /// All of them.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its stable code.
            pub(crate) const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            /// What it means, and what to do.
            pub(crate) const fn text(self) -> Text {
                match self { $(Self::$name => Text::new($vi, $en)),* }
            }
        }
    };
}

#[rustfmt::skip]
troubles! {
    Usage "usage" "Dòng lệnh không đúng. Xem --help của lệnh đó." "The command line is wrong. See the --help of the command.";
    ClockUnusable "clock.unusable" "Đồng hồ của máy này không dùng được. Chỉnh lại giờ, hoặc cho biết giờ bằng --at." "This computer's clock cannot be used. Set it, or give the time with --at.";
    RandomUnusable "random.unusable" "Máy này không cho số ngẫu nhiên. Dùng máy khác." "This computer gives no random numbers. Use another.";
    FileUnreadable "file.unreadable" "Không đọc được một tệp. Kiểm tra đường dẫn và quyền đọc." "A file cannot be read. Check the path and that it may be read.";
    FileUnwritable "file.unwritable" "Không ghi được một tệp. Kiểm tra chỗ trống và quyền ghi." "A file cannot be written. Check the space left and that it may be written.";
    FileIsNone "file.is_none" "Chỗ cần một tệp lại là thư mục hoặc thiết bị. Cho biết tên một tệp." "A folder or a device stands where a file is wanted. Name a file.";
    FileTooLarge "file.too_large" "Tệp quá lớn: máy này đọc nhiều nhất 64 MiB. Chụp hoặc lưu lại ảnh nhỏ hơn, hoặc cho biết tệp khác." "The file is too large: 64 MiB are read here at most. Take or save a smaller picture, or name another file.";
    FileEmpty "file.empty" "Tệp trống, không có byte nào. Lưu hoặc quét lại." "The file is empty: not one byte. Save or scan it again.";
    FileOther "file.other" "Tệp này không phải mã xuất trình. Chọn lại tệp, hoặc quét lại." "This file is not a showing. Choose the right file, or scan again.";
    FolderEmpty "folder.empty" "Trong thư mục không có tệp nào để đọc." "There is no file to read in the folder.";
    PictureNoCode "picture.no_code" "Không thấy mã QR nào đọc được trong ảnh. Chụp lại gần hơn, đủ sáng, thấy trọn cả mã." "No QR code that could be read was seen in the picture. Take it again closer, in good light, with the whole code in it.";
    PictureOneOfSeveral "picture.one_of_several" "Đây là một phần của mã nối tiếp (nội dung chia ra nhiều mã QR): không phải loại mã máy này đọc." "This is one part of a text split over several QR codes (structured append): not a kind of code that this device reads.";
    PictureTooLarge "picture.too_large" "Ảnh quá nhiều điểm ảnh: máy này đọc nhiều nhất 54 triệu. Chụp hoặc lưu lại ở cỡ nhỏ hơn." "The picture has too many pixels: 54 million are read here at most. Take or save it smaller.";
    PictureKindNotRead "picture.kind_not_read" "Loại ảnh này chưa đọc được ở đây: xuất ra JPEG hoặc PNG, hoặc quét trực tiếp." "This kind of picture is not read here: save it as JPEG or PNG, or scan the code itself.";
    PictureBroken "picture.broken" "Ảnh hỏng hoặc chưa tải xong. Chép lại tệp, hoặc chụp lại." "The picture is damaged or not whole. Copy the file again, or take the picture again.";
    FileLinkNotFollowed "file.link_not_followed" "Không ghi qua liên kết mà người khác có thể đổi hướng, hoặc dẫn đến tệp của người khác. Cho biết đường dẫn thật." "Nothing is written through a link that somebody else could turn elsewhere, or that leads to somebody else's file. Name the file itself.";
    FileBusy "file.busy" "Lệnh khác đang dùng tệp này và chưa xong. Chờ lệnh đó xong rồi làm lại; nếu bị treo thì tắt nó đi. Chưa làm gì, chưa mất gì." "Another command is using this file and has not finished. Let it finish and try again; if it hangs, end it. Nothing was done, and nothing is lost.";
    FileNotLockable "file.not_lockable" "Hệ thống tệp ở đó không khóa được tệp, nên không bảo đảm được mỗi lúc chỉ một lệnh ghi. Để tệp trên ổ đĩa của chính máy này." "The file system there cannot lock a file, so one writer at a time cannot be kept. Put the file on this computer's own disk.";
    FileChanged "file.changed" "Chương trình khác thay đổi tệp mà không qua khóa, trong lúc lệnh này dùng nó. Chưa ghi và chưa cho xem gì. Tìm chương trình đó, rồi làm lại." "Something changed the file without taking its lock while this command used it. Nothing was written or shown. Find what it is, then try again.";
    OutputUnwritable "output.unwritable" "Không ghi được kết quả ra màn hình hay ống dẫn." "The answer could not be written to the terminal or pipe.";
    JsonUnreadable "json.unreadable" "Báo cáo không đọc lại được để kèm nội dung." "The report could not be read back to put the values beside it.";
    QrNotDrawn "qr.not_drawn" "Không vẽ được mã QR: nội dung quá dài cho một mã." "The QR code could not be drawn: too long for one code.";
    EncounterMalformed "encounter.malformed" "Tệp lượt kiểm tra không đọc được. Xóa tệp để bắt đầu lượt mới." "The file of the encounter cannot be read. Delete it to begin a new one.";
    AskMalformed "ask.malformed" "Tệp yêu cầu không đọc được. Dùng tệp ask.txt do lệnh ask ghi ra." "The ask cannot be read. Use the ask.txt that the command ask wrote.";
    AskSecretMalformed "ask.secret_malformed" "Tệp bí mật không đọc được. Dùng tệp ask.secret ghi cùng yêu cầu đó." "The secret cannot be read. Use the ask.secret written beside that ask.";
    AskKeyMalformed "ask.key_malformed" "Tệp khóa thử nghiệm không đọc được. Dùng tệp post-….p8 do bundle build ghi ra." "The test key cannot be read. Use a post-….p8 that bundle build wrote.";
    AnswerNotSealed "answer.not_sealed" "Điện thoại thử nghiệm không niêm phong được câu trả lời." "The trial's phone could not seal the answer.";
    BundleTooLargeToAnimate "bundle.too_large_to_animate" "Bộ danh sách không vừa một mã động. Chuyển tệp, hoặc phần thay đổi." "The list set does not fit an animated code. Hand over the file, or what changed.";
    BundleNotReceived "bundle.not_received" "Ảnh không cho đủ một bộ danh sách. Chụp lại đủ các phần của mã động." "The pictures do not make a whole list set. Take all the parts of the animated code again.";
    RecomputeMalformed "recompute.malformed" "Tệp giữ lại không đọc được. Dùng tệp do inspect --json và inspect --keep ghi ra." "A kept file cannot be read. Use the files that inspect --json and inspect --keep wrote.";
    DemoNotReadBack "demo.not_read_back" "Không đọc lại được mã từ ảnh đã ghi. Thử lại với --seed khác." "The code could not be read back from the pictures written. Try another --seed.";
    DemoTooLong "demo.too_long" "Nội dung xuất trình không vừa một mã động. Thử lại với --seed khác." "The showing does not fit an animated code. Try another --seed.";
}
