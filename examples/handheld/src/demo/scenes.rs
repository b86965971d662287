//! The situations of `demo`, one row each: who, before which post, what happens. Worlds and people are the kit's.
//!
//! Numbers are those of the list of situations that the tests in tests/scenarios and tests/encounter go by.

use doichieu::Text;
use doichieu::field::{Field, Kind, Purpose};
use doichieu_kit::claim169::{self, CodeDraft};
use doichieu_kit::people::{self, Part, Person, day};
use doichieu_kit::scene::{ACCOUNT_INDEX, NOW, Scene, WHOLE_STOP, World};
use doichieu_kit::{Alg, Item, borrowed, printed, status};

/// One situation.
#[derive(Debug)]
pub(crate) struct Row {
    /// As the command line names it.
    pub(crate) name: &'static str,
    /// Its number in the list of situations; empty: none of them.
    pub(crate) number: &'static str,
    /// What happens, in Vietnamese and English.
    pub(crate) title: Text,
    pub(crate) post: Role,
    /// Whose phone.
    pub(crate) person: fn() -> Person,
    /// What is different from a day on which everything is in order.
    pub(crate) day: fn(&mut World),
    pub(crate) shown: Shows,
    /// The vehicle that the officer picks, as the command line writes it; empty: none.
    pub(crate) vehicle: &'static str,
    /// The world's time, unless another is given.
    pub(crate) now: u64,
    /// Seconds from the world's time to the inspection.
    pub(crate) later: u64,
}

/// Whose post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Police,
    Clinic,
    Bank,
}

/// What the citizen shows.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shows {
    /// One phone's code.
    One(fn(&World) -> Scene),
    /// Driver and owner, each on a phone of their own.
    Two(fn(&World) -> [Scene; 2]),
    /// The sealed answer to the post's challenge.
    Answer(fn(&World) -> Scene),
    /// Another app's code, which this device does not read: then no code at all.
    Foreign(fn(&World) -> String),
    /// A static code of another system, whole and without consent, and the legal basis that the post names; `None`: it
    /// names none.
    Static(fn(&World) -> String, Option<&'static str>),
    /// What is printed on a card, read by itself.
    Print(fn(&World) -> String),
    /// The same, held against what the phone shows.
    Beside(fn(&World) -> String, fn(&World) -> Scene),
    /// A number, told in place of a code.
    Number(Kind, &'static str),
}

impl Role {
    /// Its name in mandates and profiles.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Police => "traffic_police",
            Self::Clinic => "clinic",
            Self::Bank => "bank",
        }
    }

    /// Why it asks.
    pub(crate) const fn purpose(self) -> Purpose {
        match self {
            Self::Police => Purpose::TRAFFIC_CONTROL,
            Self::Clinic => Purpose::CLINIC_ADMISSION,
            Self::Bank => Purpose::BANK_ONBOARDING,
        }
    }
}

const DAY: u64 = 86_400;
const POLICE: &str = "traffic_police";
/// What a rider shows beside her identity.
const OF_MOTORCYCLE: [Kind; 4] =
    [Kind::IDENTITY, Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION, Kind::LIABILITY_INSURANCE];
const CAR: &str = "car:seats=5";
const MANUAL_CAR: &str = "car:seats=5,manual";
/// Nine in the morning in Viet Nam, on the last day of Circular 12/2025/TT-BCA and on the first of Circular
/// 108/2026/TT-BCA.
const LAST_OF_JUNE_2026: u64 = 1_782_784_800;
const FIRST_OF_JULY_2026: u64 = LAST_OF_JUNE_2026 + DAY;

/// At the roadside: a driver and her car, with all that the law has her carry, on an ordinary day.
const fn road(name: &'static str, number: &'static str, vi: &'static str, en: &'static str) -> Row {
    Row {
        name,
        number,
        title: Text::new(vi, en),
        post: Role::Police,
        person: people::giang,
        day: ordinary,
        shown: Shows::One(whole),
        vehicle: "",
        now: NOW,
        later: 0,
    }
}

