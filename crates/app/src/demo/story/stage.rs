//! The stage: who acts, on which day, and what the audience's codes are.

use std::{collections::HashMap, sync::Arc};

use caunoi_domain::{
    calendar::is_working_day,
    opinion::{
        item::Grounded,
        kind::{Channel, Field},
        submission::{PersonDetails, Submission},
        triage::Classification,
    },
    people::actor::Actor,
};
use caunoi_store::people;
use jiff::civil::Date;

use crate::{
    clock::SteppedClock,
    context::{App, Verb},
    demo::{
        DemoCode,
        voices::{self, Voice},
        world,
    },
    followup::judge::{self, Said},
    opinion::{
        classify::Classify,
        enter::{self, EnterOpinion},
        publish::Publish,
        receipt::Slip,
        submit::{self, SubmitOpinion},
        upload::{self, Kept},
    },
    refusal::Refusal,
};

const ACCEPTANCE: &[u8] = include_bytes!("../../../../../data/demo/bien-ban-nghiem-thu.pdf");
const LAMPS: &[u8] = include_bytes!("../../../../../data/demo/bien-ban-thay-bong-den.pdf");
const PROJECT: &[u8] = include_bytes!("../../../../../data/demo/du-thao-de-an.pdf");
const REPLY: &[u8] = include_bytes!("../../../../../data/demo/cong-van-tra-loi.pdf");

/// A paper of the demonstration, invented and marked so.
#[derive(Clone, Copy)]
pub enum Paper {
    /// The acceptance of drain and culverts.
    Acceptance,
    /// The acceptance of the street lamps.
    Lamps,
    /// The reply of the electricity team.
    Reply,
    /// The draft project that people read before a dialogue.
    Project,
}

/// An opinion on the stage.
#[derive(Clone, Copy)]
pub(super) struct Played {
    /// Public id of its item.
    pub item: i64,
    slip: Slip,
}

/// The stage.
pub(super) struct Stage {
    app: App,
    clock: Arc<SteppedClock>,
    today: Date,
    actors: HashMap<String, Actor>,
    played: HashMap<&'static str, Played>,
    rows: HashMap<&'static str, (i64, String)>,
}

impl Stage {
    /// Sets the stage: everybody of the world is ready to act.
    pub async fn set(app: &App) -> Result<Self, Refusal> {
        let clock = Arc::new(SteppedClock::at(app.clock.now_us()));
        let today = app.clock.today();
        let mut actors = HashMap::new();
        for seat in world::seats() {
            let officer = people::officer(&mut app.store.read().await?, &seat.login, &today.to_string())
                .await?
                .ok_or(Refusal::NotFound("officer"))?;
            actors.insert(seat.login, Actor::Officer(officer));
        }
        let app = App { clock: clock.clone(), ..app.clone() };
        Ok(Self { app, clock, today, actors, played: HashMap::new(), rows: HashMap::new() })
    }

    /// The civil day so many days before today, moved back to a working day: offices act on those.
    pub fn before(&self, days: i32) -> Date {
        let mut day = self.after(-days);
        while days > 0 && !is_working_day(&self.app.calendar(), day) {
            day = day.yesterday().unwrap_or(day);
        }
        day
    }

    /// The civil day so many days after today.
    pub fn after(&self, days: i32) -> Date {
        self.today.saturating_add(jiff::Span::new().days(days))
    }

    /// The Saturday or Sunday on or after a day: when people have time to come.
    pub fn weekend(&self, days: i32) -> Date {
        let mut day = self.after(days);
        while day.weekday() != jiff::civil::Weekday::Saturday {
            day = day.tomorrow().unwrap_or(day);
        }
        day
    }

    /// Moves the clock to that day and time.
    pub fn at(&self, day: Date, hour: i8, minute: i8) {
        self.clock.set_day(day, hour, minute);
    }

    /// Somebody acts.
    pub async fn act<V: Verb>(&self, login: &str, verb: V) -> Result<V::Done, Refusal> {
        self.app.carry_out(self.actor(login)?, verb).await
    }

    /// The actor of a login.
    pub fn actor(&self, login: &str) -> Result<&Actor, Refusal> {
        self.actors.get(login).ok_or(Refusal::NotFound("login"))
    }

    /// The app on the stage's clock.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// A conference is planned: year and id of its row.
    pub fn plans(&mut self, key: &'static str, year: i64, row: String) {
        self.rows.insert(key, (year, row));
    }

    /// Year and id of a planned conference.
    pub fn row(&self, key: &str) -> Result<(i64, String), Refusal> {
        self.rows.get(key).cloned().ok_or(Refusal::NotFound("plan_row"))
    }

