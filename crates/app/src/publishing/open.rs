//! A step of a dialogue opens what has to be made public, with the place of every proof: missing ones can be listed
//! from the first day (L3).

use caunoi_domain::{
    dialogue::announcement::Lead,
    opinion::tracking_code::PublicId,
    publishing::{
        matter::{ANNOUNCEMENT, RESULTS},
        proof::ProofWay,
    },
    record::event::Datum,
    regulation::clock::LimitName,
};
use caunoi_store::{
    Tx,
    dialogue::DialogueRow,
    notice::NoticeRow,
    publication::{self, PublicationRow},
    publication_proof::{self, ProofRow},
    unit,
};
use jiff::civil::Date;

use crate::{
    context::{Cx, Happened},
    refusal::Refusal,
};

/// What a publication is about.
pub(super) struct About<'a> {
    pub province_id: &'a str,
    pub unit_id: &'a str,
    pub matter: &'a str,
    pub dialogue_id: Option<&'a str>,
    pub notice_id: Option<&'a str>,
    pub title: &'a str,
    pub paper: &'a str,
    pub opened_on: Date,
    pub due_on: Date,
    pub citation: &'a str,
    pub confirmed: bool,
    pub ways: &'a [ProofWay],
}

/// Opens a publication with the place of each of its proofs; answers its public id.
pub(super) async fn open(tx: &mut Tx<'_>, cx: &Cx, a: &About<'_>) -> Result<i64, Refusal> {
    let row = PublicationRow {
        id: cx.id(),
        province_id: a.province_id.to_owned(),
        unit_id: a.unit_id.to_owned(),
        public_id: cx.public_id().to_i64(),
        matter: a.matter.to_owned(),
        dialogue_id: a.dialogue_id.map(str::to_owned),
        notice_id: a.notice_id.map(str::to_owned),
        title: a.title.to_owned(),
        paper: a.paper.to_owned(),
        opened_on: a.opened_on.to_string(),
        due_on: a.due_on.to_string(),
        citation: a.citation.to_owned(),
        confirmed: a.confirmed,
        at: cx.now_us,
        by_user: cx.actor.id().to_owned(),
        by_label: cx.actor.label().to_owned(),
    };
    publication::add(tx, &row).await?;
    let mut proofs = 0;
    for way in a.ways {
        let villages: Vec<Option<String>> = match way {
            ProofWay::Village => unit::villages(tx, a.unit_id).await?.into_iter().map(|v| Some(v.id)).collect(),
            ProofWay::Media | ProofWay::Posted => vec![None],
        };
        for village_id in villages {
            publication_proof::open(tx, &missing(cx, &row, *way, village_id)).await?;
            proofs += 1;
        }
    }
    cx.record(
        tx,
        Happened {
            kind: "publication.opened",
            unit_id: a.unit_id,
            province_id: a.province_id,
            subject_kind: "publication",
            subject: &row.id,
            data: vec![
                ("public_id", Datum::Id(PublicId::from_i64(row.public_id).to_string())),
                ("matter", Datum::Id(row.matter.clone())),
                ("due_on", Datum::date(a.due_on)),
                ("proofs", Datum::Int(proofs)),
            ],
        },
    )
    .await?;
    Ok(row.public_id)
}

/// The place of a proof that is missing.
pub(super) fn missing(cx: &Cx, of: &PublicationRow, way: ProofWay, village_id: Option<String>) -> ProofRow {
    ProofRow {
        id: cx.id(),
        province_id: of.province_id.clone(),
        unit_id: of.unit_id.clone(),
        publication_id: of.id.clone(),
        public_id: cx.public_id().to_i64(),
        way,
        village_id,
        village: String::new(),
        from_on: None,
        to_on: None,
        place: String::new(),
        who: String::new(),
        paper: String::new(),
        at: None,
        by_user: String::new(),
        by_label: String::new(),
        ended_on: None,
        ended_by: String::new(),
        files: 0,
    }
}

/// The announcement of a dialogue is to be proved: by the last day in time, or today where it is later already.
/// Announced anew (another day, another place), the proofs of the announcement before count no more.
///
/// # Errors
/// The store's failure.
pub(crate) async fn open_announcement(tx: &mut Tx<'_>, cx: &Cx, d: &DialogueRow, lead: &Lead) -> Result<(), Refusal> {
    publication::void_of_dialogue(tx, &d.id, ANNOUNCEMENT, cx.now_us).await?;
    let all = super::matters()?;
    let ways = all.find(ANNOUNCEMENT).map(|m| m.ways.clone()).unwrap_or_default();
    let about = About {
        province_id: &d.province_id,
        unit_id: &d.unit_id,
        matter: ANNOUNCEMENT,
        dialogue_id: Some(&d.id),
        notice_id: None,
        title: &d.title,
        paper: "",
        opened_on: cx.today,
        due_on: lead.by.max(cx.today),
        citation: &lead.citation,
        confirmed: cx.limits.get(LimitName::announcement(d.basis)).is_some_and(|l| l.confirmed),
        ways: &ways,
    };
    open(tx, cx, &about).await.map(drop)
}

/// The results of a dialogue are to be proved: in the mass media, at the seat, in each village, counted from the day
/// on which it was held.
///
/// # Errors
/// The store's failure.
pub(crate) async fn open_results(tx: &mut Tx<'_>, cx: &Cx, d: &DialogueRow, n: &NoticeRow) -> Result<(), Refusal> {
    let all = super::matters()?;
    let ways = all.find(RESULTS).map(|m| m.ways.clone()).unwrap_or_default();
    let held: Date = d.held_on.as_deref().unwrap_or(&d.on_day).parse().unwrap_or(cx.today);
    let (due, citation) = cx.limits.due(&cx.calendar, held, LimitName::results(d.basis));
    let about = About {
        province_id: &d.province_id,
        unit_id: &d.unit_id,
        matter: RESULTS,
        dialogue_id: Some(&d.id),
        notice_id: Some(&n.id),
        title: &d.title,
        paper: &n.symbol,
        opened_on: cx.today,
        due_on: due.date,
        citation,
        confirmed: cx.limits.get(LimitName::results(d.basis)).is_some_and(|l| l.confirmed),
        ways: &ways,
    };
    open(tx, cx, &about).await.map(drop)
}