impl Row {
    const fn at(self, post: Role, shown: Shows) -> Self {
        Self { post, shown, ..self }
    }

    const fn of(self, person: fn() -> Person, shown: fn(&World) -> Scene) -> Self {
        Self { person, shown: Shows::One(shown), ..self }
    }

    const fn by(self, person: fn() -> Person) -> Self {
        Self { person, ..self }
    }

    const fn on(self, day: fn(&mut World)) -> Self {
        Self { day, ..self }
    }

    const fn before(self, vehicle: &'static str) -> Self {
        Self { vehicle, ..self }
    }

    const fn when(self, now: u64) -> Self {
        Self { now, ..self }
    }

    const fn later(self, seconds: u64) -> Self {
        Self { later: seconds, ..self }
    }
}

/// Every situation, in the order of their numbers behind those of an ordinary day and of the law of the day; print and
/// static codes are last.
#[rustfmt::skip]
pub(crate) const ROWS: &[Row] = &[
    road("traffic-stop", "", "Người lái xuất trình giấy phép lái xe và giấy tờ của xe", "A driver shows her licence and the papers of the car"),
    road("clinic", "", "Người bệnh xuất trình căn cước và thẻ BHYT tại quầy tiếp nhận", "A patient shows identity and health insurance card at a clinic's desk")
        .at(Role::Clinic, Shows::One(World::clinic)),
    road("bank", "", "Ngân hàng hỏi bằng mã yêu cầu; điện thoại xác thực người hỏi rồi niêm phong câu trả lời", "A bank asks by request code; the phone verifies who asks, and seals the answer")
        .at(Role::Bank, Shows::Answer(|world| world.open_choice("bank", &[Kind::IDENTITY]))),
    road("clinic-identity-alone", "", "Người bệnh chỉ xuất trình căn cước, thẻ BHYT đã tích hợp: thế là đủ, tra cứu thẻ theo số định danh", "A patient shows identity alone, the health insurance card integrated in it: that suffices, and the card is looked up by number")
        .at(Role::Clinic, Shows::One(|world| world.preset("clinic", &[Kind::IDENTITY]))),
    road("card-ended-lately", "", "Thẻ BHYT hết hạn mười ngày trước, người bệnh có thể đang điều trị", "A health insurance card that ended ten days ago, of somebody who may be under treatment")
        .at(Role::Clinic, Shows::One(World::clinic)).on(|world| world.person.card.iter_mut().for_each(|card| card.valid_until = day(2026, 11, 8))),
    road("licence-code-in-june", "", "Ngày 30/06/2026: mã B.01 chỉ cho lái xe số tự động, xe đang lái là xe số sàn; căn cứ Thông tư 12/2025", "On 30 June 2026: code B.01, automatic cars only, and a car with manual gears; by Circular 12/2025")
        .by(automatic_only).before(MANUAL_CAR).when(LAST_OF_JUNE_2026),
    road("licence-code-in-july", "", "Hôm sau, 01/07/2026: vẫn mã B.01, vẫn xe số sàn; căn cứ Thông tư 108/2026", "The next day, 1 July 2026: the same code B.01, the same car with manual gears; by Circular 108/2026")
        .by(automatic_only).before(MANUAL_CAR).when(FIRST_OF_JULY_2026),
    road("suspended-on-motorcycle", "S1", "Phần ô tô bị tước quyền sử dụng, người lái đang đi xe máy", "The car part is suspended, and the driver rides a motorcycle")
        .of(on_her_motorcycle, whole).on(|world| of_car_part(world, |part| part.suspension = Some((day(2026, 11, 1), Some(day(2027, 1, 31)))))),
    road("suspended-in-car", "S1", "Phần ô tô bị tước quyền sử dụng, người lái đang lái ô tô", "The car part is suspended, and the driver is in a car")
        .on(|world| of_car_part(world, |part| part.suspension = Some((day(2026, 11, 1), Some(day(2027, 1, 31)))))).before(CAR),
    road("suspension-ahead", "S1", "Đã có quyết định tước quyền sử dụng nhưng chưa đến ngày bắt đầu", "A suspension is decided and has not begun")
        .on(|world| of_car_part(world, |part| part.suspension = Some((day(2026, 12, 1), Some(day(2027, 2, 28)))))).before(CAR),
    road("no-points", "S2", "Giấy phép lái xe đã hết điểm, dữ liệu còn mới", "No points left, and the data is fresh")
        .on(|world| of_car_part(world, |part| part.points = Some(0))).before(CAR),
    road("no-points-long-ago", "S2", "Giấy phép lái xe hết điểm theo dữ liệu tám tháng trước: điểm có thể đã được phục hồi", "No points left eight months ago: they may have been restored")
        .on(|world| { of_car_part(world, |part| part.points = Some(0)); world.register_age = 240 * DAY; }).before(CAR),
    road("borrowed-motorbike", "S3", "Người lái mượn xe, xuất trình giấy tờ của mình; chủ xe ngồi sau, xuất trình đăng ký xe trên điện thoại của mình", "The driver of a borrowed motorbike shows his papers; the owner on the pillion shows the registration on her own phone")
        .at(Role::Police, Shows::Two(borrowed::motorbike)),
    road("licence-alone", "S3", "Người lái mượn xe, chỉ xuất trình giấy tờ của mình", "The driver of a borrowed motorbike shows his own papers alone")
        .of(people::khoi, |world| world.preset(POLICE, &[Kind::IDENTITY, Kind::DRIVING_LICENCE])).before("motorcycle:cc=125"),
    road("old-lists", "S4", "Danh sách trong máy đã cũ ba ngày, nơi này không có sóng", "This device's lists are three days old, and there is no signal")
        .on(|world| lists_of(world, 3 * DAY)),
    road("lists-past-end", "S4", "Danh sách trong máy đã quá hạn dùng: vẫn kiểm tra được chữ ký", "This device's lists are past their end: signatures are still checked")
        .on(|world| lists_of(world, 31 * DAY)),
    road("classes-not-shared", "S7", "Người dân không chia sẻ mục hạng xe", "The citizen does not share the classes")
        .of(people::giang, without_classes).before(CAR),
    road("screenshot", "S10", "Ảnh chụp màn hình gửi cho bạn, đưa ra một phút sau", "A screenshot sent to a friend, shown a minute later").later(60),
    road("live-relay", "S10", "Mã được truyền trực tiếp từ điện thoại khác: máy không thể biết, nên luôn nhắc đối chiếu khuôn mặt", "The code is relayed live from another phone: no device can tell, so the face is always to be compared"),
    road("child-on-mothers-phone", "S11", "Trẻ năm tuổi, thẻ BHYT trên điện thoại của mẹ", "A child of five, whose card is on her mother's phone")
        .at(Role::Clinic, Shows::One(|world| world.clinic_for(&people::han()))).by(people::mai),
    road("card-number-only", "S11", "Mẹ chỉ nhớ số thẻ BHYT của con", "The mother knows only the number of her child's card")
        .at(Role::Clinic, Shows::Number(Kind::HEALTH_INSURANCE_CARD, "TE1010199887766")),
    road("foreign-resident", "S12", "Người nước ngoài cư trú, có giấy phép lái xe Việt Nam", "A foreign resident with a Vietnamese licence")
        .of(foreign_resident, |world| world.preset(POLICE, &[Kind::FOREIGNER_IDENTITY, Kind::DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION, Kind::LIABILITY_INSURANCE])),
    road("foreign-licence", "S12", "Người lái chỉ xuất trình giấy phép lái xe nước ngoài", "The driver shows a foreign driving licence alone")
        .of(visitor, |world| world.preset(POLICE, &[Kind::FOREIGN_DRIVING_LICENCE, Kind::VEHICLE_REGISTRATION, Kind::LIABILITY_INSURANCE])).on(|world| *world = world.clone().with_foreign_licences()),
    road("unusual-letters", "S16", "Tên đã ký có chữ Ð khác chữ Đ", "A signed name with an Ð that is not Đ")
        .of(|| own_motorcycle(people::duc()), spelt_otherwise),
    road("old-issuer", "S17", "Giấy phép lái xe cấp năm 2019 bởi cơ quan nay không còn cấp", "A licence of 2019, by a body that no longer issues")
        .of(people::duc, whole),
    road("made-for-clinic", "S18", "Người dân chọn nhầm: mã tạo cho cơ sở y tế được đưa cho CSGT", "The citizen chose another post: a code made for a clinic")
        .of(people::giang, World::clinic),
    road("app-down", "S19", "Ứng dụng của người dân không mở được; mã trên thẻ căn cước được quét", "The citizen's app is down; the code on the identity card is scanned")
        .at(Role::Police, Shows::Foreign(|world| printed::chip_card(&world.person))),
    road("seized-until-ahead", "S22", "Giấy phép lái xe bị tạm giữ, chưa đến ngày hẹn", "The licence is temporarily seized by the police, before the appointment")
        .on(|world| of_car_part(world, |part| part.seized_until = day(2026, 11, 25))).before(CAR),
    road("seized-until-past", "S22", "Giấy phép lái xe bị tạm giữ, đã qua ngày hẹn", "The licence is temporarily seized by the police, after the appointment")
        .on(|world| of_car_part(world, |part| part.seized_until = day(2026, 11, 10))).before(CAR),
    road("moped", "S23", "Người 16 tuổi đi xe gắn máy 49 phân khối", "Sixteen, on a moped of 49 cm³")
        .of(on_a_moped, whole),
    road("account-locked", "S24", "Tài khoản định danh bị khóa, giấy phép lái xe vẫn còn hiệu lực", "The account is locked, and the licence is in force all the same")
        .on(|world| world.set_status(ACCOUNT_INDEX, status::INVALID)),
    road("offline-week", "S25", "Điện thoại của người dân không có mạng đã một tuần", "The citizen's phone has been offline for a week")
        .on(|world| { world.token_age = 7 * DAY; world.register_age = 7 * DAY; }),
    road("chip-card", "", "Mã QR trên thẻ căn cước gắn chip mẫu 2021: đọc được, không có chữ ký số", "The QR of a chip card of 2021: it can be read, and nobody signed it")
        .at(Role::Clinic, Shows::Print(|world| printed::chip_card(&world.person))),
    road("chip-card-of-2024", "", "Mã QR trên thẻ căn cước mẫu 2024 của trẻ em, có thêm số định danh đã hủy và tên cha mẹ", "The QR of a child's card of 2024, with a cancelled number and the parents besides")
        .at(Role::Clinic, Shows::Print(|world| printed::chip_card_of_2024(&world.person, "001221000017", [FATHER, &people::mai().name]))).by(people::han),
    road("health-card-print", "", "Mã QR trên thẻ BHYT giấy", "The QR of a health insurance card on paper")
        .at(Role::Clinic, Shows::Print(|world| printed::health_card(&world.person).unwrap_or_default())),
    road("mrz", "", "Ba dòng MRZ ở mặt sau thẻ căn cước", "The three lines of the machine-readable zone on the back of an identity card")
        .at(Role::Clinic, Shows::Print(|world| printed::mrz(&world.person))),
    road("print-differs", "", "Thẻ in một đằng, bản điện tử trên điện thoại một nẻo: dùng bản điện tử", "The card says one thing and the proven paper on the phone another: the e-ID counts")
        .at(Role::Clinic, Shows::Beside(before_it_was_corrected, World::clinic)),
    road("claim169", "", "Mã Claim 169 của hệ thống khác, có căn cứ pháp luật: cao nhất là cần tra cứu", "A Claim 169 code of another system, on a legal basis: looked up at best")
        .at(Role::Police, Shows::Static(claim169_code, Some(claim169::BASIS))).on(|world| claim169::list(world, Alg::Ed25519)),
    road("claim169-no-basis", "", "Vẫn mã Claim 169 đó khi không có căn cứ pháp luật: không xem được nội dung nào", "The same Claim 169 code without a legal basis: nothing of it is shown")
        .at(Role::Police, Shows::Static(claim169_code, None)).on(|world| claim169::list(world, Alg::Ed25519)),
];

