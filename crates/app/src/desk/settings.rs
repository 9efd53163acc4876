//! What an officer says about their own news: seen, and where they are mailed.

use caunoi_domain::{people::email::Email, problem::What, record::event::Datum};
use caunoi_store::{
    Tx,
    mail::{self, Setting},
    news, unit,
};

use crate::{
    context::{Cx, Happened, Verb},
    refusal::Refusal,
};

/// All news up to now were seen.
#[derive(Clone, Copy, Debug)]
pub struct SeeNews;

impl Verb for SeeNews {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let officer = cx.actor.officer().ok_or(Refusal::NotFound("account"))?;
        news::see(tx, &officer.user_id, &officer.unit_id, cx.now_us).await?;
        Ok(())
    }
}

/// The officer's own address, and whether news go there.
#[derive(Clone, Debug)]
pub struct SetMail {
    /// Address; empty takes it away.
    pub address: String,
    /// News are wanted there.
    pub wanted: bool,
}

impl Verb for SetMail {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let officer = cx.actor.officer().ok_or(Refusal::NotFound("account"))?;
        let typed = self.address.trim();
        let address = Email::parse(typed);
        if address.is_none() && (!typed.is_empty() || self.wanted) {
            return Err(Refusal::problem("address", What::Email));
        }
        let address = address.map(|a| a.as_str().to_owned()).unwrap_or_default();
        mail::set(tx, &officer.user_id, &Setting { address, wanted: self.wanted }, cx.now_us).await?;
        let unit = unit::find(tx, &officer.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
        let data = vec![("wanted", Datum::Int(i64::from(self.wanted)))];
        let happened = Happened {
            kind: "account.mail_set",
            unit_id: &unit.id,
            province_id: &unit.province_id,
            subject_kind: "account",
            subject: &officer.user_id,
            data,
        };
        cx.record(tx, happened).await
    }
}
