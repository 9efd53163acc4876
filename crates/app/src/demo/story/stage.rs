//! The stage: who acts, on which day, and what the audience's codes are.

use std::{collections::HashMap, sync::Arc};

use caunoi_domain::{
    calendar::is_working_day,
    opinion::{
        item::Grounded,
        kind::{Channel, Field},
        submission::{PersonDetails, Submission},
        triage::{Classification, Part},
    },
    people::actor::Actor,
};
use caunoi_store::people;
use jiff::civil::Date;

use super::office;
use crate::{
    clock::SteppedClock,
    context::{App, Verb},
    demo::{
        DemoCode,
        chronicle::Told,
        voices::{self, Voice},
        world,
    },
    followup::{
        counter_verdict,
        judge::{self, Said},
    },
    opinion::{
        classify::Classify,
        enter::{self, EnterOpinion},
        publish::Publish,
        receipt::Slip,
        submit::{self, SubmitOpinion},
        upload::{self, Kept},
    },
    refusal::Refusal,
    village::MakeVillageLink,
    village::enter::{Opened, enter},
};

const ACCEPTANCE: &[u8] = include_bytes!("../../../../../data/demo/bien-ban-nghiem-thu.pdf");
const LAMPS: &[u8] = include_bytes!("../../../../../data/demo/bien-ban-thay-bong-den.pdf");
const PROJECT: &[u8] = include_bytes!("../../../../../data/demo/du-thao-de-an.pdf");
const REPLY: &[u8] = include_bytes!("../../../../../data/demo/cong-van-tra-loi.pdf");

/// A paper of the demonstration, invented and marked so.
#[derive(Clone, Copy, Debug, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
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
#[derive(Clone)]
struct Played {
    /// Public id of its first item.
    item: i64,
    slip: Slip,
    /// The words of each of its matters.
    words: Vec<String>,
}

/// An opinion as it is handed in.
struct HandedIn<'a> {
    key: &'a str,
    commune: &'a str,
    submission: Submission,
    channel: Channel,
    signed: bool,
    matters: Vec<Part>,
}