/// Of the child of the 2024 card.
const FATHER: &str = "Nguyễn Văn Bình";

/// The code of the person's identity, by an issuer of such codes.
fn claim169_code(world: &World) -> String {
    CodeDraft::new(world, &claim169::issuer(world, Alg::Ed25519)).text()
}

/// A card from before the register was corrected: another year of birth, another residence.
fn before_it_was_corrected(world: &World) -> String {
    let mut before = world.person.clone();
    before.born = day(1990, 4, 12);
    "12 ngõ 4 phố Trung Kính, Cầu Giấy, Hà Nội".clone_into(&mut before.residence);
    printed::chip_card(&before)
}

const fn ordinary(_: &mut World) {}

/// Licence, registration, inspection and insurance, as far as there are such.
fn whole(world: &World) -> Scene {
    world.whole_stop()
}

fn of_car_part(world: &mut World, change: impl FnOnce(&mut Part)) {
    if let Some(part) = world.person.licence.as_mut().and_then(|licence| licence.car.as_mut()) {
        change(part);
    }
}

/// A motorcycle that belongs to whoever rides it.
fn own_motorcycle(mut person: Person) -> Person {
    person.vehicle = people::ngan().vehicle;
    person
}

fn on_her_motorcycle() -> Person {
    own_motorcycle(people::giang())
}

