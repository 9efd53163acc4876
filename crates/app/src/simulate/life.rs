//! The life of one simulated opinion: which acts befall it and when, drawn from the seed and its number alone.

use caunoi_domain::{
    followup::{Extent, VerdictChannel, VerdictValue},
    opinion::{
        item::{Grounded, WithheldGround},
        kind::{Channel, OpinionKind},
        submission::{PersonDetails, Submission},
        triage::Classification,
    },
    people::actor::{Actor, Role},
};
use caunoi_store::{Tx, assignment, item, opinion};
use jiff::civil::Date;

use super::{
    country,
    draw::Draw,
    words::{self, Said, VILLAGES},
};
use crate::{
    clock,
    context::{Cx, Verb as _},
    followup::{
        finish_task::FinishTask,
        judge::{self, Parsed},
    },
    keys::Keys,
    opinion::{
        answer_directly::AnswerDirectly, assign_at_once::AssignAtOnce, classify::Classify, publish::Publish, receipt,
        submit::SubmitOpinion, withhold::Withhold,
    },
    refusal::Refusal,
};

/// What befalls an opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Act {
    Arrives,
    Sorted,
    Published,
    Withheld,
    Answered,
    Assigned,
    Done,
    Agreed,
}

/// An act of one opinion at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Due {
    /// Epoch microseconds.
    pub(super) at: i64,
    /// Number of the opinion.
    pub(super) opinion: u32,
    pub(super) act: Act,
}

/// One opinion.
pub(super) struct Life {
    seed: u64,
    opinion: u32,
    commune: u32,
    village: usize,
    came_on: Date,
    draw: Draw,
}

impl Life {
    /// The opinion of that number, in a country of that many communes, within `days` before `today`.
    pub(super) fn new(seed: u64, opinion: u32, communes: u32, days: u32, today: Date) -> Self {
        let mut draw = Draw::new(seed, &opinion.to_string());
        // Some communes are busy and some are quiet: the smaller of two throws.
        let (a, b) = (draw.below(communes.into()), draw.below(communes.into()));
        let commune = u32::try_from(a.min(b)).unwrap_or(0) + 1;
        let village = usize::try_from(draw.below(VILLAGES.len() as u64)).unwrap_or(0) + 1;
        let back = i32::try_from(draw.below(days.into())).unwrap_or(0);
        let came_on = today.saturating_sub(jiff::Span::new().days(back));
        Self { seed, opinion, commune, village, came_on, draw }
    }

    /// Its acts up to a moment, in order.
    pub(super) fn acts(mut self, until: i64) -> Vec<Due> {
        let opinion = self.opinion;
        let mut day = self.came_on;
        let mut acts = vec![];
        let hour = |draw: &mut Draw, from: u64, hours: u64| i8::try_from(from + draw.below(hours)).unwrap_or(9);
        let mut put = |draw: &mut Draw, act: Act, after: u64, (from, hours): (u64, u64)| {
            day = day.saturating_add(jiff::Span::new().days(i32::try_from(after).unwrap_or(0)));
            let minute = i8::try_from(draw.below(60)).unwrap_or(0);
            acts.push(Due { at: clock::instant(day, hour(draw, from, hours), minute), opinion, act });
        };
        let d = &mut self.draw;
        put(d, Act::Arrives, 0, (6, 2));
        match d.below(100) {
            0..4 => {}
            4..10 => put(d, Act::Sorted, 1, (8, 2)),
            fate => {
                let (sorted, published) = (1 + d.below(6), d.below(5));
                put(d, Act::Sorted, sorted, (8, 2));
                if fate < 13 {
                    put(d, Act::Withheld, published, (10, 1));
                    return until_then(acts, until);
                }
                put(d, Act::Published, published, (10, 1));
                let agreed = 2 + d.below(12);
                match fate {
                    13..50 => put(d, Act::Answered, 0, (11, 1)),
                    50..65 => put(d, Act::Assigned, 0, (11, 1)),
                    _ => {
                        put(d, Act::Assigned, 0, (11, 1));
                        let done = 5 + d.below(50);
                        put(d, Act::Done, done, (14, 2));
                    }
                }
                if d.below(10) < 6 && !(50..65).contains(&fate) {
                    put(d, Act::Agreed, agreed, (19, 2));
                }
            }
        }
        until_then(acts, until)
    }

