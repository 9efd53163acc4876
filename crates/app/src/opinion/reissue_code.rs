//! Cấp lại mã tại quầy (P15): a person has lost the slip; the officer finds the opinion, checks by hand who they are, and
//! prints a new slip. The old code and its second secret end with it; nobody sees the new secret again.

use caunoi_domain::{
    opinion::{reissue::IdentityCheck, step::Step},
    people::{
        actor::Actor,
        policy::{Action, Scope},
    },
    record::event::Datum,
};
use caunoi_store::{Tx, code_reissue, item, opinion, unit};

use crate::{
    context::{App, Cx, Happened, Verb},
    opinion::receipt::{self, Slip},
    refusal::Refusal,
};

/// Replaces the code of an opinion.
#[derive(Clone, Debug)]
pub struct ReissueCode {
    /// The opinion's public id.
    pub opinion: i64,
    /// How the person was known.
    pub check: IdentityCheck,
    /// The new slip.
    pub slip: Slip,
}

/// Replaces once for a form key: the same form again gives the same slip.
///
/// # Errors
/// Why it was not replaced; then the old code stays good.
pub async fn reissue(app: &App, actor: &Actor, form_key: &str, opinion: i64, check: IdentityCheck) -> Result<Slip, Refusal> {
    let slip = receipt::slip(&app.keys, &app.key_of(form_key, &(opinion, check)));
    app.carry_out_once(actor, form_key, ReissueCode { opinion, check, slip }).await?;
    Ok(slip)
}

impl Verb for ReissueCode {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        let o = opinion::find_public(tx, self.opinion).await?.ok_or(Refusal::NotFound("opinion"))?;
        cx.allow(Action::ReissueCode, Scope::unit(&o.unit_id))?;
        if o.sealed || opinion::person(tx, &o.id).await?.is_none() {
            return Err(Refusal::not_now("sealed"));
        }
        let code = receipt::code_hash(&cx.keys, self.slip.code);
        let secret = receipt::secret_hash(&cx.keys, self.slip.code, self.slip.secret);
        let old = code_reissue::replace(tx, &o.id, code, secret).await?;
        for hash in &old {
            code_reissue::add(tx, &cx.id(), &o.id, hash, self.check, cx.now_us, cx.actor.id()).await?;
        }
        for i in item::of_opinion(tx, &o.id).await? {
            cx.step(tx, &i.province_id, &i.id, &Step::CodeReissued).await?;
        }
        cx.record(
            tx,
            Happened {
                kind: "opinion.code_reissued",
                unit_id: &o.unit_id,
                province_id: &o.province_id,
                subject_kind: "opinion",
                subject: &o.id,
                data: vec![
                    ("check", Datum::Code(self.check.code().to_owned())),
                    ("ended", Datum::Int(i64::try_from(old.len()).unwrap_or(0))),
                ],
            },
        )
        .await?;
        unit::bump_version(tx, &o.unit_id).await?;
        Ok(())
    }
}