/// Her licence bears the code for automatic cars.
fn automatic_only() -> Person {
    let mut giang = people::giang();
    giang.licence.iter_mut().for_each(|licence| licence.restrictions = vec!["B.01".to_owned()]);
    giang
}

fn foreign_resident() -> Person {
    own_motorcycle(people::anna())
}

fn visitor() -> Person {
    own_motorcycle(people::elena())
}

fn on_a_moped() -> Person {
    let mut minor = own_motorcycle(people::khoi());
    (minor.born, minor.licence) = (day(2010, 3, 4), None);
    if let Some(moped) = minor.vehicle.as_mut() {
        let [_, _, kind, _] = &mut moped.what;
        "moped".clone_into(kind);
        moped.measures = [49, 2_100, 2, 180];
    }
    minor
}

/// Lists of this age, and a showing as fresh as ever.
const fn lists_of(world: &mut World, age: u64) {
    world.bundle_age = age;
    world.eid_list.iat = world.now.saturating_sub(age);
    world.insurer_list.iat = world.now.saturating_sub(age);
}

fn without_classes(world: &World) -> Scene {
    let mut scene = world.open_choice(POLICE, &WHOLE_STOP);
    let wanted = scene.showing.wanted.as_mut().and_then(|wanted| wanted.get_mut(&Kind::DRIVING_LICENCE.number()));
    if let Some(fields) = wanted {
        fields.remove(&Field::CLASSES.number());
    }
    scene
}

fn spelt_otherwise(world: &World) -> Scene {
    let mut papers = world.preset_papers(POLICE, &OF_MOTORCYCLE);
    for paper in papers.iter_mut().filter(|paper| paper.kind == Kind::DRIVING_LICENCE.number()) {
        paper.fields.insert(Field::FULL_NAME.number(), Item::from("Trần Văn Ðức"));
    }
    world.scene_of(POLICE, &[(&world.eid, world.token_spec(papers))])
}
