//! The person says whether the matter is solved: on the page, with the code and the second secret of the slip.
//! The first disagreement reopens it, the second names a further path (S1.9, S4.12).

use caunoi_domain::{
    followup::{
        VerdictChannel, VerdictValue,
        verdict::{Consequence, consequence, is_asked},
    },
    opinion::{
        item::Standing,
        step::Step,
        submission,
        tracking_code::{SecondSecret, TrackingCode},
    },
    people::actor::Actor,
    problem::{Problem, What},
    record::event::Datum,
};
use caunoi_store::{
    Tx,
    item::{self, ItemRow, Next},
    opinion, unit,
    verdict::{self, VerdictRow},
};
use subtle::ConstantTimeEq as _;

use crate::{
    context::{App, Cx, Happened, Verb},
    followup::assign,
    opinion::receipt,
    people::sign_in::{count_guess, forget_tries},
    refusal::Refusal,
};

/// Characters of a reason at most.
const REASON_MAX: usize = 2_000;
/// Tries at the second secret of one code inside the window of [`count_guess`].
const TRIES: i64 = 20;

/// What was said, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Public id of the item.
    pub item: i64,
    /// How often the item had been reopened on the page that asked.
    pub round: i64,
    /// `agree` or `disagree`.
    pub value: String,
    /// Why not.
    pub reason: String,
}

/// A verdict that can be taken.
#[derive(Clone, Debug)]
pub(crate) struct Parsed {
    pub(crate) item: i64,
    pub(crate) round: i64,
    pub(crate) value: VerdictValue,
    pub(crate) reason: String,
}

impl Said {
    pub(crate) fn parse(&self, problems: &mut Vec<Problem>) -> Option<Parsed> {
        let value = self.value.parse().map_err(|_| problems.push(Problem::new("verdict", What::NotAChoice))).ok();
        let needed = value == Some(VerdictValue::Disagree);
        let reason = submission::text(&self.reason, "reason", REASON_MAX, needed, problems);
        value.map(|value| Parsed { item: self.item, round: self.round, value, reason: if needed { reason } else { String::new() } })
    }

    /// The same verdict is the same form, however often it is sent.
    pub(crate) fn key(&self) -> String {
        format!("{}.{}.{}", self.item, self.round, self.value)
    }
}

/// Takes the verdict of the person who holds the slip; answers what it led to.
///
/// # Errors
/// [`Refusal::Invalid`] with fields `secret`, `verdict`, `reason`; [`Refusal::TooMany`]; why it was not taken.
pub async fn judge(app: &App, code: TrackingCode, secret: &str, said: &Said) -> Result<Standing, Refusal> {
    let mut problems = Vec::new();
    let secret = match SecondSecret::parse(secret) {
        Ok(secret) => Some(secret),
        Err(_) if secret.trim().is_empty() => {
            problems.push(Problem::new("secret", What::Empty));
            None
        }
        Err(e) => {
            problems.push(Problem::new("secret", What::Code(e)));
            None
        }
    };
    let parsed = said.parse(&mut problems);
    let (Some(secret), Some(parsed), true) = (secret, parsed, problems.is_empty()) else { return Err(Refusal::Invalid(problems)) };
    count_guess(app, "second secret", &code.compact(), &secret.to_string(), TRIES).await?;
    let found = opinion::by_code(&mut app.store.read().await?, receipt::code_hash(&app.keys, code)).await?;
    let (opinion_id, hash) = found.ok_or(Refusal::NotFound("code"))?;
    if !bool::from(hash.ct_eq(&receipt::secret_hash(&app.keys, code, secret))) {
        return Err(Refusal::problem("secret", What::WrongSecret));
    }
    forget_tries(app, "second secret", &code.compact()).await?;
    app.carry_out_once(&Actor::Person, &said.key(), Judge { opinion_id, parsed }).await
}

#[derive(Debug)]
struct Judge {
    opinion_id: String,
    parsed: Parsed,
}

impl Verb for Judge {
    type Done = Standing;
    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<Standing, Refusal> {
        let mut item = asked(tx, &self.opinion_id, &self.parsed).await?;
        take(tx, cx, &mut item, &self.parsed, VerdictChannel::Web).await
    }
}

/// The item that the verdict is about, where it is one of this opinion and a verdict is asked for in this round.
pub(crate) async fn asked(tx: &mut Tx<'_>, opinion_id: &str, parsed: &Parsed) -> Result<ItemRow, Refusal> {
    let item = item::find_public(tx, parsed.item).await?.filter(|i| i.opinion_id == opinion_id).ok_or(Refusal::NotFound("item"))?;
    if item.reopened == parsed.round && is_asked(item.standing, item.next.code) { Ok(item) } else { Err(Refusal::not_now(item.standing)) }
}

/// Writes the verdict and what it leads to.
pub(crate) async fn take(
    tx: &mut Tx<'_>,
    cx: &Cx,
    item: &mut ItemRow,
    parsed: &Parsed,
    channel: VerdictChannel,
) -> Result<Standing, Refusal> {
    let row = VerdictRow {
        id: cx.id(),
        item_id: item.id.clone(),
        round: item.reopened,
        value: parsed.value,
        reason: parsed.reason.clone(),
        channel,
        at: cx.now_us,
        on_day: cx.today_iso(),
        clerk: cx.actor.officer().map(|o| o.user_id.clone()),
    };
    verdict::add(tx, &row).await?;
    let at_counter = channel == VerdictChannel::Counter;
    let step = match parsed.value {
        VerdictValue::Agree => Step::Agreed { at_counter },
        VerdictValue::Disagree => Step::Disagreed { reason: parsed.reason.clone(), at_counter },
    };
    cx.step(tx, &item.province_id, &item.id, &step).await?;
    record(tx, cx, item, &row).await?;
    match consequence(parsed.value, item.reopened) {
        Consequence::Agreed => end(tx, cx, item, Standing::Agreed).await?,
        Consequence::Reopened => assign::reopen(tx, cx, item).await?,
        Consequence::FurtherPath => {
            cx.step(tx, &item.province_id, &item.id, &Step::FurtherPath).await?;
            end(tx, cx, item, Standing::FurtherPath).await?;
        }
    }
    Ok(item.standing)
}

async fn end(tx: &mut Tx<'_>, cx: &Cx, item: &mut ItemRow, standing: Standing) -> Result<(), Refusal> {
    if standing == Standing::Agreed {
        item.agreed_at = Some(cx.now_us);
    }
    item.standing = standing;
    item.next = if standing == Standing::FurtherPath { Next::choice(&cx.today_iso()) } else { Next::nobody() };
    item::save(tx, item, cx.now_us).await?;
    unit::bump_version(tx, &item.unit_id).await?;
    Ok(())
}

async fn record(tx: &mut Tx<'_>, cx: &Cx, item: &ItemRow, row: &VerdictRow) -> Result<(), Refusal> {
    cx.record(
        tx,
        Happened {
            kind: "verdict.given",
            unit_id: &item.unit_id,
            province_id: &item.province_id,
            subject_kind: "item",
            subject: &item.id,
            data: vec![
                ("value", Datum::Code(row.value.code().to_owned())),
                ("channel", Datum::Code(row.channel.code().to_owned())),
                ("round", Datum::Int(row.round)),
                ("reason_sha256", cx.commit(row.reason.as_bytes())),
            ],
        },
    )
    .await
}