    /// An opinion comes in, by the person or by a clerk, on the stage's day.
    pub async fn comes_in(&mut self, key: &'static str) -> Result<i64, Refusal> {
        let v = voices::find(key).ok_or(Refusal::NotFound("voice"))?;
        let form_key = self.app.token();
        let verb = SubmitOpinion {
            unit_id: world::unit(v.commune),
            submission: submission(v),
            channel: v.channel,
            files: Vec::new(),
            signed: v.signed,
            source: None,
            slip: crate::opinion::receipt::slip(&self.app.keys, &form_key),
        };
        let (received, slip) = if v.channel == Channel::Web {
            submit::submit(&self.app, &Actor::Person, &form_key, verb).await?
        } else {
            let clerk = self.actor(if v.commune == world::VAN_TRACH { "vanthu.vantrach" } else { "vanthu.donglam" })?;
            let received_on = self.app.clock.today();
            enter::enter(&self.app, clerk, &form_key, EnterOpinion { submit: verb, received_on, matters: Vec::new() }).await?
        };
        self.played.insert(key, Played { item: received.item_public_id, slip });
        Ok(received.item_public_id)
    }

    /// The public id of an opinion's item.
    pub fn item(&self, key: &str) -> Result<i64, Refusal> {
        self.played.get(key).map(|p| p.item).ok_or(Refusal::NotFound("voice"))
    }

    /// The id of the item of a public id.
    pub async fn item_id(&self, public_id: i64) -> Result<String, Refusal> {
        let found = caunoi_store::item::find_public(&mut self.app.store.read().await?, public_id).await?;
        found.map(|i| i.id).ok_or(Refusal::NotFound("item"))
    }

    /// The id of the issue of a public id.
    pub async fn issue_id(&self, public_id: i64) -> Result<String, Refusal> {
        let found = caunoi_store::issue::find_public(&mut self.app.store.read().await?, public_id).await?;
        found.map(|i| i.id).ok_or(Refusal::NotFound("issue"))
    }

    /// The office classifies an item and decides to publish it under that title.
    pub async fn takes_up(
        &self,
        clerk: &str,
        key: &str,
        title: &str,
        field: Field,
        grounded: Grounded,
        note: &str,
    ) -> Result<i64, Refusal> {
        let item = self.classifies(clerk, key, title, field, grounded, note).await?;
        let body = voices::find(key).map(|v| v.body.to_owned()).unwrap_or_default();
        self.act(clerk, Publish { item, title: title.to_owned(), body }).await?;
        Ok(item)
    }

    /// The office classifies an item without publishing it.
    pub async fn classifies(
        &self,
        clerk: &str,
        key: &str,
        title: &str,
        field: Field,
        grounded: Grounded,
        note: &str,
    ) -> Result<i64, Refusal> {
        let item = self.item(key)?;
        let class = Classification { title: Some(title.to_owned()), kind: None, field, grounded, note: note.to_owned() };
        self.act(clerk, Classify { items: vec![item], class }).await?;
        Ok(item)
    }

    /// The person says whether the matter is solved, with the second secret of the slip.
    pub async fn says(&self, key: &str, value: &str, reason: &str) -> Result<(), Refusal> {
        let p = self.played.get(key).ok_or(Refusal::NotFound("voice"))?;
        let said = Said { item: p.item, round: 0, value: value.to_owned(), reason: reason.to_owned() };
        judge::judge(&self.app, p.slip.code, &p.slip.secret.to_string(), &said).await?;
        Ok(())
    }

    /// A paper of the demonstration, durable.
    pub async fn evidence(&self, paper: Paper) -> Result<Vec<Kept>, Refusal> {
        let (name, bytes) = match paper {
            Paper::Acceptance => ("bien-ban-nghiem-thu.pdf", ACCEPTANCE),
            Paper::Lamps => ("bien-ban-thay-bong-den.pdf", LAMPS),
            Paper::Reply => ("cong-van-tra-loi.pdf", REPLY),
            Paper::Project => ("du-thao-de-an.pdf", PROJECT),
        };
        Ok(vec![upload::keep(&self.app, "files", name, bytes.to_vec()).await?])
    }

    /// Codes and second secrets, with where each matter stands.
    pub async fn codes(&self) -> Result<Vec<DemoCode>, Refusal> {
        let mut conn = self.app.store.read().await?;
        let mut codes = Vec::new();
        for v in voices::VOICES {
            let Some(p) = self.played.get(v.key) else { continue };
            let item = caunoi_store::item::find_public(&mut conn, p.item).await?.ok_or(Refusal::NotFound("item"))?;
            codes.push(DemoCode {
                code: p.slip.code.to_string(),
                secret: p.slip.secret.to_string(),
                state: item.standing.code().to_owned(),
            });
        }
        Ok(codes)
    }
}

fn submission(v: &Voice) -> Submission {
    Submission {
        kind: v.kind,
        body: v.body.to_owned(),
        village_id: (v.village > 0).then(|| world::village(v.commune, v.village)),
        place_note: v.place.to_owned(),
        occurred_on: None,
        person: PersonDetails {
            full_name: v.name.to_owned(),
            phone: v.phone.to_owned(),
            address: v.address.to_owned(),
            email: String::new(),
        },
        name_public: false,
    }
}
