//! An act of triage is carried out: read what was typed, call the verb, say what is wrong beside it, or go on.

use axum::{
    extract::{Multipart, Path, State},
    response::{IntoResponse as _, Redirect, Response},
};
use caunoi_app::{
    Refusal, Verb,
    desk::edited::{Edited, OnRead},
    opinion::{
        classify::Classify,
        seal::{self, Reach},
        several::{OnItems, Several, Sorted},
        split::Split,
        to_dialogue::ToDialogue,
        ungroup::Ungroup,
    },
};
use caunoi_domain::{people::policy::Action, problem::Problem};
use serde::{Serialize, de::DeserializeOwned};

use super::{
    act::{self, Act},
    many, queue,
    typed::Typed,
};
use crate::{
    Web,
    office::{drafts, many::Place, saved_answers},
    page::{
        desk::Desk,
        fault::{Fault, problems_of},
        upload,
    },
};

/// `POST /cong-viec/phan-loai/viec/{act}`
///
/// # Errors
/// Not for this officer; no such act or item; the item is on its way already.
pub async fn carry(State(web): State<Web>, desk: Desk, Path(act): Path<String>, form: Multipart) -> Result<Response, Fault> {
    let act: Act = act.parse().map_err(|_| Fault::NotFound)?;
    desk.allow(act.action())?;
    let form = upload::read(&web.app, form, "files").await?;
    let wrong_files = form.problems.clone();
    let typed = Typed::from(form);
    desk.check(&typed.csrf)?;
    if typed.chosen.len() > 1 {
        return on_several(&web, desk, act, typed).await;
    }
    let outcome = if wrong_files.is_empty() { run(&web, &desk, act, &typed).await } else { Err(Refusal::Invalid(wrong_files)) };
    match outcome {
        Ok(()) => {
            if act == Act::Answer {
                drafts::sent(&web, &desk, &typed.form()).await?;
                saved_answers::used(&web, &desk, &typed.mau, &typed.key).await?;
            }
            Ok(Redirect::to(&after(&desk, act, &typed.place)).into_response())
        }
        Err(refusal) => {
            let problems = problems_of(refusal)?;
            act::page(&web, desk, act, Typed { files: Vec::new(), ..typed }, false, &problems).await
        }
    }
}

/// Of several, those that the act is not open to any more are left and told; the rest is one change.
async fn on_several(web: &Web, desk: Desk, act: Act, typed: Typed) -> Result<Response, Fault> {
    let once = Once { web, desk: &desk, key: &typed.key };
    let sorted = match act {
        Act::Classify => once.several(typed.class().map(|class| Classify { items: typed.items(), class })).await,
        Act::Group => once.several(typed.group()).await,
        Act::Assign => once.several(typed.assignment()).await,
        Act::ToDialogue => once.several(Ok(ToDialogue { items: typed.items() })).await,
        _ => return Err(Fault::NotFound),
    };
    match sorted {
        Ok(sorted) if sorted.left.is_empty() => Ok(Redirect::to(&after(&desk, act, &typed.place)).into_response()),
        Ok(sorted) => {
            let outcome = many::outcome(&mut web.app.store.read().await?, &desk.page, &desk.officer.unit_id, sorted).await?;
            queue::told(web, desk, typed.place, act, outcome).await
        }
        Err(refusal) => {
            let problems = problems_of(refusal)?;
            act::page(web, desk, act, Typed { files: Vec::new(), ..typed }, false, &problems).await
        }
    }
}

/// Where the desk goes on after an act: the list it came from, on the page where it was.
fn after(desk: &Desk, act: Act, place: &Place) -> String {
    if desk.allow(Action::Triage).is_err() {
        return act::back(desk).to_owned();
    }
    let publishes = matches!(act, Act::Publish | Act::Submit | Act::Withhold);
    let place = match place.loc.as_str() {
        "" => Place::of(if publishes { "cong-bo" } else { "cho" }, ""),
        _ => place.clone(),
    };
    place.behind(&format!("/cong-viec/phan-loai?xong={}", act.code()))
}

async fn run(web: &Web, desk: &Desk, act: Act, typed: &Typed) -> Result<(), Refusal> {
    let once = Once { web, desk, key: &typed.key };
    let item = typed.single();
    match act {
        Act::Classify => {
            let verb = typed.class().map(|class| Classify { items: typed.items(), class });
            once.on_read(typed, Edited::Class(item), verb).await
        }
        Act::Group => once.of(typed.group()).await,
        Act::Assign => once.of(typed.assignment()).await,
        Act::ToDialogue => once.of(Ok(ToDialogue { items: typed.items() })).await,
        Act::Answer => once.of(typed.answer()).await,
        Act::Split => once.of(typed.split().map(|(item, parts)| Split { item, parts })).await,
        Act::Ungroup => once.of(Ok(Ungroup { item: typed.single() })).await,
        Act::Publish => once.on_read(typed, Edited::Text(item), typed.publication()).await,
        Act::Submit => once.on_read(typed, Edited::Text(item), typed.to_submit()).await,
        Act::Withhold => once.of(typed.withholding()).await,
        Act::End => once.of(typed.ending()).await,
        Act::Seal => {
            let transfer = typed.transfer().map_err(Refusal::Invalid)?;
            let reach = if typed.reach == "matter" { Reach::Matter } else { Reach::Letter };
            seal::seal_so_far(&web.app, &desk.actor, typed.single(), reach, transfer).await
        }
    }
}

/// Carries a verb out once for the form.
struct Once<'a> {
    web: &'a Web,
    desk: &'a Desk,
    key: &'a str,
}

impl Once<'_> {
    async fn of<V: Verb + std::fmt::Debug>(&self, verb: Result<V, Vec<Problem>>) -> Result<(), Refusal>
    where
        V::Done: Serialize + DeserializeOwned,
    {
        let verb = verb.map_err(Refusal::Invalid)?;
        self.web.app.carry_out_once(&self.desk.actor, self.key, verb).await.map(drop)
    }

    /// A change of words that stood in the form.
    async fn on_read<V: Verb + std::fmt::Debug>(&self, typed: &Typed, of: Edited, verb: Result<V, Vec<Problem>>) -> Result<(), Refusal>
    where
        V::Done: Serialize + DeserializeOwned,
    {
        self.of(verb.map(|verb| OnRead { of, seen: typed.seen.clone(), verb })).await
    }

    async fn several<V: OnItems + std::fmt::Debug>(&self, verb: Result<V, Vec<Problem>>) -> Result<Sorted, Refusal> {
        let verb = verb.map_err(Refusal::Invalid)?;
        self.web.app.carry_out_once(&self.desk.actor, self.key, Several(verb)).await
    }
}
