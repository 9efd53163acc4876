//! The invented communes, their villages, bodies, posts and accounts, as a commune has them in 2026. Their codes
//! carry a letter, so that no official unit can have them; their source is `demo`; they stand outside national totals
//! and maps. The city above them is real and stays unblamed: its bodies here are marked as invented.

use caunoi_domain::{
    people::{actor::Role, body::BodyKind, post::PostKind},
    unit::{Level, Period, unit_id},
};
use caunoi_store::{
    Tx,
    people::{self, BodyRow, PostRow},
    search::{self, Doc},
    unit::{self, UnitRow, VillageRow},
};

use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// Code of the first invented commune, Xã Vân Trạch.
pub const VAN_TRACH: &str = "D0001";
/// Code of the second invented commune, Phường Đông Lãm.
pub const DONG_LAM: &str = "D0002";
/// Code of the real city that they stand in, Thành phố Hải Phòng.
pub const CITY: &str = "31";

/// The day from which the invented communes are there, as those of the real reform.
#[must_use]
pub const fn first_day() -> jiff::civil::Date {
    jiff::civil::date(2025, 7, 1)
}

/// Villages of the invented communes, by commune code.
pub const VILLAGES: &[(&str, &[&str])] = &[
    (VAN_TRACH, &["Thôn Bến Gỗ", "Thôn Đồng Vàng", "Thôn Mai Động", "Thôn Trung Lễ", "Thôn Hạ", "Thôn Thượng"]),
    (DONG_LAM, &["Tổ dân phố 1", "Tổ dân phố 2", "Tổ dân phố 3", "Tổ dân phố 6", "Khu phố Chợ Cũ"]),
];

/// A body of each commune: key, kind, name, organ in symbols, has an account.
const BODIES: &[(&str, BodyKind, &str, &str, bool)] = &[
    ("dang-uy", BodyKind::PartyCommittee, "Đảng ủy {đv}", "ĐU", true),
    ("vp-dang-uy", BodyKind::PartyOffice, "Văn phòng Đảng ủy {đv}", "VPĐU", true),
    ("ban-xdd", BodyKind::PartyCommission, "Ban Xây dựng Đảng {đv}", "BXDĐ", true),
    ("ubkt", BodyKind::Inspection, "Ủy ban Kiểm tra Đảng ủy {đv}", "UBKT", true),
    ("hdnd", BodyKind::PeoplesCouncil, "Hội đồng nhân dân {đv}", "HĐND", true),
    ("ubnd", BodyKind::PeoplesCommittee, "Ủy ban nhân dân {đv}", "UBND", true),
    ("van-phong", BodyKind::Office, "Văn phòng HĐND và UBND {đv}", "VP", true),
    ("phong-kinh-te", BodyKind::Division, "Phòng Kinh tế {đv}", "PKT", true),
    ("phong-van-xa", BodyKind::Division, "Phòng Văn hóa - Xã hội {đv}", "PVHXH", true),
    ("cong-an", BodyKind::Police, "Công an {đv}", "CA", true),
    ("hanh-chinh-cong", BodyKind::ServiceCentre, "Trung tâm phục vụ hành chính công {đv}", "TTPVHCC", true),
    // Nobody signs in for it: its tasks go by a signed link.
    ("tram-y-te", BodyKind::PublicService, "Trạm Y tế {đv}", "TYT", true),
    ("mttq", BodyKind::Front, "Ủy ban MTTQ Việt Nam {đv}", "MTTQ", true),
    ("dien-luc", BodyKind::External, "Đội Quản lý điện khu vực Vân Đông (dựng ra)", "ĐL", false),
];

/// Bodies of the city, marked as invented.
const CITY_BODIES: &[(&str, BodyKind, &str, &str)] = &[
    ("ubnd", BodyKind::PeoplesCommittee, "UBND thành phố (vai trình diễn)", "UBND"),
    ("van-phong", BodyKind::Office, "Văn phòng UBND thành phố (vai trình diễn)", "UBND"),
    ("so-xay-dung", BodyKind::Division, "Sở Xây dựng (vai trình diễn)", "SXD"),
];

/// Posts of each commune: key, body, kind, name, head.
const POSTS: &[(&str, &str, PostKind, &str, bool)] = &[
    ("bi-thu", "dang-uy", PostKind::PartySecretary, "Bí thư Đảng ủy {đv}", true),
    ("chu-tich", "ubnd", PostKind::CommitteeChair, "Chủ tịch UBND {đv}", true),
    ("tt-hdnd", "hdnd", PostKind::CouncilStanding, "Thường trực HĐND {đv}", false),
    ("ct-mttq", "mttq", PostKind::FrontChair, "Chủ tịch Ủy ban MTTQ Việt Nam {đv}", false),
    ("chanh-vp", "van-phong", PostKind::ChiefOfOffice, "Chánh Văn phòng HĐND và UBND {đv}", false),
];

