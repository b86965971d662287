// What the page itself says. What a check found, and what may be done next, is said by the engine's own tables.
/** @import { Language } from "page" */

const WORDS = {
  title: ["Đối chiếu giấy tờ", "Check papers"],
  test: ["TEST · THỬ NGHIỆM · không dùng thật", "TEST · not for real use"],
  otherLanguage: ["English", "Tiếng Việt"],
  menu: ["Cài đặt", "Settings"],
  lists: ["Danh sách", "Lists"],
  listsFresh: ["Danh sách còn dùng tốt", "Lists are current"],
  listsDue: ["Danh sách đến hạn cập nhật", "Lists are due for an update"],
  listsEnd: ["Danh sách đã hết hạn: chỉ tra cứu", "Lists have ended: look up only"],
  listsSoon: ["Danh sách sắp hết hạn", "Lists will soon be past their end"],
  updateNow: ["Cập nhật", "Update"],
  aim: ["Đưa mã trên điện thoại vào khung", "Hold the code on the phone in the frame"],
  opening: ["Đang mở máy ảnh…", "Opening the camera…"],
  cameraDenied: [
    "Trình duyệt chưa được phép dùng máy ảnh. Cho phép trong phần cài đặt trang, hoặc dùng ảnh, dán, máy quét.",
    "The browser may not use the camera. Allow it in the site settings, or use a photo, paste or a scanner.",
  ],
  cameraNone: [
    "Không thấy máy ảnh. Vẫn dùng được ảnh, dán hoặc máy quét cầm tay.",
    "No camera found. A photo, paste or a handheld scanner still work.",
  ],
  cameraBusy: ["Máy ảnh đang được ứng dụng khác dùng.", "Another app is using the camera."],
  retryCamera: ["Thử lại máy ảnh", "Try the camera again"],
  torch: ["Đèn", "Torch"],
  flip: ["Đổi máy ảnh", "Other camera"],
  photo: ["Ảnh", "Photo"],
  paste: ["Dán", "Paste"],
  typeNumber: ["Nhập số", "Type number"],
  noCode: ["Không có mã", "No code"],
  askFirst: ["Hiện mã yêu cầu", "Show the request code"],
  vehicle: ["Xe đang kiểm tra", "Vehicle being checked"],
  vehicleNone: ["Chưa chọn xe", "No vehicle chosen"],
  vehicleSame: ["Vẫn loại xe vừa rồi?", "The same kind as before?"],
  confirm: ["Đúng", "Yes"],
  change: ["Đổi", "Change"],
  pick: ["Chọn", "Choose"],
  vehicleChoose: ["Chọn loại xe", "Choose the kind of vehicle"],
  vehicleSkip: ["Không chọn", "Choose none"],
  unitSeats: ["chỗ", "seats"],
  displacement: ["Dung tích xi lanh (cm³)", "Engine size (cm³)"],
  power: ["Công suất điện (W)", "Electric power (W)"],
  seats: ["Số chỗ, kể cả người lái", "Seats, driver included"],
  mass: ["Khối lượng toàn bộ (kg)", "Gross mass (kg)"],
  unladen: ["Khối lượng bản thân (kg)", "Unladen mass (kg)"],
  ofUnladen: ["bản thân", "unladen"],
  countsAsCar: ["Khối lượng bản thân trên 400 kg: xe này được tính là ô tô.", "Above 400 kg unladen it counts as a car."],
  fewerSeats: ["Xe ít chỗ hơn xe cùng loại?", "Fewer seats than its like?"],
  seatsOfLike: ["Số chỗ nhiều nhất của xe cùng loại, cùng cỡ", "Most seats of its like, same make and size"],
  ofLike: ["cùng loại", "its like"],
  plate: ["Biển số nhìn thấy", "Plate as seen"],
  done: ["Xong", "Done"],
  back: ["Quay lại", "Back"],
  next: ["Quét tiếp", "Next"],
  nextPerson: ["Người tiếp theo", "Next person"],
  interrupted: [
    "Lượt kiểm tra trước chưa kết thúc. Nếu là người khác, bấm nút này:",
    "The last check has not ended. If this is somebody else, press:",
  ],
  addPhone: ["Thêm điện thoại", "Add a phone"],
  hold: ["Giữ", "Hold"],
  holdRecord: ["Đang lập biên bản", "Writing a record"],
  holdHandOver: ["Đang nhập hệ thống", "Entering it in the system"],
  holdWhy: ["Giữ vì lý do gì?", "Hold for what reason?"],
  held: ["Đang giữ đến", "Held until"],
  hidesIn: ["Còn xem", "Viewable for"],
  seconds: ["giây", "s"],
  hidden: ["Hết giờ xem. Muốn xem thêm: mời hiện lại mã.", "Viewing ended. To see more, ask for the code again."],
  showValues: ["Hiện nội dung", "Show contents"],
  hideValues: ["Che nội dung", "Cover contents"],
  showSensitive: ["Nhấn giữ để xem", "Hold to see"],
  copy: ["Sao chép", "Copy"],
  copied: ["Đã sao chép", "Copied"],
  whatNext: ["Làm gì tiếp", "What to do next"],
  maySay: ["Có thể nói với người dân:", "You may say:"],
  notes: ["Ghi chú", "Notes"],
  needs: ["Xe này cần", "This vehicle needs"],
  needsVisit: ["Lượt khám này cần", "This visit needs"],
  needShown: ["đã xuất trình", "shown"],
  needAnswered: ["câu trả lời chưa phải về xe này", "an answer not about this vehicle"],
  needNotProven: ["chưa xác thực được", "not proven"],
  needNotShown: ["chưa xuất trình", "not shown"],
  lacking: ["Chưa xuất trình", "Not shown"],
  needUndetermined: ["chưa rõ có cần không", "not known if needed"],
  needNotApplicable: ["không cần", "not needed"],
  phone: ["Điện thoại", "Phone"],
  withheld: ["mục không hiện ở đây: không suy ra gì", "fields not shown here: infer nothing"],
  age: ["dữ liệu", "data"],
  old: ["trước", "ago"],
  animated: ["Mã động: giữ yên máy", "Animated code: hold still"],
  clockHint: ["Giờ của điện thoại và của MÁY NÀY cách nhau", "The phone's clock and THIS DEVICE's are apart by"],
  clockLook: ["Hãy xem lại giờ của máy này.", "Check this device's time."],
  clockHere: ["Giờ của máy này là", "This device's time is"],
  clockSigned: ["Danh sách đã nhận được ký lúc", "The lists it took were signed at"],
  clockDoubt: ["Có danh sách chưa nhận ghi ngày ký", "A list it did not take is dated"],
  clockMend: [
    "Chỉnh giờ của máy này; nếu giờ đúng, báo đơn vị quản lý máy.",
    "Set this device's time; if it is right, tell the device administrator.",
  ],
  samePerson: ["Vẫn người này", "Still this person"],
  chooseFile: ["Chọn tệp", "Choose file"],
  fileTooLarge: ["Tệp quá lớn, không phải tệp này. Chọn tệp khác.", "Too large to be this file. Choose another."],
  missing: ["Còn thiếu mục", "Still missing"],
  setUpTitle: ["Thiết lập máy này", "Set up this device"],
  setUpWhy: ["Làm một lần, bằng ba tệp của đơn vị quản lý máy.", "Once only, with three files from the device administrator."],
  rootFile: ["1. Khóa gốc", "1. Root keys"],
  bundleFile: ["2. Danh sách đã ký", "2. Signed lists"],
  mandateFile: ["3. Quyền kiểm tra của máy này", "3. This device's mandate"],
  makeKey: ["Tạo khóa của điểm", "Make the post's key"],
  keyMade: ["Khóa của điểm, tạo trong trình duyệt này:", "The post's key, made in this browser:"],
  keyStays: [
    "Khóa riêng không ra khỏi trình duyệt này. Gửi nửa công khai cho đơn vị quản lý máy để ký vào quyền kiểm tra, rồi chọn tệp đó ở mục 3.",
    "The private half stays in this browser. Send the public half to the device administrator to sign into a mandate; choose that as 3.",
  ],
  savePublic: ["Lưu nửa công khai (.pem)", "Save the public half (.pem)"],
  dropKey: ["Bỏ khóa này", "Discard this key"],
  keyDiffers: [
    "Khóa này không phải khóa ghi trong quyền kiểm tra. Chọn quyền kiểm tra đã ký cho khóa này, hoặc khóa khác.",
    "This key is not the one in the mandate. Choose the mandate that was signed for it, or another key.",
  ],
  copyAsk: ["Chép mã yêu cầu (khi thử)", "Copy the request code (trial)"],
  keyFile: ["Khóa của điểm kiểm tra (nếu có)", "The post's key, if any"],
  compare: [
    "So mã đối chiếu này với bản in của đơn vị quản lý máy, từng nhóm:",
    "Compare this check code with the device administrator's printed one, group by group:",
  ],
  same: ["Trùng khớp", "It is the same"],
  compared: ["Mã đối chiếu trùng khớp", "The check code matches"],
  notCompared: ["Mã đối chiếu khác: không dùng khóa gốc này.", "The check code differs: these root keys are not used."],
  differs: ["Khác", "It differs"],
  testRoot: ["Đây là khóa gốc THỬ NGHIỆM. Mọi màn hình sẽ ghi TEST.", "These are TEST root keys. Every screen will say TEST."],
  forget: ["Xóa thiết lập", "Erase set-up"],
  forgetWhy: [
    "Xóa khóa gốc, danh sách, quyền kiểm tra và bộ nhớ các lượt xuất trình khỏi máy này.",
    "Removes root keys, lists, mandate and the memory of showings from this device.",
  ],
  erased: ["Thiết lập của máy này đã bị xóa ở cửa sổ khác.", "This device's set-up was erased in another window."],
  theme: ["Nền tối", "Night theme"],
  tones: ["Âm báo", "Tones"],
  vibration: ["Rung", "Vibration"],
  scannerTitle: ["Máy quét cầm tay", "Handheld scanner"],
  scannerHint: [
    "Máy quét cắm vào máy này dùng được ngay, không phải bấm gì.",
    "A scanner that is plugged in works at once; nothing needs to be pressed.",
  ],
  deskReady: ["Sẵn sàng cho người tiếp theo", "Ready for the next person"],
  on: ["bật", "on"],
  off: ["tắt", "off"],
  stateTitle: ["Máy này đã sẵn sàng?", "Is this device ready?"],
  listName: ["Danh sách", "List"],
  listAge: ["Tuổi", "Age"],
  listUntil: ["Dùng được đến", "Good until"],
  bundleNumber: ["Bộ danh sách số", "List set"],
  rootVersion: ["Khóa gốc phiên bản", "Root keys, version"],
  mandateUntil: ["Quyền kiểm tra đến", "Mandate until"],
  lawSeenUntil: ["Quy định đã rà soát đến", "Law seen up to"],
  renew: ["Gia hạn, cập nhật", "Renew, update"],
  renewHow: [
    "Một hay nhiều tệp, tên gì cũng được: danh sách, quyền kiểm tra, khóa. Máy tự nhận từng tệp theo nội dung.",
    "One or several files, whatever their names: lists, mandate, key. Each is known by what is in it.",
  ],
  renewFile: ["Tệp", "File"],
  renewIs: ["Máy nhận ra", "Known as"],
  renewNow: ["Đang dùng", "In use"],
  renewAfter: ["Sau khi dùng", "After"],
  renewKept: [
    "Giữ nguyên: bộ nhớ các lượt xuất trình, cài đặt, khóa gốc.",
    "Kept as they are: the memory of showings, settings, root keys.",
  ],
  renewUse: ["Dùng các tệp này", "Use these files"],
  renewDone: ["Đã gia hạn, cập nhật.", "Renewed, updated."],
  renewNone: ["Không có gì để đổi.", "Nothing to change."],
  renewAnother: ["Đây là quyền của điểm kiểm tra khác. Đổi sang điểm này?", "This is another post's mandate. Change to that post?"],
  renewChange: ["Đổi điểm kiểm tra", "Change the post"],
  fileUnknown: ["không rõ", "not known"],
  fileIgnored: ["bỏ qua: không phải tệp của hệ thống này", "left out: no file of this system"],
  rootsElsewhere: ["khóa gốc khác thì cần thiết lập lại", "other root keys need a new set-up"],
  inUse: ["đang dùng tệp này", "this file is in use"],
  mandateOlder: ["Không dùng: máy đang có quyền dài hơn", "Not used: this device has a longer mandate"],
  keyHere: ["có", "there is one"],
  keyNone: ["chưa có", "none"],
  keyTorn: ["Không dùng: tệp khóa hỏng hoặc khác loại", "Not used: torn, or another kind of key"],
  keyOther: ["Không dùng: khóa của điểm khác", "Not used: another post's key"],
  keyFits: ["khớp quyền kiểm tra", "fits the mandate"],
  keyFitsToo: ["khớp quyền kiểm tra, thay khóa đang dùng", "fits the mandate, in place of the one in use"],
  updateBy: ["Cập nhật bằng tệp", "Update by file"],
  updateHow: ["Hoặc quét mã động từ máy khác.", "Or scan another device's animated code."],
  updated: ["Đã cập nhật danh sách.", "The lists were updated."],
  renewed: [
    "Danh sách vừa được cập nhật ở cửa sổ khác. Các mã quét trước đó cần quét lại.",
    "Newer lists came in another window. Codes scanned before that need to be scanned again.",
  ],
  notUpdated: ["Chưa cập nhật", "Not updated"],
  numberTitle: ["Nhập số trên giấy tờ", "Type the number"],
  numberLabel: ["Số", "Number"],
  numberKind: ["Loại số", "Kind of number"],
  check: ["Kiểm tra định dạng", "Check the format"],
  checkCode: ["Kiểm tra", "Check"],
  nothingTitle: ["Người dân chưa có mã", "No code to show"],
  pasteTitle: ["Dán nội dung mã", "Paste the code's text"],
  askTitle: ["1. Mời người dân quét mã này", "1. Ask them to scan this code"],
  askDigits: ["Hai số trên máy này:", "Two digits on this device:"],
  askWait: ["2. Rồi quét mã trả lời.", "2. Then scan the answer code."],
  askScan: ["Quét mã trả lời", "Scan the answer code"],
  askLeft: ["Còn hiệu lực", "Good for"],
  question: ["Câu hỏi", "Question"],
  questionTitle: ["Chỉ hỏi một câu", "Ask one question only"],
  questionWhy: ["Máy chỉ hiện câu trả lời, không hiện nội dung giấy tờ.", "Only the answer is shown here, nothing of the paper."],
  questionClass: ["Theo hạng xe", "By class"],
  questionPick: ["Chưa chọn xe: bấm để chọn", "No vehicle chosen: press to choose"],
  questionNow: ["Đang hỏi", "Asking"],
  questionDrop: ["Bỏ câu hỏi", "Drop the question"],
  answerYes: ["ĐƯỢC", "YES"],
  answerNo: ["KHÔNG ĐƯỢC", "NO"],
  answerUndetermined: ["CHƯA RÕ", "NOT KNOWN"],
  answerNotNeeded: ["XE NÀY KHÔNG CẦN GPLX", "NO LICENCE NEEDED FOR IT"],
  cannotRead: ["Chưa đọc được", "Not read"],
  unread: ["điện thoại chưa đọc được mã", "phones whose code was not read"],
  unreadOne: ["điện thoại chưa đọc được mã", "phone whose code was not read"],
  unreadWhy: ["Chưa kết luận gì về giấy tờ trên máy đó.", "Nothing is concluded about the papers on it."],
  unreadAgain: ["Quét lại máy đó", "Scan it again"],
  giveLists: ["Chuyển cho máy khác", "Give to another device"],
  giveTitle: ["Danh sách của máy này", "The lists of this device"],
  giveHow: [
    "Trên máy kia: mở màn hình quét và đưa mã này vào khung.",
    "On the other device: open the scan screen and hold this code in the frame.",
  ],
  giveTooLarge: [
    "Danh sách lớn hơn sức chứa của mã động: chuyển bằng tệp.",
    "The lists are larger than an animated code holds: hand over the file.",
  ],
  scanLists: ["Quét mã động", "Scan the animated code"],
  aimLists: ["Đưa mã động của máy kia vào khung", "Hold the other device's animated code in the frame"],
  askNoKey: ["Máy này chưa có khóa của điểm kiểm tra nên chưa hỏi trước được.", "This device has no post key yet, so it cannot ask first."],
  otherPaper: ["Giấy tờ khác, loại", "Another paper, kind"],
  plainTitle: ["CHỮ IN TRÊN THẺ · CHƯA XÁC THỰC", "PRINTED TEXT · NOT PROVEN"],
  plainWhy: [
    "Mã này không có chữ ký số: chỉ để đỡ gõ, hoặc so với bản điện tử.",
    "This code has no digital signature: use it to save typing, or to compare with the electronic copy.",
  ],
  plainCompared: ["So với bản điện tử đã xác thực", "Compared with the proven copy"],
  reading: ["Đang đọc ảnh…", "Reading the picture…"],
  noCodeInPhoto: ["Chưa thấy mã trong ảnh.", "No code found in the picture."],
  notReadHere: ["Máy này không mở được loại tệp này", "This device does not open files of this kind"],
  otherPicture: [
    "Chụp ảnh màn hình hoặc lưu thành JPEG, PNG rồi mở lại.",
    "Take a picture of the screen, or save it as JPEG or PNG, and open that.",
  ],
  appended: [
    "Mã này là một phần của mã chia thành nhiều ô; máy này không ghép các ô. Mời bật mã thường hoặc mã động.",
    "This is one part of a code that was split over several symbols, which this device does not put together. Ask them for an ordinary or "
      + "animated code.",
  ],
  ourSide: ["Do MÁY NÀY, không do người dân", "Because of THIS DEVICE, not the person"],
  photoTooLarge: ["Ảnh quá lớn để mở ở đây. Chụp lại nhỏ hơn.", "The picture is too large to open here. Take a smaller one."],
  broken: [
    "Máy này tạm dừng. Tải lại trang; chưa kết luận gì về giấy tờ.",
    "This device stopped. Reload the page; nothing was concluded.",
  ],
  reload: ["Tải lại", "Reload"],
  mode: ["Chế độ màn hình", "Screen mode"],
  modeOfficer: ["Cầm tay", "Handheld"],
  modeDesk: ["Quầy", "Desk"],
};

