// What the demo wallet says, Vietnamese first. Names of papers and fields come from the engine's tables.
import { fieldText, kindText } from "../vendor/doichieu/index.js";
/** @import { Kind } from "doichieu" */
/** @import { Language } from "page" */

/** @type {Partial<Record<string, readonly [string, string]>>} */
const WORDS = {
  title: ["Ví giấy tờ · bản demo", "Wallet · demo"],
  test: ["TEST · người và giấy tờ đều hư cấu", "TEST · people and papers are invented"],
  other: ["English", "Tiếng Việt"],
  whose: ["Điện thoại của", "Phone of"],
  papers: ["Giấy tờ trong điện thoại", "Papers on this phone"],
  scanAsk: ["Quét mã yêu cầu", "Scan a request code"],
  pasteAsk: ["Dán mã yêu cầu", "Paste a request code"],
  read: ["Đọc mã yêu cầu", "Read the request code"],
  showTo: ["Cho xem", "Show to"],
  unprompted: [
    "Mã tạo sẵn: ai quét được mã đều đọc được. Chỉ mở khi đứng trước người kiểm tra.",
    "Ready-made code: whoever scans it can read it. Open it only in front of the person checking.",
  ],
  proven: ["Đã rõ ai hỏi", "Verified: who asks"],
  testAsk: ["TEST · THỬ NGHIỆM", "TEST"],
  listsOld: ["Danh sách để biết ai hỏi đã đến hạn cập nhật, cũ", "The lists that know who asks are due for an update; their age is"],
  otherOrigin: [
    "Mã này dành cho một ứng dụng hoặc trang trên chính điện thoại này, không phải để quét. Chưa trả lời; nhờ bên hỏi hiện mã "
      + "yêu cầu mới.",
    "This code is for an app or a page on this very phone, not to be scanned. Nothing was answered; ask for a new request code.",
  ],
  pickDigits: ["Chọn hai số trên màn hình của người hỏi", "Pick the two digits on the screen of who asks"],
  pickHow: [
    "Nhìn màn hình ở trước mặt bạn. Nếu không có số nào giống thì đừng đoán.",
    "Look at the screen in front of you. If none of them is there, do not guess.",
  ],
  pickNone: ["Không có số nào giống", "None of these"],
  once: ["Mã dùng một lần", "One-time codes"],
  onceWhat: [
    "Mỗi lượt xuất trình dùng một mã riêng: chỉ từ mã thì hai nơi đã xem không nhận ra cùng một điện thoại, còn nội dung cho xem vẫn có "
      + "thể trùng nhau. Hết mã riêng thì mã cũ được dùng lại và trang này nói rõ.",
    "Each showing has a code of its own: by the code alone, two who saw one cannot tell that it was the same phone; what it shows may "
      + "still tell. When they are used up one is shown again, and this page says so.",
  ],
  onceFirst: ["Mã này dùng lần đầu. Còn lại:", "This code is used for the first time. Left:"],
  onceAgain: [
    "Đã hết mã riêng: mã này từng được dùng. Ai đã xem lần trước có thể nhận ra cùng một điện thoại. Cập nhật để có mã mới.",
    "No code of its own is left: this one was used before. Who saw it then can tell that it is the same phone. Update for new ones.",
  ],
  update: ["Cập nhật: lấy mã mới", "Update: get new codes"],
  updated: ["Đã cập nhật: có mã mới.", "Updated: there are new codes."],
  anyOf: ["Dành cho bất kỳ ai là", "For anybody who is"],
  asks: ["Người hỏi", "Who asks"],
  why: ["Để làm gì", "What for"],
  keeps: ["Họ giữ đến", "They keep it until"],
  whileShown: ["chỉ xem, không giữ", "viewed only, not kept"],
  willSee: ["Họ sẽ thấy", "They will see"],
  nothing: ["Chưa chọn gì: chọn giấy tờ hoặc từng mục để cho xem", "Nothing is chosen: choose papers or single fields to show"],
  sensitive: ["Dữ liệu cá nhân nhạy cảm", "Sensitive personal data"],
  peek: ["Xem", "See"],
  onPaper: ["có ghi trên giấy tờ", "on the paper"],
  answerQuestion: ["Chỉ trả lời một câu hỏi", "Answer one question only"],
  whichQuestion: ["Câu hỏi của cảnh sát giao thông", "The traffic police's question"],
  agreeAnswer: ["Đồng ý trả lời", "Agree to answer"],
  noLicence: ["Điện thoại này không có giấy phép lái xe để trả lời câu hỏi.", "This phone holds no driving licence to answer from."],
  decline: ["Từ chối", "Decline"],
  agree: ["Đồng ý, tạo mã", "Agree, make the code"],
  madeFor: ["Dành cho", "Made for"],
  refreshes: ["Mã mới sau", "New code in"],
  goodFor: ["Còn hiệu lực", "Good for"],
  seconds: ["giây", "s"],
  stop: ["Cất mã", "Hide the code"],
  animate: ["Mã động", "Animated code"],
  sealed: ["Chỉ nơi hỏi mở được", "Only who asked can open it"],
  back: ["Quay lại", "Back"],
  fields: ["Chọn từng mục", "Choose by field"],
  cameraOff: ["Không mở được máy ảnh. Dán mã yêu cầu thay cho quét.", "The camera could not be opened. Paste the request code instead."],
  aim: ["Đưa mã yêu cầu vào khung", "Hold the request code in the frame"],
  ended: ["Mã yêu cầu đã hết hạn.", "The request code has ended."],
  traffic_police: ["Cảnh sát giao thông", "Traffic police"],
  clinic: ["Quầy khám bệnh", "Clinic desk"],
  bank: ["Ngân hàng", "Bank"],
  e_wallet: ["Ví điện tử", "E-wallet"],
  insurer: ["Công ty bảo hiểm", "Insurer"],
  public_service: ["Dịch vụ công", "Public service"],
  traffic_control: ["Kiểm tra giao thông", "Traffic control"],
  clinic_admission: ["Tiếp nhận khám chữa bệnh", "Admission to a clinic"],
  bank_onboarding: ["Mở tài khoản ngân hàng", "Opening a bank account"],
  insurance_claim: ["Giải quyết bồi thường", "Handling an insurance claim"],
};

/** Its place in each entry. @type {0 | 1} */
let language = 0;

/** @param {Language} code */
export function setLanguage(code) {
  language = code === "en" ? 1 : 0;
  document.documentElement.lang = currentLanguage();
}

/** @returns {Language} */
export const currentLanguage = () => (language ? "en" : "vi");

/**
 * A word of the page; a name it has no word for stands for itself.
 * @param {string} name
 * @returns {string}
 */
export const say = (name) => WORDS[name]?.[language] ?? name;

/** @param {string} kind */
export const kindWord = (kind) => kindText(/** @type {Kind} */ (kind))?.[currentLanguage()] ?? kind;

/** @type {(field: string, kind: string) => string} */
export const fieldWord = (field, kind) => fieldText(field, /** @type {Kind} */ (kind))?.[currentLanguage()] ?? field;

/** @type {[size: number, unit: [string, string]][]} */
const UNITS = [[86400, ["ngày", "days"]], [3600, ["giờ", "h"]], [60, ["phút", "min"]]];

/**
 * Seconds in words.
 * @param {number} seconds
 */
export function span(seconds) {
  const [size, unit] = UNITS.find(([least]) => seconds >= least) ?? [1, ["giây", "s"]];
  return `${Math.floor(seconds / size)} ${unit[language]}`;
}