/// Posts of the city, marked as invented: key, body, kind, name.
const CITY_POSTS: &[(&str, &str, PostKind, &str)] = &[
    ("chu-tich", "ubnd", PostKind::CommitteeChair, "Chủ tịch UBND thành phố (vai trình diễn)"),
    ("giam-doc-sxd", "so-xay-dung", PostKind::BodyHead, "Giám đốc Sở Xây dựng (vai trình diễn)"),
];

/// An account of the demonstration before its password is hashed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Sign-in name.
    pub login: String,
    /// Invented name.
    pub full_name: &'static str,
    /// Role.
    pub role: Role,
    /// The unit's code.
    pub unit_code: &'static str,
    /// Key of the body.
    pub body: &'static str,
    /// Key of the post.
    pub post: Option<&'static str>,
}

/// Everybody who has an account in the demonstration.
#[must_use]
pub fn seats() -> Vec<Seat> {
    let mut all = Vec::new();
    let mut seat = |login: &str, full_name, role, unit_code, body, post| {
        all.push(Seat { login: login.to_owned(), full_name, role, unit_code, body, post });
    };
    seat("vanthu.vantrach", "Lương Thị Mai", Role::Secretary, VAN_TRACH, "van-phong", None);
    seat("chanhvp.vantrach", "Đỗ Quang Vinh", Role::Secretary, VAN_TRACH, "van-phong", Some("chanh-vp"));
    seat("bithu.vantrach", "Phạm Văn Thịnh", Role::Head, VAN_TRACH, "dang-uy", Some("bi-thu"));
    seat("chutich.vantrach", "Nguyễn Thị Hạnh", Role::Head, VAN_TRACH, "ubnd", Some("chu-tich"));
    seat("hdnd.vantrach", "Vũ Đình Kha", Role::Council, VAN_TRACH, "hdnd", Some("tt-hdnd"));
    seat("kinhte.vantrach", "Hoàng Minh Đức", Role::Body, VAN_TRACH, "phong-kinh-te", None);
    seat("vanxa.vantrach", "Bùi Thu Trang", Role::Body, VAN_TRACH, "phong-van-xa", None);
    seat("congan.vantrach", "Trần Quốc Bảo", Role::Body, VAN_TRACH, "cong-an", None);
    seat("hcc.vantrach", "Đào Thị Ngân", Role::Body, VAN_TRACH, "hanh-chinh-cong", None);
    seat("mttq.vantrach", "Lê Thị Ánh", Role::Front, VAN_TRACH, "mttq", Some("ct-mttq"));
    seat("ubkt.vantrach", "Ngô Văn Lực", Role::Inspector, VAN_TRACH, "ubkt", None);
    seat("quantri.vantrach", "Mai Tiến Dũng", Role::Admin, VAN_TRACH, "van-phong", None);
    seat("vanthu.donglam", "Phan Thu Hà", Role::Secretary, DONG_LAM, "van-phong", None);
    seat("chutich.donglam", "Đinh Công Sơn", Role::Head, DONG_LAM, "ubnd", Some("chu-tich"));
    seat("bithu.donglam", "Tạ Thị Nhung", Role::Head, DONG_LAM, "dang-uy", Some("bi-thu"));
    seat("kinhte.donglam", "Cao Văn Quyết", Role::Body, DONG_LAM, "phong-kinh-te", None);
    seat("mttq.donglam", "Hà Văn Tâm", Role::Front, DONG_LAM, "mttq", Some("ct-mttq"));
    seat("vanxa.donglam", "Trịnh Thị Vân", Role::Body, DONG_LAM, "phong-van-xa", None);
    seat("congan.donglam", "Nghiêm Xuân Trường", Role::Body, DONG_LAM, "cong-an", None);
    seat("hcc.donglam", "Khúc Thị Hiền", Role::Body, DONG_LAM, "hanh-chinh-cong", None);
    seat("hdnd.donglam", "Lưu Đức Thành", Role::Council, DONG_LAM, "hdnd", Some("tt-hdnd"));
    seat("vanphong.thanhpho", "Dương Hải Yến", Role::Secretary, CITY, "van-phong", None);
    seat("chutich.thanhpho", "Vương Quốc Trí", Role::Head, CITY, "ubnd", Some("chu-tich"));
    seat("giamdoc.soxaydung", "Lại Văn Hiếu", Role::Head, CITY, "so-xay-dung", Some("giam-doc-sxd"));
    all
}