/** @typedef {keyof typeof WORDS} Word */

/** Its place in each entry. @type {0 | 1} */
let language = 0;

/**
 * Vietnamese first.
 * @param {Language} code
 */
export function setLanguage(code) {
  language = code === "en" ? 1 : 0;
  document.documentElement.lang = currentLanguage();
}
/** @returns {Language} */
export const currentLanguage = () => (language === 1 ? "en" : "vi");

/**
 * A word of the page in the chosen language.
 * @param {Word} name
 */
export function say(name) { return WORDS[name][language]; }

/** @type {[size: number, unit: [string, string]][]} */
const UNITS = [[86400, ["ngày", "d"]], [3600, ["giờ", "h"]], [60, ["phút", "min"]]];

/**
 * Seconds in words, roughly: what an age is worth knowing to.
 * @param {number} seconds
 */
export function duration(seconds) {
  const [size, unit] = UNITS.find(([least]) => seconds >= least) ?? [1, ["giây", "s"]];
  return `${Math.floor(seconds / size)} ${unit[language]}`;
}

/**
 * A moment in Viet Nam (UTC+7 all the year), whatever the device's own zone says.
 * @param {number} seconds
 */
export function moment(seconds) {
  const at = new Date((seconds + 7 * 3600) * 1000);
  /** @param {number} n */
  const two = (n) => String(n).padStart(2, "0");
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())} ${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * A day of the calendar, written `2026-10-10`, as the language writes it.
 * @param {string} iso
 */
export function calendarDay(iso) {
  const [year, month, day] = iso.split("-");
  return language === 1 ? `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}` : `${day}/${month}/${year}`;
}

/**
 * Seconds that are left: minutes and seconds, as a watch shows them.
 * @param {number} seconds
 */
export const left = (seconds) =>
  (seconds < 100 ? `${seconds} ${say("seconds")}` : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);
