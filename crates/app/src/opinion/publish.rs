//! Công bố: a text is edited for publication by a named approver; the original stays, every edit is logged.

use caunoi_domain::{
    opinion::{item::Publication, private, secrecy, step::Step, tracking_code::PublicId},
    people::policy::Action,
    problem::{Problem, What},
};
use caunoi_store::{
    Tx, item, opinion, publication_draft,
    search::{self, Doc},
    triage_ends::{self, EditRow},
    unit,
};

use crate::{
    context::{Cx, Verb},
    dialogue::findable,
    opinion::{
        bench::{self, Before, ItemBefore, Undoable},
        restrict::unrestricted,
        submit_text,
    },
    people::published_by,
    refusal::Refusal,
};

/// Publishes an item, or publishes it again with other words.
#[derive(Clone, Debug)]
pub struct Publish {
    /// Public id.
    pub item: i64,
    /// Title as everybody reads it.
    pub title: String,
    /// Text as everybody reads it.
    pub body: String,
}

/// One text of several that are published by one press of a form: all of them are one act, which one undo takes back.
#[derive(Clone, Debug)]
pub struct PublishOf {
    /// The text.
    pub text: Publish,
    /// The press: the form's key.
    pub press: String,
}

impl Verb for Publish {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        self.publish(tx, cx, "").await
    }
}

impl Verb for PublishOf {
    type Done = ();

    async fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> Result<(), Refusal> {
        self.text.publish(tx, cx, &self.press).await
    }
}

/// Puts a published text into the search of everybody.
///
/// # Errors
/// The store's failure.
pub(crate) async fn find_by(tx: &mut Tx<'_>, cx: &Cx, i: &item::ItemRow) -> Result<(), Refusal> {
    let shown = PublicId::from_i64(i.public_id).to_string();
    let commune = unit::find(tx, &i.unit_id).await?.ok_or(Refusal::NotFound("unit"))?;
    let village = match &i.village_id {
        Some(id) => unit::village_name(tx, id).await?,
        None => None,
    };
    let place = village.map_or_else(|| commune.name.clone(), |v| format!("{v}, {}", commune.name));
    let doc = Doc {
        id: i64::try_from(cx.public_id().get() >> 1).unwrap_or(0),
        kind: "item",
        reference: &shown,
        unit_id: &i.unit_id,
        public: true,
        title: &i.published_title,
        context: &place,
        text: &format!("{} {} {place}", i.published_title, i.published_body),
        weight: 1,
        at: cx.now_us,
    };
    search::put(tx, &doc).await?;
    search::put_state(tx, "item", &shown, i.standing.code()).await?;
    Ok(())
}

impl Publish {
    async fn publish(&self, tx: &mut Tx<'_>, cx: &Cx, press: &str) -> Result<(), Refusal> {
        let mut i = bench::any_item(tx, cx, Action::Publish, self.item).await?;
        published_by::allow(tx, cx, &i.unit_id).await?;
        unrestricted(tx, &i).await?;
        check(tx, &i, (&self.title, &self.body)).await?;
        let before = Before { items: vec![ItemBefore::with_publication(&i)], ..Before::default() };
        let again = i.publication == Publication::Published;
        // It reads so already, and nothing waits: nobody publishes anything.
        if again && i.published_title == self.title && i.published_body == self.body && publication_draft::find(tx, &i.id).await?.is_none()
        {
            return Ok(());
        }
        i.publication = Publication::Published;
        i.published_title.clone_from(&self.title);
        i.published_body.clone_from(&self.body);
        i.withheld_ground = String::new();
        cx.actor.label().clone_into(&mut i.publication_by);
        i.publication_at = Some(cx.now_us);
        item::save(tx, &i, cx.now_us).await?;
        log(tx, cx, &i).await?;
        submit_text::settle(tx, cx, &i, (&self.title, &self.body)).await?;
        if !again {
            cx.step(tx, &i.province_id, &i.id, &Step::Published).await?;
        }
        find_by(tx, cx, &i).await?;
        findable::renew(tx, cx, &i).await?;
        let data = vec![("title_sha256", cx.commit(self.title.as_bytes())), ("body_sha256", cx.commit(self.body.as_bytes()))];
        bench::record(tx, cx, "item.published", &i, data).await?;
        unit::bump_version(tx, &i.unit_id).await?;
        bench::remember_press(tx, cx, Undoable::Publish, &i.unit_id, before, press).await
    }
}

/// Refuses a title or text that betrays whoever gave it, or what is secret.
pub(super) async fn check(tx: &mut Tx<'_>, i: &item::ItemRow, texts: (&str, &str)) -> Result<(), Refusal> {
    let given = opinion::find(tx, &i.opinion_id).await?.ok_or(Refusal::NotFound("opinion"))?;
    let person = opinion::person(tx, &i.opinion_id).await?.unwrap_or_default();
    let shown = given.name_public && published_by::names_shown(tx, &i.unit_id).await?;
    let name = (!shown).then_some(person.full_name.as_str());
    let mut problems = Vec::new();
    for (field, text) in [("published_title", texts.0), ("published_body", texts.1)] {
        if text.is_empty() {
            problems.push(Problem::new(field, What::Empty));
        } else if secrecy::text_is_marked(text) {
            problems.push(Problem::new(field, What::StateSecret));
        } else if private::betrays(text, name) {
            problems.push(Problem::new(field, What::PrivateDatum));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(Refusal::Invalid(problems)) }
}

/// Logs a decision on publication.
pub(crate) async fn log(tx: &mut Tx<'_>, cx: &Cx, i: &item::ItemRow) -> Result<(), Refusal> {
    let published = i.publication == Publication::Published;
    triage_ends::add_edit(
        tx,
        &EditRow {
            id: cx.id(),
            item_id: i.id.clone(),
            title: if published { i.published_title.clone() } else { String::new() },
            body: if published { i.published_body.clone() } else { String::new() },
            state: i.publication,
            ground: i.withheld_ground.clone(),
            at: cx.now_us,
            by_user: cx.actor.id().to_owned(),
            by_label: cx.actor.label().to_owned(),
        },
    )
    .await?;
    Ok(())
}