/// Id of a unit of the demonstration, or of the city.
#[must_use]
pub fn unit(code: &str) -> String {
    unit_id(code, if code == CITY { Period::From2025 } else { Period::Demo })
}

/// Id of a body of the demonstration.
#[must_use]
pub fn body(code: &str, key: &str) -> String {
    format!("{code}-{key}")
}

/// Id of a post of the demonstration.
#[must_use]
pub fn post(code: &str, key: &str) -> String {
    format!("{code}-{key}")
}

/// Id of a village of the demonstration, by its place in [`VILLAGES`].
#[must_use]
pub fn village(code: &str, number: usize) -> String {
    format!("{code}-v{number}")
}

/// Puts up the invented communes. The national lists of units are loaded before.
#[derive(Clone, Copy, Debug, Default)]
pub struct PutUpWorld;

impl Verb for PutUpWorld {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        if cx.actor != caunoi_domain::people::actor::Actor::System {
            return Err(Refusal::NotAllowed(caunoi_domain::people::policy::Action::Administer));
        }
        let city = unit::find(tx, &unit(CITY)).await?.ok_or(Refusal::NotFound("unit"))?;
        for (n, (code, kind, name, short)) in
            [(VAN_TRACH, "xa", "Xã Vân Trạch", "xã"), (DONG_LAM, "phuong", "Phường Đông Lãm", "phường")].into_iter().enumerate()
        {
            let id = unit(code);
            unit::put(
                tx,
                &UnitRow {
                    id: id.clone(),
                    code: code.to_owned(),
                    period: Period::Demo,
                    level: Level::Commune,
                    kind: kind.to_owned(),
                    name: name.to_owned(),
                    parent_id: Some(city.id.clone()),
                    province_id: city.id.clone(),
                    valid_from: Some(first_day().to_string()),
                    valid_to: None,
                    source: "demo".to_owned(),
                },
            )
            .await?;
            let number = i64::try_from(n).unwrap_or(0);
            search::put(
                tx,
                &Doc {
                    id: 900_000 + number,
                    kind: "unit",
                    reference: code,
                    unit_id: &id,
                    public: true,
                    title: name,
                    context: &format!("{} (dựng ra để trình diễn)", city.name),
                    text: &format!("{name} {}", city.name),
                    weight: 3,
                    at: cx.now_us,
                },
            )
            .await?;
            for (v, village_name) in VILLAGES.iter().filter(|(c, _)| *c == code).flat_map(|(_, all)| all.iter()).enumerate() {
                let row = VillageRow { id: village(code, v + 1), unit_id: id.clone(), name: (*village_name).to_owned() };
                unit::put_village(tx, &row, "demo").await?;
                search::put(
                    tx,
                    &Doc {
                        id: 901_000 + number * 100 + i64::try_from(v).unwrap_or(0),
                        kind: "village",
                        reference: &row.id,
                        unit_id: &id,
                        public: true,
                        title: village_name,
                        context: name,
                        text: &format!("{village_name} {name}"),
                        weight: 0,
                        at: cx.now_us,
                    },
                )
                .await?;
            }
            for (key, kind, body_name, symbol, has_account) in BODIES {
                people::put_body(
                    tx,
                    &BodyRow {
                        id: body(code, key),
                        unit_id: id.clone(),
                        kind: *kind,
                        name: body_name.replace("{đv}", short),
                        symbol: (*symbol).to_owned(),
                        has_account: *has_account,
                    },
                )
                .await?;
            }
            for (key, body_key, kind, post_name, head) in POSTS {
                people::put_post(
                    tx,
                    &PostRow {
                        id: post(code, key),
                        body_id: body(code, body_key),
                        unit_id: id.clone(),
                        kind: *kind,
                        name: post_name.replace("{đv}", short),
                        head: *head,
                        holder: None,
                    },
                )
                .await?;
            }
        }
        for (key, kind, name, symbol) in CITY_BODIES {
            people::put_body(
                tx,
                &BodyRow {
                    id: body(CITY, key),
                    unit_id: city.id.clone(),
                    kind: *kind,
                    name: (*name).to_owned(),
                    symbol: (*symbol).to_owned(),
                    has_account: true,
                },
            )
            .await?;
        }
        for (key, body_key, kind, name) in CITY_POSTS {
            people::put_post(
                tx,
                &PostRow {
                    id: post(CITY, key),
                    body_id: body(CITY, body_key),
                    unit_id: city.id.clone(),
                    kind: *kind,
                    name: (*name).to_owned(),
                    head: true,
                    holder: None,
                },
            )
            .await?;
        }
        Ok(())
    }
}