    fn said(&self) -> (usize, Said) {
        let mut draw = Draw::new(self.seed, &format!("{}/words", self.opinion));
        let name = self.village.checked_sub(1).and_then(|n| VILLAGES.get(n)).copied().unwrap_or_default();
        (self.village, words::say(&mut draw, name))
    }

    fn slip(&self, keys: &Keys) -> receipt::Slip {
        receipt::slip(keys, &format!("simulate/{}/{}", self.seed, self.opinion))
    }

    /// Who does it.
    pub(super) fn actor(&self, act: Act) -> Actor {
        match act {
            Act::Arrives | Act::Agreed => Actor::Person,
            Act::Done => country::officer(self.commune, Role::Body, self.division()),
            _ => country::officer(self.commune, Role::Secretary, "van-phong"),
        }
    }

    fn division(&self) -> &'static str {
        if self.opinion.is_multiple_of(3) { "phong-van-xa" } else { "phong-kinh-te" }
    }

    /// Carries the act out.
    pub(super) async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx, act: Act) -> Result<(), Refusal> {
        if act == Act::Arrives {
            return self.arrive(tx, cx).await;
        }
        let slip = self.slip(&cx.keys);
        let (opinion_id, _) = opinion::by_code(tx, receipt::code_hash(&cx.keys, slip.code)).await?.ok_or(Refusal::NotFound("opinion"))?;
        let i = item::of_opinion(tx, &opinion_id).await?.pop().ok_or(Refusal::NotFound("item"))?;
        let (item, (_, said)) = (i.public_id, self.said());
        match act {
            Act::Arrives => Ok(()),
            Act::Sorted => {
                let class = Classification {
                    title: Some(said.title),
                    kind: None,
                    field: said.field,
                    grounded: Grounded::Grounded,
                    note: "Đã xem tại chỗ.".to_owned(),
                };
                Classify { items: vec![item], class }.carry_out(tx, cx).await.map(drop)
            }
            Act::Published => Publish { item, title: said.title, body: said.body }.carry_out(tx, cx).await,
            Act::Withheld => Withhold { item, ground: WithheldGround::Duplicate }.carry_out(tx, cx).await,
            Act::Answered => {
                let result = "Xã đã kiểm tra và trả lời tại nhà văn hóa thôn; việc được đưa vào kế hoạch quý sau.".to_owned();
                AnswerDirectly { item, result, norm: "Kế hoạch của xã (mô phỏng)".to_owned() }.carry_out(tx, cx).await
            }
            Act::Assigned => {
                let body_id = country::body(self.commune, self.division());
                AssignAtOnce { items: vec![item], body_id, partners: Vec::new(), task: String::new(), due_on: None }
                    .carry_out(tx, cx)
                    .await
                    .map(drop)
            }
            Act::Done => {
                let task = assignment::of_item(tx, &i.id).await?.pop().ok_or(Refusal::NotFound("task"))?.public_id;
                let (result, norm) = ("Đã làm xong tại chỗ, bà con đã xem.".to_owned(), "Biên bản nghiệm thu (mô phỏng)".to_owned());
                FinishTask { task, extent: Extent::Whole, result, norm, files: Vec::new(), files_public: false }.carry_out(tx, cx).await
            }
            Act::Agreed => {
                let parsed = Parsed { item, round: 0, value: VerdictValue::Agree, reason: String::new() };
                let mut asked = judge::asked(tx, &opinion_id, &parsed).await?;
                judge::take(tx, cx, &mut asked, &parsed, VerdictChannel::Web).await.map(drop)
            }
        }
    }

    async fn arrive(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let (village, said) = self.said();
        let submission = Submission {
            kind: OpinionKind::Petition,
            body: said.body,
            village_id: Some(country::village(self.commune, village)),
            place_note: String::new(),
            occurred_on: None,
            person: PersonDetails::default(),
            name_public: false,
        };
        let (unit_id, slip) = (country::unit(self.commune), self.slip(&cx.keys));
        let verb = SubmitOpinion { unit_id, submission, channel: Channel::Web, files: Vec::new(), signed: false, source: None, slip };
        verb.carry_out(tx, cx).await.map(drop)
    }
}

fn until_then(mut acts: Vec<Due>, until: i64) -> Vec<Due> {
    acts.retain(|a| a.at <= until);
    acts
}
