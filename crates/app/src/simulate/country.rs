//! The simulated communes: as many as asked for, shared out over the real provinces, with the bodies that a thread
//! needs. Their codes carry a letter that no official unit has, their source is `simulation`, and like the
//! demonstration's they stand outside national totals and maps.

use caunoi_domain::{
    people::{
        actor::{Actor, Officer, Role},
        body::BodyKind,
    },
    unit::{Level, Period, unit_id},
};
use caunoi_store::{
    Tx,
    people::{self, BodyRow},
    search::{self, Doc},
    unit::{self, UnitRow, VillageRow},
};

use super::words::VILLAGES;
use crate::{
    context::{Cx, Verb},
    refusal::Refusal,
};

/// The search rows of simulated places are numbered from here on, a hundred for each commune.
const DOCS: i64 = 50_000_000;
/// The first day of the units of today.
const FROM: &str = "2025-07-01";

const BODIES: &[(&str, BodyKind, &str, &str)] = &[
    ("ubnd", BodyKind::PeoplesCommittee, "Ủy ban nhân dân xã", "UBND"),
    ("van-phong", BodyKind::Office, "Văn phòng HĐND và UBND xã", "VP"),
    ("phong-kinh-te", BodyKind::Division, "Phòng Kinh tế xã", "PKT"),
    ("phong-van-xa", BodyKind::Division, "Phòng Văn hóa - Xã hội xã", "PVHXH"),
];

/// Code of a simulated commune, counted from 1.
#[must_use]
pub fn code(commune: u32) -> String {
    format!("S{commune:04}")
}

/// Id of a simulated commune.
pub(super) fn unit(commune: u32) -> String {
    unit_id(&code(commune), Period::Demo)
}

/// Id of a body of it.
pub(super) fn body(commune: u32, key: &str) -> String {
    format!("{}-{key}", code(commune))
}

/// Id of a village of it, by its place in [`VILLAGES`].
pub(super) fn village(commune: u32, number: usize) -> String {
    format!("{}-v{number}", code(commune))
}

/// An officer of a body of it.
pub(super) fn officer(commune: u32, role: Role, key: &str) -> Actor {
    let name = BODIES.iter().find(|(k, ..)| *k == key).map_or("", |(_, _, name, _)| name);
    Actor::Officer(Officer {
        user_id: format!("{}-{key}-1", code(commune)),
        full_name: "Cán bộ mô phỏng".to_owned(),
        role,
        unit_id: unit(commune),
        body_id: body(commune, key),
        body_name: name.to_owned(),
        post_id: None,
        post_name: None,
        leads: role == Role::Head,
    })
}

/// Puts up communes `first..=last`.
pub(super) struct PutUp {
    pub(super) first: u32,
    pub(super) last: u32,
}

impl Verb for PutUp {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut provinces = Vec::new();
        for n in 1..100 {
            let found = unit::find(tx, &unit_id(&format!("{n:02}"), Period::From2025)).await?;
            provinces.extend(found.filter(|u| u.level == Level::Province));
        }
        for commune in self.first..=self.last {
            let at = usize::try_from(commune).unwrap_or(0).checked_rem(provinces.len()).unwrap_or(0);
            let province = provinces.get(at).ok_or(Refusal::NotFound("unit"))?;
            put_up(tx, cx, commune, province).await?;
        }
        Ok(())
    }
}

async fn put_up(tx: &mut Tx<'_>, cx: &Cx, commune: u32, province: &UnitRow) -> Result<(), Refusal> {
    let (id, name) = (unit(commune), format!("Xã Mô phỏng {commune}"));
    let row = UnitRow {
        id: id.clone(),
        code: code(commune),
        period: Period::Demo,
        level: Level::Commune,
        kind: "xa".to_owned(),
        name: name.clone(),
        parent_id: Some(province.id.clone()),
        province_id: province.id.clone(),
        valid_from: Some(FROM.to_owned()),
        valid_to: None,
        source: "simulation".to_owned(),
    };
    unit::put(tx, &row).await?;
    let doc = Doc {
        id: DOCS + i64::from(commune) * 100,
        kind: "unit",
        reference: &row.code,
        unit_id: &id,
        public: true,
        title: &name,
        context: &format!("{} (mô phỏng)", province.name),
        text: &format!("{name} {}", province.name),
        weight: 3,
        at: cx.now_us,
    };
    search::put(tx, &doc).await?;
    for (n, village_name) in (1..).zip(VILLAGES) {
        let v = VillageRow { id: village(commune, n), unit_id: id.clone(), name: (*village_name).to_owned() };
        unit::put_village(tx, &v, "simulation").await?;
    }
    for (key, kind, body_name, symbol) in BODIES {
        let b = BodyRow {
            id: body(commune, key),
            unit_id: id.clone(),
            kind: *kind,
            name: (*body_name).to_owned(),
            symbol: (*symbol).to_owned(),
            has_account: true,
        };
        people::put_body(tx, &b).await?;
    }
    Ok(())
}
