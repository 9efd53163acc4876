//! What everybody may read on a thread tells nobody's phone, identity number, e-mail, nor who gave the opinion: every
//! word that goes onto a public step is looked at when it is entered (product rule 4).

use caunoi_domain::{
    opinion::private,
    problem::{Problem, What},
};
use caunoi_store::{
    Tx,
    item::{self, ItemRow},
    opinion,
};

use crate::{people::published_by, refusal::Refusal};

/// What the sender left: the name, where it is to stay private, and the phone.
#[derive(Clone, Debug, Default)]
pub(crate) struct Discreet {
    name: Option<String>,
    phone: Option<String>,
}

impl Discreet {
    /// About the opinion of that item.
    pub(crate) async fn about(tx: &mut Tx<'_>, i: &ItemRow) -> Result<Self, Refusal> {
        let given = opinion::find(tx, &i.opinion_id).await?.ok_or(Refusal::NotFound("opinion"))?;
        let person = opinion::person(tx, &i.opinion_id).await?.unwrap_or_default();
        let shown = given.name_public && published_by::names_shown(tx, &i.unit_id).await?;
        Ok(Self { name: (!shown).then_some(person.full_name), phone: Some(person.phone) })
    }

    /// About the opinion of the item with that id.
    pub(crate) async fn about_id(tx: &mut Tx<'_>, item_id: &str) -> Result<Self, Refusal> {
        let i = item::find(tx, item_id).await?.ok_or(Refusal::NotFound("item"))?;
        Self::about(tx, &i).await
    }

    /// True where the text tells what it must not.
    pub(crate) fn is_broken_by(&self, text: &str) -> bool {
        private::betrays_in_an_answer(text, self.name.as_deref(), self.phone.as_deref())
    }

    /// Refuses the fields whose text tells what it must not.
    pub(crate) fn check(&self, fields: &[(&'static str, &str)]) -> Result<(), Refusal> {
        let broken = fields.iter().filter(|(_, text)| self.is_broken_by(text));
        let problems: Vec<_> = broken.map(|(field, _)| Problem::new(field, What::PrivateDatum)).collect();
        if problems.is_empty() { Ok(()) } else { Err(Refusal::Invalid(problems)) }
    }
}
