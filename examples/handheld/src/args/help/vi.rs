//! Help in Vietnamese: of every command, of every argument and of what options take. A row of an argument with no
//! command counts for all commands in which the English is the same.

/// A command's path, what it does, and more about it.
type OfCommand = (&'static str, &'static str, &'static str);
/// Command, argument, what it is, and more about it.
type OfArgument = (&'static str, &'static str, &'static str, &'static str);

/// What a command does, and more about it.
pub(super) fn command(path: &str) -> Option<(&'static str, &'static str)> {
    COMMANDS.iter().find(|(of, ..)| *of == path).map(|(_, short, rest)| (*short, *rest))
}

/// What an argument is, and more about it.
pub(super) fn argument(path: &str, id: &str) -> Option<(&'static str, &'static str)> {
    let found = |at: &str| ARGUMENTS.iter().find(|(of, name, ..)| *of == at && *name == id);
    found(path).or_else(|| found("")).map(|(_, _, short, rest)| (*short, *rest))
}

/// What an option takes.
#[rustfmt::skip]
pub(super) const VALUES: &[(&str, &str)] = &[
    ("COMMAND", "LỆNH"), ("FILE", "TỆP"), ("FILES", "TỆP"), ("DIR", "THƯ-MỤC"), ("TIME", "GIỜ"), ("NAME", "TÊN"),
    ("TEXT", "CHỮ"), ("SECONDS", "GIÂY"), ("N", "SỐ"), ("NUMBER", "SỐ"), ("KIND", "LOẠI"), ("KIND.FIELD", "LOẠI.MỤC"),
    ("CODE", "MÃ"), ("SCAN", "MÃ"), ("VEHICLE", "XE"), ("PHONE", "ĐIỆN-THOẠI"), ("SCENE", "TÌNH-HUỐNG"),
    ("PICTURES", "ẢNH"), ("OLD", "CŨ"), ("NEW", "MỚI"), ("DELTA", "THAY-ĐỔI"), ("SHELL", "SHELL"), ("vi|en", "vi|en"),
];

#[rustfmt::skip]
pub(super) const COMMANDS: &[OfCommand] = &[
    ("", "Kiểm tra ngoại tuyến giấy tờ mà người dân xuất trình từ điện thoại.",
        "Mã kết thúc của một lượt kiểm tra: 0 đạt · 1 cần tra cứu · 2 không đáp ứng hoặc xác thực không đạt · 3 chưa đọc được: quét lại, hoặc kiểm tra cách khác. 64: dòng lệnh không đúng. 65: tệp của chính máy này có lỗi, chưa nói gì về ai. Khi có --json, lỗi cũng được in ra đầu ra chuẩn: một đối tượng error gồm code, en và vi."),
    ("demo", "Chạy thử trọn một tình huống: tạo mọi thứ, ghi ra tệp, đọc lại mã QR từ ảnh rồi kiểm tra.", ""),
    ("ask", "Tạo mã yêu cầu để điện thoại của người dân quét trước.",
        "Ghi ask.txt, ask.png và ask.secret. Tệp ask.secret mở được câu trả lời: kiểm tra xong câu trả lời thì xóa tệp này."),
    ("inspect", "Kiểm tra một lượt xuất trình, kèm những giấy tờ mà chiếc xe hay lượt khám này cần.",
        "Dòng kết luận và mã kết thúc là của lượt kiểm tra một điện thoại: giấy tờ cần có mà chưa xuất trình thì không bao giờ là đạt. Với câu trả lời cho một câu hỏi, và khi chưa xét được giấy tờ nào, đó là của riêng báo cáo."),
    ("nothing", "Không có mã nào: ứng dụng lỗi, điện thoại hết pin, mã của ứng dụng khác. Cho biết có thể làm gì theo luật, không kết luận. Mã kết thúc 1.", ""),
    ("number", "Người dân đọc một số thay cho mã: xem định dạng của số và có thể làm gì theo luật, không kết luận. Mã kết thúc 1.", ""),
    ("encounter", "Kiểm tra các điện thoại trong cùng một lượt kiểm tra và đối chiếu với nhau.",
        "Mã kết thúc: 2 nếu cả lượt không đáp ứng; nếu không thì 3 khi còn mã phải quét lại, 1 khi cần tra cứu, 0 khi đạt."),
    ("recompute", "Lập lại báo cáo từ những gì đã giữ theo luật. Mã kết thúc 0: giống từng byte; 1: khác.", ""),
    ("consent", "Xác thực phần đồng ý mà inspect --consent-out đã lưu, cho biết phần đó chứng minh được gì và không chứng minh gì. Không cần mạng; có bộ danh sách thì xem danh sách có biết điều điểm kiểm tra ghi hay không.",
        "Mã kết thúc 0: chữ ký khớp; 1: chữ ký khớp nhưng danh sách đưa vào chưa biết vai trò, nơi cấp hoặc thời hạn lưu; 65: không chứng minh được gì, hoặc đã đến lúc phải xóa."),
    ("batch", "Kiểm tra mọi mục trong một thư mục, mỗi mục như lần đầu thấy: mỗi mục một dòng JSON. Mã kết thúc 0 nếu đọc được tất cả, nếu không thì 3.",
        "Bên cạnh báo cáo, mỗi dòng có những gì lượt kiểm tra cần; dòng tổng kết cũng đếm theo đó."),
    ("plain", "Đọc mã không có chữ ký trên thẻ (mã QR, hoặc các dòng MRZ) và so với lượt xuất trình đã xác thực.",
        "Những gì đọc theo cách này chưa được xác thực. Mã kết thúc 0: đọc được; 3: không đọc được. Có --against thì mã kết thúc là của lượt xuất trình."),
    ("bundle", "Xem và chuyển bộ danh sách, hoặc tạo bộ danh sách để thử.", ""),
    ("bundle show", "Xem số, mã băm, các mốc giờ, từng danh sách cũ bao lâu, vai trò và khóa gốc.", ""),
    ("bundle check", "Mở bộ danh sách như lúc kiểm tra. Mã kết thúc 65 nếu không dùng được, 0 sẵn sàng, 1 chưa sẵn sàng.", ""),
    ("bundle diff", "Ghi phần thay đổi giữa hai bộ danh sách. Chỉ xét mã băm, chưa xét chữ ký: máy nhận sẽ xét.", ""),
    ("bundle apply-delta", "Ghép bộ danh sách cũ với phần thay đổi thành bộ mới. Mở được theo khóa gốc rồi mới ghi.", ""),
    ("bundle publish-dir", "Ghi một thư mục để phát hành: trọn bộ danh sách mới nhất, phần thay đổi từ mỗi bộ cũ, và index.json.", ""),
    ("bundle receive", "Nhận bộ danh sách từ ảnh chụp mã động của máy khác. Mở được theo khóa gốc rồi mới ghi.", ""),
    ("bundle build", "ĐỂ THỬ: tạo trọn một đơn vị thử nghiệm: khóa gốc, bộ danh sách, các phần thô, quyền kiểm tra và khóa của từng vai trò.",
        "Mọi thứ sinh ra từ --seed nên các khóa này không bảo vệ được gì. Ghi roots.dcr, bundle.dcb, post-VAI-TRÒ.dcl, post-VAI-TRÒ.p8 và thư mục parts mà lệnh bundle sign dùng."),
    ("bundle sign", "ĐỂ THỬ: ký các tệp phần thô thành bộ danh sách, bằng khóa của đơn vị thử nghiệm sinh từ --seed.",
        "Tên tệp là tên của phần, mỗi byte ngoài A-Z a-z 0-9 . _ - được viết thành %XX: issuers, profiles, revoked, status%3Ahttps%3A%2F%2Feid.example%2Fs%2F1. Lệnh bundle build ghi những tệp như vậy. Nội dung không được xét."),
    ("readiness", "Máy này có sẵn sàng cho ca làm việc không: mỗi danh sách cũ bao lâu, dùng được đến lúc nào. Mã kết thúc 0 sẵn sàng, 1 chưa.", ""),
    ("rates", "Đọc được mã từ bao nhiêu ảnh của một thư mục, nhanh đến đâu, có đúng như tệp văn bản kèm theo không. Không kiểm tra gì, không in nội dung. Mã kết thúc 0.", ""),
    ("explain", "Một mã nghĩa là gì và làm gì tiếp; cả câu hỏi, mục của giấy tờ hay dòng luật, với điều luật và ngày áp dụng. Không kèm tên: tất cả.", ""),
    ("completion", "In đoạn mã để shell tự điền lệnh và tùy chọn của chương trình này.",
        "bash: doichieu completion bash > ~/.local/share/bash-completion/completions/doichieu\n\nzsh: doichieu completion zsh > THƯ-MỤC/_doichieu, với THƯ-MỤC nằm trong fpath\n\nfish: doichieu completion fish > ~/.config/fish/completions/doichieu.fish"),
];

#[rustfmt::skip]
pub(super) const ARGUMENTS: &[OfArgument] = &[
    ("", "lang", "Ngôn ngữ của những gì được in ra.", ""),
    // The device's own files.
    ("", "roots", "Tệp khóa gốc: máy này tin danh sách của ai.", ""),
    ("consent", "roots", "Tệp khóa gốc của bộ danh sách đó.", ""),
    ("", "allow_test_root", "Chấp nhận khóa gốc thử nghiệm. Mọi dòng in ra khi đó đều có chữ TEST.", ""),
    ("consent", "allow_test_root", "Chấp nhận khóa gốc thử nghiệm.", ""),
    ("", "bundle", "Bộ danh sách: các danh sách đã ký mà máy này mang theo.", ""),
    ("consent", "bundle", "Bộ danh sách để đối chiếu.", ""),
    ("", "post", "Quyền kiểm tra của điểm này.", ""),
    ("readiness", "post", "Quyền kiểm tra của điểm này: in thêm ngày hết hạn, và chỉ xét vai trò của điểm.", ""),
    ("readiness", "renewed", "Quyền kiểm tra mới: in ra những gì đổi so với quyền đang dùng, và có rộng hơn không. Lệnh này chưa nhận quyền mới.", ""),
    ("", "memory", "Những gì máy này nhớ: mốc giờ và số thấp nhất, các lượt xuất trình đã thấy. Chưa có thì tạo, chỉ người dùng này đọc được.",
        "Mỗi lúc một lệnh dùng tệp này, từ khi đọc đến khi ghi; ghi xong mới cho xem kết quả. Khóa nằm bên cạnh, tên .TỆP.lock: để yên ở đó; các container dùng chung thư mục, không dùng chung riêng tệp."),
    ("plain", "memory", "Những gì máy này nhớ. Chưa có thì tạo; mỗi lúc một lệnh dùng (xem inspect --help).", ""),
    ("readiness", "memory", "Những gì máy này nhớ: bộ danh sách cũ hơn mức đã nhớ thì không nhận. Tệp chỉ được đọc.", ""),
    ("", "memory_wait", "Chờ bao lâu khi lệnh khác đang dùng bộ nhớ; không ghi thì 30 giây. Quá hạn thì không kiểm tra gì (file.busy).", ""),
    ("plain", "memory_wait", "Chờ bao lâu khi lệnh khác đang dùng bộ nhớ; không ghi thì 30 giây.", ""),
    ("", "encounter", "Tệp của lượt kiểm tra, chưa có thì tạo: sang lượt sau thì xóa. Không có tệp này, mỗi lần chạy là một lượt riêng, và mã đã đọc ở lần chạy trước là mã của lượt khác.", ""),
    // Why, when and before what.
    ("", "purpose", "Hỏi để làm gì: traffic_control, clinic_admission, …", ""),
    ("ask", "purpose", "Hỏi để làm gì: bank_onboarding, traffic_control, …", ""),
    ("inspect", "purpose", "Hỏi để làm gì: traffic_control, clinic_admission, … Có --ask thì không dùng, vì mã yêu cầu đã ghi.", ""),
    ("encounter", "purpose", "Hỏi để làm gì: traffic_control, clinic_admission, … Có --ask thì không dùng, vì mã yêu cầu đã ghi.", ""),
    ("nothing", "purpose", "Lẽ ra hỏi để làm gì: traffic_control, clinic_admission, …", ""),
    ("", "at", "Giờ kiểm tra, theo RFC 3339; không ghi thì lấy đồng hồ máy này.", ""),
    ("demo", "at", "Giờ của buổi chạy thử, theo RFC 3339; không ghi thì lấy một giờ cố định, để lần chạy nào cũng cho cùng những byte.", ""),
    ("ask", "at", "Giờ hỏi, theo RFC 3339; không ghi thì lấy đồng hồ máy này. Bước thứ hai của hai bước cần đúng giờ của bước đầu.", ""),
    ("nothing", "at", "Ngày áp dụng luật, theo RFC 3339; không ghi thì lấy đồng hồ máy này.", ""),
    ("number", "at", "Ngày áp dụng luật, theo RFC 3339; không ghi thì lấy đồng hồ máy này.", ""),
    ("consent", "at", "Giờ để xét đã hết hạn lưu chưa, theo RFC 3339; không ghi thì lấy đồng hồ máy này.", ""),
    ("batch", "at", "Giờ kiểm tra, theo RFC 3339; không ghi thì lấy đồng hồ máy này, một lần cho tất cả.", ""),
    ("readiness", "at", "Giờ để xét các danh sách cũ bao lâu, theo RFC 3339; không ghi thì lấy đồng hồ máy này.", ""),
    ("bundle show", "at", "Giờ để xét các danh sách cũ bao lâu, theo RFC 3339; không ghi thì lấy đồng hồ máy này.", ""),
    ("bundle check", "at", "Giờ để xét các danh sách cũ bao lâu, theo RFC 3339; không ghi thì lấy đồng hồ máy này.", ""),
    ("bundle build", "at", "Ngày giờ mà bộ danh sách dành cho, theo RFC 3339; bộ danh sách phát hành trước đó 90 phút.", ""),
    ("", "vehicle", "Chiếc xe đang đứng đó: moped, motorcycle, tricycle, car, truck, …; sau dấu hai chấm là những gì biết về xe và xe kéo gì, ví dụ car:seats=5,manual.",
        "cc=: dung tích xi lanh (cm³); chưa biết chính xác thì max125 (không quá 125), over125 (trên 125), số đo nào cũng vậy; w=: công suất điện (W); seats=: số chỗ, tính cả người lái; like=: số chỗ nhiều nhất của xe cùng kiểu, cùng cỡ, khi xe này ít chỗ hơn; kg=: khối lượng toàn bộ; payload= và unladen= cũng tính bằng kg: xe ba bánh nặng trên 400 kg khi không tải được tính như ô tô; trailer hoặc trailer=kg, semi_trailer, carriage: xe kéo theo; manual hoặc automatic: số sàn, số tự động."),
    ("", "plate", "Biển số đọc được trên xe.", ""),
    ("", "basis", "Đọc theo căn cứ pháp luật này trong hồ sơ vai trò: khi đó mã không kèm đồng ý cũng đọc được.", ""),
    // What is printed.
    ("", "json", "In báo cáo dưới dạng JSON chuẩn, không in gì khác. Không chứa nội dung giấy tờ.", ""),
    ("nothing", "json", "In JSON chuẩn, không in gì khác: một đối tượng nếu có --kind, nếu không thì một danh sách.", ""),
    ("number", "json", "In JSON chuẩn, không in gì khác. Không chứa số đã nhập.", ""),
    ("plain", "json", "In JSON, không in gì khác: tên các mục, không có nội dung.", ""),
    ("rates", "json", "Mỗi ảnh một dòng JSON: file, read, same, codes, ms.", ""),
    ("", "values", "Cùng với --json: báo cáo kèm nội dung giấy tờ, có đánh dấu là dữ liệu cá nhân.", ""),
    ("plain", "values", "Cùng với --json: cả nội dung, có đánh dấu là dữ liệu cá nhân.", ""),
    ("", "reveal", "Hiện cả mục nhạy cảm (số thẻ, mã đối tượng, mức hưởng BHYT, …). Không có tùy chọn này thì thay bằng dấu chấm; ở màn hình dòng lệnh, nhấn Enter để xem.", ""),
    ("", "verbose", "Để ghi nhật ký: lớp và vị trí trong mã không đọc được.", ""),
    ("inspect", "as_encounter", "Cùng với --json: cả những gì lượt kiểm tra cần, theo dạng của encounter --json.", ""),
    // One showing, several phones.
    ("inspect", "ask", "Mã yêu cầu mà điểm này đã tạo: chỉ câu trả lời cho mã đó mới được tính.", ""),
    ("encounter", "ask", "Mã yêu cầu mà điểm này đã tạo, mỗi điện thoại một mã, theo thứ tự quét: chỉ câu trả lời cho mã đó mới được tính.", ""),
    ("recompute", "ask", "Mã yêu cầu khi đó, nếu có. Không cần khóa đã niêm phong câu trả lời.", ""),
    ("inspect", "secret", "Tệp bí mật mà lệnh ask ghi cùng lúc: mở câu trả lời đã niêm phong.", ""),
    ("encounter", "secret", "Tệp bí mật mà lệnh ask ghi cùng lúc, mỗi --ask một tệp.", ""),
    ("inspect", "keep", "Giữ đầu vào cho lệnh recompute: giấy tờ đã ký của người dân, kèm nội dung. Chỉ khi có căn cứ pháp luật. Chỉ người dùng này đọc được.", ""),
    ("encounter", "keep", "Giữ đầu vào của từng điện thoại cho lệnh recompute, kèm báo cáo, trong thư mục này: giấy tờ đã ký của người dân, kèm nội dung. Chỉ khi có căn cứ pháp luật.", ""),
    ("inspect", "consent_out", "Lưu phần đồng ý mà điện thoại đã ký, không có nội dung giấy tờ, làm bằng chứng cho lệnh consent. Chỉ người dùng này đọc được, và chỉ đến hạn mà hồ sơ vai trò đặt ra.", ""),
    ("encounter", "consent_out", "Lưu phần đồng ý mà từng điện thoại đã ký vào thư mục này, tên consent-N, không có nội dung giấy tờ, làm bằng chứng cho lệnh consent. Chỉ người dùng này đọc được, và chỉ đến hạn mà hồ sơ vai trò đặt ra.", ""),
    ("inspect", "scan", "Chữ của một mã, tệp văn bản, ảnh (PNG, JPEG, WebP, GIF, BMP, TIFF), hoặc - để đọc đầu vào chuẩn; nhiều ảnh hay một thư mục khung hình là một mã.", ""),
    ("encounter", "phones", "Mỗi điện thoại một mã, nhiều nhất tám: chữ của mã, tệp văn bản, ảnh, hoặc thư mục ảnh hay khung hình.", ""),
    ("consent", "file", "Tệp đồng ý đã lưu.", ""),
    ("recompute", "kept", "Tệp do inspect --keep ghi, hoặc kept-N.json của encounter --keep.", ""),
    ("recompute", "report", "Báo cáo khi đó, do inspect --json in ra, hoặc report-N.json của encounter --keep. Giờ và mục đích lấy từ đây, rồi so từng byte.", ""),
    // No code.
    ("nothing", "kind", "Loại giấy tờ: driving_licence, health_insurance_card, …; không ghi thì mọi giấy tờ mà xe hay lượt khám có thể cần.", ""),
    ("number", "kind", "Số này của loại giấy tờ nào: driving_licence, health_insurance_card, …; không ghi thì máy đoán theo dạng của số.", ""),
    ("number", "number", "Số đó; dấu - thì đọc từ đầu vào chuẩn, để không hiện trong danh sách tiến trình hay lịch sử lệnh.", ""),
    // An ask.
    ("ask", "key", "ĐỂ THỬ: khóa riêng của điểm, trong tệp post-VAI-TRÒ.p8 do bundle build ghi. Khóa thật nằm trong phần cứng.", ""),
    ("ask", "seed", "ĐỂ THỬ: chữ đã đưa cho bundle build --seed, từ đó sinh ra khóa của điểm.", ""),
    ("ask", "to_be_signed", "Bước một trong hai bước, khi khóa nằm trong phần cứng: ghi những byte cần ký vào đây, và ghi ask.secret.", ""),
    ("ask", "signature", "Bước hai: 64 byte chữ ký (ECDSA P-256 với SHA-256, gồm r và s, hoặc Ed25519). Đọc ask.secret trong --out.", ""),
    ("ask", "all", "Mọi mục mà quyền kiểm tra và vai trò cho phép với mục đích đó.", ""),
    ("ask", "fields", "Chỉ mục này, ví dụ identity.full_name; có thể lặp lại.", ""),
    ("ask", "question", "Chỉ câu trả lời cho một câu hỏi: may-drive-this-vehicle, may-drive-c1, … Những mục cần để trả lời được gửi đi nhưng không hiện ra.", ""),
    ("ask", "retention", "Được giữ nội dung bao lâu, tính bằng giây; không ghi thì lâu nhất mà quyền kiểm tra và vai trò cho phép, không bao giờ lâu hơn.", ""),
    ("ask", "origin", "Ứng dụng hoặc trang web nhận câu trả lời trên cùng chiếc điện thoại.", ""),
    ("ask", "out", "Thư mục để ghi ask.txt, ask.png và ask.secret; chưa có thì tạo.", ""),
    // Print on a card.
    ("plain", "code", "Chữ của mã, tệp văn bản, ảnh (PNG, JPEG, WebP, GIF, BMP, TIFF), hoặc - để đọc đầu vào chuẩn.", ""),
    ("plain", "against", "So với lượt xuất trình này từ điện thoại của người dân: chữ, tệp hoặc ảnh. Chỗ nào khác nhau thì lấy theo lượt xuất trình.", ""),
    // Folders.
    ("batch", "dir", "Thư mục gồm tệp văn bản, ảnh, và thư mục khung hình, mỗi mục là một mã. Tệp là gì thì xét theo nội dung, không theo tên; mục nào cũng có một dòng, mục không đọc được thì kèm lý do.", ""),
    ("batch", "jobs", "Số lượt kiểm tra chạy song song; không ghi thì bằng số bộ xử lý của máy.", ""),
    ("rates", "dir", "Thư mục ảnh, gồm cả thư mục con. Có TÊN.txt bên cạnh TÊN.png thì tệp đó cho biết mã ghi gì.", ""),
    // Situations.
    ("demo", "scene", "Tình huống nào; demo --list cho biết mỗi tình huống có gì.", ""),
    ("demo", "list", "Chỉ liệt kê các tình huống, không làm gì khác.", ""),
    ("demo", "out", "Thư mục để ghi; chưa có thì tạo.", ""),
    ("demo", "seed", "Chữ bất kỳ: khóa, muối và số sinh ra từ đó.", ""),
    ("demo", "animated", "Hiện mã dưới dạng mã động, kể cả khi một ảnh là đủ.", ""),
    // List sets.
    ("bundle show", "file", "Bộ danh sách.", ""),
    ("bundle check", "file", "Bộ danh sách.", ""),
    ("bundle show", "animate", "Ghi thêm thành mã động vào thư mục này để máy khác đọc; chỉ bộ nhỏ mới vừa.", ""),
    ("bundle diff", "animate", "Ghi thêm thành mã động vào thư mục này để máy khác đọc.", ""),
    ("", "old", "Bộ danh sách mà máy đang có.", ""),
    ("bundle diff", "new", "Bộ danh sách mà máy sẽ có.", ""),
    ("bundle diff", "out", "Tệp để ghi phần thay đổi.", ""),
    ("bundle apply-delta", "delta", "Phần đã thay đổi từ đó.", ""),
    ("bundle apply-delta", "out", "Tệp để ghi trọn bộ danh sách mới. Đã có tệp ở đó thì chỉ bộ mới hơn được ghi đè; .TỆP.lock bên cạnh không cho hai lệnh ghi cùng lúc.", ""),
    ("bundle receive", "out", "Tệp để ghi bộ danh sách. Đã có tệp ở đó thì chỉ bộ mới hơn được ghi đè; .TỆP.lock bên cạnh không cho hai lệnh ghi cùng lúc.", ""),
    ("bundle receive", "pictures", "Các ảnh của mã động, hoặc thư mục chứa ảnh.", ""),
    ("bundle receive", "base", "Bộ danh sách mà máy đang có, khi mã chỉ mang phần thay đổi.", ""),
    ("bundle publish-dir", "dir", "Thư mục để ghi; chưa có thì tạo.", ""),
    ("bundle publish-dir", "files", "Các bộ danh sách, thứ tự nào cũng được.", ""),
    ("bundle build", "seed", "Chữ bất kỳ: khóa của đơn vị thử nghiệm sinh ra từ đó.", ""),
    ("bundle build", "number", "Số của bộ danh sách.", ""),
    ("bundle build", "out", "Thư mục để ghi; chưa có thì tạo.", ""),
    ("bundle sign", "seed", "Đúng chữ đã dùng cho bundle build.", ""),
    ("bundle sign", "parts", "Thư mục chứa các tệp phần thô.", ""),
    ("bundle sign", "number", "Số của bộ danh sách: không nhỏ hơn số mà máy nào đó đã dùng.", ""),
    ("bundle sign", "issued", "Giờ phát hành, theo RFC 3339.", ""),
    ("bundle sign", "next", "Khi nào đến hạn bộ mới; không ghi thì một ngày sau.", ""),
    ("bundle sign", "not_after", "Từ khi nào thì không dùng được nữa; không ghi thì 30 ngày sau.", ""),
    ("bundle sign", "out", "Tệp để ghi bộ danh sách.", ""),
    // Names.
    ("explain", "code", "Mã in cạnh điều phát hiện hoặc trong báo cáo JSON; tên của câu hỏi, giấy tờ, mục của giấy tờ, hay dòng luật.", ""),
    ("completion", "shell", "Shell nào.", ""),
];