/// The stage.
pub(in crate::demo) struct Stage {
    app: App,
    clock: Arc<SteppedClock>,
    today: Date,
    actors: HashMap<String, Actor>,
    villages: HashMap<String, Actor>,
    played: HashMap<String, Played>,
    keys: Vec<String>,
    rows: HashMap<String, (i64, String)>,
    shared: HashMap<String, i64>,
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
        Ok(Self {
            app,
            clock,
            today,
            actors,
            villages: HashMap::new(),
            played: HashMap::new(),
            keys: Vec::new(),
            rows: HashMap::new(),
            shared: HashMap::new(),
        })
    }

    /// The civil day so many days before today, moved back to a working day: offices act on those.
    pub fn before(&self, days: i32) -> Date {
        let mut day = self.after(-days);
        while days > 0 && !is_working_day(&self.app.calendar(), day) {
            day = day.yesterday().unwrap_or(day);
        }
        day
    }

    /// The day on which an office acts so many days before today: as [`Stage::before`], but a long holiday does not bring
    /// the order of things into disorder: then only Saturday and Sunday are left out.
    pub fn office_day(&self, days: i32) -> Date {
        let (plain, moved) = (self.after(-days), self.before(days));
        if moved >= plain.saturating_sub(jiff::Span::new().days(3)) {
            return moved;
        }
        let back = match plain.weekday() {
            jiff::civil::Weekday::Saturday => 1,
            jiff::civil::Weekday::Sunday => 2,
            _ => 0,
        };
        plain.saturating_sub(jiff::Span::new().days(back))
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
    pub fn plans(&mut self, key: &str, year: i64, row: String) {
        self.rows.insert(key.to_owned(), (year, row));
    }

    /// Year and id of a planned conference.
    pub fn row(&self, key: &str) -> Result<(i64, String), Refusal> {
        self.rows.get(key).cloned().ok_or(Refusal::NotFound("plan_row"))
    }

    /// An opinion comes in, by the person or by a clerk, on the stage's day.
    pub async fn comes_in(&mut self, key: &'static str) -> Result<i64, Refusal> {
        let v = voices::find(key).ok_or(Refusal::NotFound("voice"))?;
        let handed =
            HandedIn { key, commune: v.commune, submission: submission(v), channel: v.channel, signed: v.signed, matters: Vec::new() };
        self.hand_in(handed, false).await
    }

    /// An opinion of the chronicle comes in: by the person, by the head of a village with the village's link, by a clerk.
    pub async fn is_told(&mut self, told: &Told) -> Result<(), Refusal> {
        let by_link = told.channel == Channel::Village && told.village > 0;
        let matters = told.matters.iter().map(|m| Part { title: m.title.clone(), body: m.body.clone() }).collect();
        let (key, commune) = (told.key.as_str(), told.commune.as_str());
        let handed = HandedIn { key, commune, submission: told.submission(), channel: told.channel, signed: told.signed, matters };
        self.hand_in(handed, by_link).await.map(drop)
    }

    async fn hand_in(&mut self, h: HandedIn<'_>, by_link: bool) -> Result<i64, Refusal> {
        let form_key = self.app.token();
        let words = if h.matters.is_empty() { vec![h.submission.body.clone()] } else { h.matters.iter().map(|m| m.body.clone()).collect() };
        let village = h.submission.village_id.clone();
        let verb = SubmitOpinion {
            unit_id: world::unit(h.commune),
            submission: h.submission,
            channel: h.channel,
            files: Vec::new(),
            signed: h.signed,
            source: None,
            slip: crate::opinion::receipt::slip(&self.app.keys, &form_key),
        };
        let (received, slip) = match village.filter(|_| by_link) {
            Some(village) => {
                let head = self.head_of_village(h.commune, &village).await?;
                submit::submit(&self.app, &head, &form_key, verb).await?
            }
            None if h.channel == Channel::Web => submit::submit(&self.app, &Actor::Person, &form_key, verb).await?,
            None => {
                let clerk = self.actor(office::of(h.commune).clerk)?;
                let received_on = self.app.clock.today();
                enter::enter(&self.app, clerk, &form_key, EnterOpinion { submit: verb, received_on, matters: h.matters }).await?
            }
        };
        self.played.insert(h.key.to_owned(), Played { item: received.item_public_id, slip, words });
        self.keys.push(h.key.to_owned());
        Ok(received.item_public_id)
    }

    /// An opinion was born in a hall, with that slip.
    pub async fn is_born(&mut self, key: &str, said: &str, slip: Slip) -> Result<(), Refusal> {
        let mut conn = self.app.store.read().await?;
        let hash = crate::opinion::receipt::code_hash(&self.app.keys, slip.code);
        let (opinion, _) = caunoi_store::opinion::by_code(&mut conn, hash).await?.ok_or(Refusal::NotFound("opinion"))?;
        let items = caunoi_store::item::of_opinion(&mut conn, &opinion).await?;
        let item = items.first().map(|i| i.public_id).ok_or(Refusal::NotFound("item"))?;
        drop(conn);
        self.played.insert(key.to_owned(), Played { item, slip, words: vec![said.to_owned()] });
        self.keys.push(key.to_owned());
        Ok(())
    }

    /// The head of a village acts by the link that the office made.
    pub async fn head_of_village(&mut self, commune: &str, village: &str) -> Result<Actor, Refusal> {
        if let Some(head) = self.villages.get(village) {
            return Ok(head.clone());
        }
        let token = crate::village::token(&self.app.keys, &self.app.token());
        let (unit_id, village_id) = (world::unit(commune), village.to_owned());
        self.act(office::of(commune).clerk, MakeVillageLink { unit_id, village_id, days: 366, token: token.clone() }).await?;
        let Opened::Stands(entered) = enter(&self.app, "demo", &token).await? else {
            return Err(Refusal::NotFound("village"));
        };
        let head = entered.actor;
        self.villages.insert(village.to_owned(), head.clone());
        Ok(head)
    }

    /// The public id of an opinion's item.
    pub fn item(&self, key: &str) -> Result<i64, Refusal> {
        self.played.get(key).map(|p| p.item).ok_or(Refusal::NotFound("voice"))
    }

    /// The public id of a matter of an opinion, counted from 1.
    pub async fn item_of(&self, key: &str, matter: usize) -> Result<i64, Refusal> {
        let first = self.item(key)?;
        if matter == 1 {
            return Ok(first);
        }
        let mut conn = self.app.store.read().await?;
        let found = caunoi_store::item::find_public(&mut conn, first).await?.ok_or(Refusal::NotFound("item"))?;
        let all = caunoi_store::item::of_opinion(&mut conn, &found.opinion_id).await?;
        all.get(matter - 1).map(|i| i.public_id).ok_or(Refusal::NotFound("matter"))
    }

    /// The words of a matter of an opinion.
    pub fn words_of(&self, key: &str, matter: usize) -> String {
        self.played.get(key).and_then(|p| p.words.get(matter - 1)).cloned().unwrap_or_default()
    }

    /// Opinions were grouped: the issue's public id.
    pub fn is_shared(&mut self, key: &str, issue: i64) {
        self.shared.insert(key.to_owned(), issue);
    }

    /// Public id of an issue.
    pub fn shared(&self, key: &str) -> Result<i64, Refusal> {
        self.shared.get(key).copied().ok_or(Refusal::NotFound("issue"))
    }

    /// Public id of the last task of an item, and the login of the body that leads it.
    pub async fn task(&self, item: i64) -> Result<(i64, &'static str), Refusal> {
        let mut conn = self.app.store.read().await?;
        let item = caunoi_store::item::find_public(&mut conn, item).await?.ok_or(Refusal::NotFound("item"))?;
        let all = caunoi_store::assignment::of_item(&mut conn, &item.id).await?;
        let task = all.last().ok_or(Refusal::NotFound("assignment"))?;
        let (unit, body) = task.body_id.split_once('-').unwrap_or_default();
        Ok((task.public_id, office::of(unit).login_of(body)))
    }

    /// Public id of the last matter that was sent up of an item.
    pub async fn escalation(&self, item: i64) -> Result<i64, Refusal> {
        let mut conn = self.app.store.read().await?;
        let item = caunoi_store::item::find_public(&mut conn, item).await?.ok_or(Refusal::NotFound("item"))?;
        let all = caunoi_store::escalation::of_item(&mut conn, &item.id).await?;
        all.last().map(|e| e.public_id).ok_or(Refusal::NotFound("escalation"))
    }

    /// Public id of the defect that a commune's office noted last.
    pub async fn last_defect(&self, commune: &str) -> Result<i64, Refusal> {
        let mut conn = self.app.store.read().await?;
        let all = caunoi_store::internal_defect::of_unit(&mut conn, &world::unit(commune), 50).await?;
        all.iter().max_by_key(|d| d.at).map(|d| d.public_id).ok_or(Refusal::NotFound("defect"))
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
    pub async fn says(&self, key: &str, matter: usize, value: &str, reason: &str) -> Result<(), Refusal> {
        let (slip, said) = self.said(key, matter, value, reason).await?;
        judge::judge(&self.app, slip.code, &slip.secret.to_string(), &said).await.map(drop)
    }

    /// The person says it at the counter.
    pub async fn says_at_counter(&self, commune: &str, key: &str, matter: usize, value: &str, reason: &str) -> Result<(), Refusal> {
        let (slip, said) = self.said(key, matter, value, reason).await?;
        let clerk = self.actor(office::of(commune).clerk)?;
        counter_verdict::record(&self.app, clerk, slip.code, &said).await.map(drop)
    }

    async fn said(&self, key: &str, matter: usize, value: &str, reason: &str) -> Result<(Slip, Said), Refusal> {
        let slip = self.played.get(key).map(|p| p.slip).ok_or(Refusal::NotFound("voice"))?;
        let public_id = self.item_of(key, matter).await?;
        let found = caunoi_store::item::find_public(&mut self.app.store.read().await?, public_id).await?;
        let round = found.map_or(0, |i| i.reopened);
        Ok((slip, Said { item: public_id, round, value: value.to_owned(), reason: reason.to_owned() }))
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
        for p in self.keys.iter().filter_map(|key| self.played.get(key)) {
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
