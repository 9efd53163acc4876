//! Kết thúc theo thủ tục: a matter that is not for this institution ends with paper, receiver and date, or not at all.

use caunoi_domain::{
    opinion::{
        item::{EndingManner, Route, Standing},
        step::Step,
    },
    people::policy::Action,
    problem::{MissingPart, Problem, What},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    item::{self, Next},
    triage_ends::{self, EndingRow},
    unit,
};
use jiff::civil::Date;

use crate::{
    context::{Cx, Verb},
    opinion::{
        bench,
        discreet::Discreet,
        upload::{self, AttachTo, Kept},
    },
    refusal::Refusal,
};

/// Ends an item procedurally.
#[derive(Clone, Debug)]
pub struct EndProcedurally {
    /// Public id.
    pub item: i64,
    /// chuyển đơn, hướng dẫn, trả lại, lưu
    pub manner: EndingManner,
    /// Number and symbol of the paper.
    pub paper: String,
    /// Day of the paper.
    pub paper_on: Option<Date>,
    /// Who received it.
    pub receiver: String,
    /// Why.
    pub reason: String,
    /// The scanned paper.
    pub files: Vec<Kept>,
}

impl Verb for EndProcedurally {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let mut i = bench::open_item(tx, cx, Action::Triage, self.item).await?;
        let mut problems = Vec::new();
        for (field, text) in [("paper", &self.paper), ("receiver", &self.receiver)] {
            if text.is_empty() {
                problems.push(Problem::new(field, What::Missing(MissingPart::EndingPaper)));
            }
        }
        let Some(paper_on) = self.paper_on.filter(|_| problems.is_empty()) else {
            if self.paper_on.is_none() {
                problems.push(Problem::new("paper_on", What::Missing(MissingPart::EndingPaper)));
            }
            return Err(Refusal::Invalid(problems));
        };
        if paper_on > cx.today {
            return Err(Refusal::problem("paper_on", What::DayOutOfOrder));
        }
        Discreet::about(tx, &i).await?.check(&[("paper", &self.paper), ("receiver", &self.receiver)])?;
        let ending = EndingRow {
            id: cx.id(),
            item_id: i.id.clone(),
            manner: self.manner,
            paper: self.paper.clone(),
            paper_on: paper_on.to_string(),
            receiver: self.receiver.clone(),
            reason: self.reason.clone(),
            at: cx.now_us,
            by_user: cx.actor.id().to_owned(),
        };
        triage_ends::add_ending(tx, &ending).await?;
        upload::attach(tx, cx, AttachTo { unit_id: &i.unit_id, kind: "ending", id: &ending.id, public: false }, &self.files).await?;
        i.route = Route::Ended;
        i.standing = Standing::Ended;
        i.disposed_at = Some(cx.now_us);
        // What was transferred by law is with its receiver from that day; every other manner ends it.
        i.next = if self.manner == EndingManner::Transfer { Next::outside(&ending.receiver, &ending.paper_on) } else { Next::nobody() };
        item::save(tx, &i, cx.now_us).await?;
        let step = Step::Ended {
            manner: ending.manner,
            paper: ending.paper.clone(),
            paper_on: ending.paper_on.clone(),
            receiver: ending.receiver.clone(),
        };
        cx.step(tx, &i.province_id, &i.id, &step).await?;
        let data = vec![
            ("manner", bench::code(ending.manner.code())),
            ("paper_on", Datum::Date(ending.paper_on.clone())),
            ("paper_sha256", cx.commit(ending.paper.as_bytes())),
        ];
        bench::record(tx, cx, "item.ended", &i, data).await?;
        unit::bump_version(tx, &i.unit_id).await?;
        Ok(())
    }
}
