// The words of what lies below the screens: what is kept, renewed, fetched and tried.
import { currentLanguage } from "./words.js";
/** @import { Text } from "doichieu" */

/** @type {Readonly<Record<string, readonly [vi: string, en: string]>>} */
export const KEPT_WORDS = {
  storeRefused: [
    "Trình duyệt không cho lưu trên máy này. Máy này sẽ quên hết khi đóng trang.",
    "The browser lets nothing be kept on this device. It will forget everything when the page is closed.",
  ],
  storeSlow: [
    "Bộ nhớ của trình duyệt không trả lời. Đóng các thẻ khác của trang này rồi mở lại; nếu dùng tiếp, máy sẽ quên hết khi đóng trang.",
    "The browser’s storage does not answer. Close other tabs of this page and open it again; if you go on, all is forgotten at the end.",
  ],
  storeFull: [
    "Máy hết chỗ lưu. Xóa bớt dữ liệu trên máy; nếu dùng tiếp, máy sẽ quên các lượt từ lúc này khi đóng trang.",
    "This device has no room left. Free some; if you go on, it forgets what it checks from now on when the page is closed.",
  ],
  storeMoved: [
    "Một cửa sổ khác của trang này vừa đổi danh sách hoặc thiết lập. Làm lại lần nữa.",
    "Another window of this page has just changed lists or set-up. Do it once more.",
  ],
  wishNone: ["Trang này không ghi cần hỏi mục nào", "This page names no field to ask for"],
  wishUnknown: ["Trang này ghi tên mục không có", "This page names fields that do not exist"],
  wishRefused: ["Quyền kiểm tra không cho hỏi mục này", "The mandate does not allow asking for this"],
  wishNothing: ["Chưa hỏi và chưa đọc gì. Hãy báo người làm trang.", "Nothing is asked or read. Tell whoever made this page."],
  handedTorn: ["Tệp thiết lập mà trang này đưa không đọc được.", "The set-up that this page hands out cannot be read."],
  handedDiffers: [
    "Mã đối chiếu của khóa gốc khác với mã ghi trong trang này. Chưa lưu gì. Hãy báo người làm trang.",
    "The check code of the root keys differs from the one in this page. Nothing was kept. Tell whoever made this page.",
  ],
  memoryLost: [
    "Không còn bộ nhớ các lượt xuất trình trên máy này.",
    "The memory of showings is no longer on this device.",
  ],
  thingAbsent: ["Không còn trên máy này.", "No longer on this device."],
  thingTorn: ["Không đọc được.", "Cannot be read."],
  thingUnchecked: ["Chưa kiểm tra được: cần khóa gốc và danh sách trước.", "Not checked: root keys and lists are needed first."],
  keyOtherPost: ["Đây không phải khóa ghi trong quyền kiểm tra.", "This is not the key that the mandate names."],
  costRoot: [
    "Cần nạp lại khóa gốc và so lại mã đối chiếu.",
    "The root keys have to be loaded again, and their check code compared.",
  ],
  costLists: ["Cần nạp lại tệp danh sách. Không mất gì khác.", "The list file has to be loaded again. Nothing else is lost."],
  costMandate: [
    "Cần nạp lại tệp quyền kiểm tra. Không mất gì khác.",
    "The mandate file has to be loaded again. Nothing else is lost.",
  ],
  costMemory: [
    "Máy quên các lượt đã xem. Trong khoảng 7 phút, mã tạo trước lúc này sẽ cần tra cứu; sau đó máy làm việc như thường.",
    "Earlier showings are forgotten. For about 7 minutes, codes made before now have to be looked up; then all is as usual.",
  ],
  costPrevious: [
    "Máy chỉ quên lượt cuối cùng. Trong khoảng 7 phút, mã tạo trước lúc này sẽ cần tra cứu.",
    "Only the last showing is forgotten. For about 7 minutes, codes made before now have to be looked up.",
  ],
  costKey: [
    "Chưa hiện được mã yêu cầu cho đến khi nạp lại khóa. Vẫn đọc được mã tạo sẵn.",
    "No request code can be shown until the key is loaded again. Ready-made codes are still read.",
  ],
  costSettings: ["Cài đặt trở về như ban đầu.", "The settings go back to what they were at first."],
  listsOlder: ["Máy đang có bản mới hơn ({number})", "This device has a newer one ({number})"],
  rootOther: [
    "Đây là khóa gốc khác. Muốn dùng, cần thiết lập lại máy này.",
    "These are other root keys. To use them, this device has to be set up again.",
  ],
  rootSame: ["Đang dùng khóa gốc này", "These root keys are in use"],
  keyTornHere: ["Không đọc được khóa trong tệp này. Xin tệp khóa khác.", "No key can be read from this file. Ask for another key file."],
  keyOfAnother: ["Khóa của điểm khác: không khớp quyền kiểm tra", "Another post’s key: it does not fit the mandate"],
  fileIgnoredHere: ["Tệp này không phải thứ đang cần nạp lại.", "This file is none of what has to be loaded again."],
  stillGood: ["Phần này vẫn tốt, không cần nạp lại.", "This part is still good: no need to load it again."],
  compareFirst: ["So mã đối chiếu của khóa gốc trước khi dùng.", "Compare the root check code before these are used."],
  fileEmpty: ["Tệp trống", "The file is empty"],
  fileNotRead: ["Không mở được tệp này. Chọn lại tệp.", "This file could not be opened. Choose it again."],
  trialRefused: [
    "Bản mới không mở được thiết lập này; giữ bản đang dùng.",
    "The new version cannot open this set-up; the one in use stays.",
  ],
  trialReady: ["Có bản mới {version}", "There is a new version, {version}"],
  fetchOffline: ["Chưa hỏi được: máy không có mạng.", "Could not ask: there is no network."],
  fetchAbsent: ["Trang này không có danh sách để tải.", "This page has no lists to load."],
  fetchRedirected: ["Trang này trỏ sang nơi khác; không tải.", "This page points elsewhere; nothing was loaded."],
  fetchTooLarge: ["Tệp trên trang này quá lớn; không tải.", "The files on this page are too large; nothing was loaded."],
  fetchDigest: ["Tệp tải về không đúng như trang này ghi; đã bỏ.", "What was loaded is not what this page names; it was dropped."],
  fetchForm: ["Bản kê danh sách của trang này không đúng dạng.", "The page’s note of its lists is not in the right form."],
  fetchServer: ["Máy chủ của trang này báo lỗi.", "This page’s server reports a fault."],
  copied: ["Đã chép: {what}", "Copied: {what}"],
  copyRefused: [
    "Trình duyệt không cho chép. Đọc số trên màn hình.",
    "The browser does not let it be copied. Read the number on the screen.",
  ],
  copyOutstanding: ["Bảng tạm còn số của người TRƯỚC", "The clipboard still holds the number of the person BEFORE"],
};

/** @type {(name: string, slots?: Record<string, string | number>) => Text} */
export function textOf(name, slots = {}) {
  const [vi, en] = KEPT_WORDS[name] ?? [name, name];
  /** @param {string} text */
  const filled = (text) => text.replace(/\{(\w+)\}/g, (whole, slot) => String(slots[slot] ?? whole));
  return { vi: filled(vi), en: filled(en) };
}

/** The same in the language of the page. @type {(name: string, slots?: Record<string, string | number>) => string} */
export const tell = (name, slots) => textOf(name, slots)[currentLanguage()];
