//! What every verb has at hand: who acts, when, new ids, the record, the thread, the policy.

use std::{
    future::Future,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU16, Ordering},
    },
};

use caunoi_domain::{
    calendar::Calendar,
    opinion::{step::Step, tracking_code::PublicId},
    people::{
        actor::Actor,
        policy::{self, Action, Scope},
    },
    record::{
        canonical::{canonical, leaf},
        event::{Datum, Event, EventHead},
    },
    regulation::clock::{LimitName, Limits},
};
use caunoi_store::{Change, Conn, Store, Tx, blob::Blobs, event::EventRow, step::StepRow};
use jiff::civil::Date;
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    calendar::{LiveCalendar, Read},
    clock::{self, Clock},
    idempotency::Once,
    keys::Keys,
    randomness::Randomness,
    refusal::Refusal,
};

/// Steps that follow each other within this time are one mail to the person, microseconds.
const GATHER_US: i64 = 10 * 60 * 1_000_000;

/// A verb: what was asked, with everything it needs in `self`.
pub trait Verb: Send + Sync + 'static {
    /// What the asker gets.
    type Done: Send + 'static;
    /// Authorises, loads, decides and writes, in the transaction given. May be run again: only one run is kept.
    fn carry_out(&self, tx: &mut Tx<'_>, cx: &Cx) -> impl Future<Output = Result<Self::Done, Refusal>> + Send;
}

/// The program without its pages: store, files, clock, randomness, keys, calendar.
#[derive(Clone)]
pub struct App {
    /// The rows.
    pub store: Store,
    /// The files.
    pub blobs: Blobs,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Random bytes.
    pub randomness: Arc<dyn Randomness>,
    /// The installation's keys.
    pub keys: Arc<Keys>,
    /// The working calendar with what the installation holds of it.
    pub live: Arc<LiveCalendar>,
    /// Limits by name, with their citation.
    pub limits: Arc<Limits>,
}

impl App {
    /// The working calendar, as this process last saw it: every verb and every session's look see to it that it is today's.
    #[must_use]
    pub fn calendar(&self) -> Arc<Calendar> {
        self.live.held().calendar
    }

    /// The working calendar as it stands in the database now, for a page that no session's look precedes.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn calendar_now(&self, conn: &mut Conn<'_>) -> Result<Arc<Calendar>, Refusal> {
        let read = self.live.now(conn).await?;
        self.live.hold(read.clone());
        Ok(read.calendar)
    }

    /// Carries out a verb: durable when this answers `Ok`, or not there at all.
    ///
    /// # Errors
    /// Why not.
    pub async fn carry_out<V: Verb>(&self, actor: &Actor, verb: V) -> Result<V::Done, Refusal> {
        let run = self.run(actor, verb);
        let seen = Arc::clone(&run.seen);
        self.settled::<V>(self.store.write(run).await, &seen)
    }

    /// As [`App::carry_out`], and the same form again gives the first answer again without doing anything. The key belongs to
    /// the actor: another actor's same key is another key. It belongs to what was asked too: who goes back to a form that
    /// was carried out and types something else into it asks for something else, and is not told that it was done. So the
    /// verb's `Debug` is what was asked and nothing else: no moment, no random salt.
    ///
    /// # Errors
    /// Why not.
    pub async fn carry_out_once<V>(&self, actor: &Actor, key: &str, verb: V) -> Result<V::Done, Refusal>
    where
        V: Verb + std::fmt::Debug,
        V::Done: Serialize + DeserializeOwned,
    {
        let asked = format!("{verb:?}");
        self.carry_out_once_as(actor, key, &asked, verb).await
    }

    /// As [`App::carry_out_once`], for a verb that is made of what stands in the rows too: `asked` is what the form asked for,
    /// so that its twin is known by it, whatever the first one changed.
    ///
    /// # Errors
    /// Why not.
    pub async fn carry_out_once_as<V: Verb>(&self, actor: &Actor, key: &str, asked: &str, verb: V) -> Result<V::Done, Refusal>
    where
        V::Done: Serialize + DeserializeOwned,
    {
        let parts = [actor.id().as_bytes(), std::any::type_name::<V>().as_bytes(), key.as_bytes(), asked.as_bytes()];
        let key_hash = self.keys.mac("idempotency", &parts);
        let run = self.run(actor, verb);
        let seen = Arc::clone(&run.seen);
        self.settled::<V>(self.store.write(Once { key_hash, run }).await, &seen)
    }

    /// The key of a form with what was typed into it: what is derived from it (a slip, a link) is another where that is.
    #[must_use]
    pub fn key_of(&self, key: &str, typed: &impl std::fmt::Debug) -> String {
        let mac = self.keys.mac("form with content", &[format!("{typed:?}").as_bytes()]);
        format!("{key}.{}", data_encoding::HEXLOWER.encode(&mac))
    }

    fn run<V>(&self, actor: &Actor, verb: V) -> Run<V> {
        Run { verb, cx: self.cx(actor), live: Arc::clone(&self.live), seen: Arc::default() }
    }

    /// After the commit: what the verb read of the calendar is held, and the log says at level DEBUG what was done.
    fn settled<V: Verb>(&self, done: Result<V::Done, Refusal>, seen: &OnceLock<Read>) -> Result<V::Done, Refusal> {
        if done.is_ok() {
            tracing::debug!(verb = std::any::type_name::<V>(), "carried out");
            if let Some(read) = seen.get() {
                self.live.hold(read.clone());
            }
        }
        done
    }

    /// The moment and the means of one verb.
    #[must_use]
    pub fn cx(&self, actor: &Actor) -> Cx {
        let now_us = self.clock.now_us();
        Cx {
            actor: actor.clone(),
            now_us,
            today: clock::day_of(now_us),
            randomness: Arc::clone(&self.randomness),
            ids: Arc::default(),
            keys: Arc::clone(&self.keys),
            calendar: self.calendar(),
            limits: Arc::clone(&self.limits),
        }
    }

    /// A new random token of 26 characters, for forms (idempotency) and sessions.
    #[must_use]
    pub fn token(&self) -> String {
        let mut bytes = [0; 16];
        self.randomness.fill(&mut bytes);
        data_encoding::BASE32_NOPAD.encode(&bytes).to_lowercase()
    }
}

/// One run of a verb.
pub(crate) struct Run<V> {
    pub(crate) verb: V,
    pub(crate) cx: Cx,
    live: Arc<LiveCalendar>,
    /// The calendar that this run read anew, where another than the one held stands in the database.
    seen: Arc<OnceLock<Read>>,
}

impl<V: Verb> Change for Run<V> {
    type Done = V::Done;
    type Refused = Refusal;
    async fn make(&self, tx: &mut Tx<'_>) -> Result<V::Done, Refusal> {
        let read = self.live.now(tx).await?;
        if Arc::ptr_eq(&read.calendar, &self.cx.calendar) {
            return self.verb.carry_out(tx, &self.cx).await;
        }
        let cx = Cx { calendar: Arc::clone(&read.calendar), ..self.cx.clone() };
        // Of several runs the first is held: a later one reads on at its next look.
        drop(self.seen.set(read));
        self.verb.carry_out(tx, &cx).await
    }
}

/// The moment and the means of one verb.
#[derive(Clone)]
pub struct Cx {
    /// Who acts.
    pub actor: Actor,
    /// When, in epoch microseconds.
    pub now_us: i64,
    /// The civil day in Viet Nam.
    pub today: Date,
    /// The installation's keys.
    pub keys: Arc<Keys>,
    /// The working calendar.
    pub calendar: Arc<Calendar>,
    /// Limits by name, with their citation.
    pub limits: Arc<Limits>,
    randomness: Arc<dyn Randomness>,
    ids: Arc<AtomicU16>,
}

/// Something that happened, for the record: ids, hashes, numbers, days and code words; never text of people.
pub struct Happened<'a> {
    /// What happened, e.g. `opinion.received`.
    pub kind: &'static str,
    /// The unit's id.
    pub unit_id: &'a str,
    /// The province's id.
    pub province_id: &'a str,
    /// The noun: `opinion`, `item`, `dialogue` …
    pub subject_kind: &'static str,
    /// Its id.
    pub subject: &'a str,
    /// What belongs to it.
    pub data: Vec<(&'static str, Datum)>,
}

impl Cx {
    /// A new id: UUIDv7 of this moment. The ids of one verb keep the order in which they were asked for, so that its
    /// steps and events stand in that order too.
    #[must_use]
    pub fn id(&self) -> String {
        let mut random = [0; 10];
        self.randomness.fill(&mut random);
        let [high, low] = self.ids.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        let [first, second, ..] = &mut random;
        (*first, *second) = (high & 0x0f, low);
        let ms = u64::try_from(self.now_us / 1000).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(ms, &random).into_uuid().to_string()
    }

    /// A new public id: 64 random bits, saying nothing about the moment.
    #[must_use]
    pub fn public_id(&self) -> PublicId {
        let mut random = [0; 8];
        self.randomness.fill(&mut random);
        PublicId::new(u64::from_be_bytes(random))
    }

    /// Refuses where the policy does not allow the action here.
    ///
    /// # Errors
    /// [`Refusal::NotAllowed`].
    pub fn allow(&self, action: Action, scope: Scope<'_>) -> Result<(), Refusal> {
        if policy::may(&self.actor, action, scope) { Ok(()) } else { Err(Refusal::NotAllowed(action)) }
    }

    /// A commitment to a text, for the record: its SHA-256 under the installation's key, so that nobody outside can
    /// guess a short text by trying.
    #[must_use]
    pub fn commit(&self, bytes: &[u8]) -> Datum {
        Datum::Hash(self.keys.mac("record", &[bytes]))
    }

    /// The same moment, for entering what happened on an earlier day (an office's own book): days and limits count from
    /// that day, the record keeps the moment of entry.
    #[must_use]
    pub fn on_day(&self, day: Date) -> Self {
        Self { today: day, ..self.clone() }
    }

    /// The civil day on which it is entered, whatever day it happened.
    #[must_use]
    pub fn entered_on(&self) -> Date {
        clock::day_of(self.now_us)
    }

    /// Today as ISO text.
    #[must_use]
    pub fn today_iso(&self) -> String {
        self.today.to_string()
    }

    /// The ISO day on which a limit ends that begins today, and its citation.
    #[must_use]
    pub fn due(&self, name: LimitName) -> (String, String) {
        let (due, citation) = self.limits.due(&self.calendar, self.today, name);
        (due.date.to_string(), citation.to_owned())
    }

    /// Appends an event to the record, in the change's own transaction.
    ///
    /// # Errors
    /// The store's failure, or [`Refusal::Broken`] where a datum is not fit for the record.
    pub async fn record(&self, tx: &mut Tx<'_>, h: Happened<'_>) -> Result<(), Refusal> {
        let head = EventHead {
            id: self.id(),
            at_us: self.now_us,
            kind: h.kind.to_owned(),
            unit: h.unit_id.to_owned(),
            subject_kind: h.subject_kind.to_owned(),
            subject: h.subject.to_owned(),
            actor: self.actor.id().to_owned(),
        };
        let event = Event::new(head, h.data.into_iter().map(|(k, v)| (k.to_owned(), v)))
            .map_err(|e| Refusal::Broken(format!("event {}: {e}", h.kind)))?;
        let bytes = canonical(&event);
        let mut salt = [0; 16];
        self.randomness.fill(&mut salt);
        caunoi_store::event::append(
            tx,
            &EventRow {
                id: event.head().id.clone(),
                province_id: h.province_id.to_owned(),
                unit_id: h.unit_id.to_owned(),
                at: self.now_us,
                kind: h.kind.to_owned(),
                subject_kind: h.subject_kind.to_owned(),
                subject_id: h.subject.to_owned(),
                actor: self.actor.id().to_owned(),
                leaf: leaf(salt, &bytes),
                bytes,
                salt,
            },
        )
        .await?;
        Ok(())
    }

    /// Appends a step to the thread of an item, by the acting post or body.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn step(&self, tx: &mut Tx<'_>, province_id: &str, item_id: &str, step: &Step) -> Result<(), Refusal> {
        self.step_on(tx, province_id, item_id, step, &self.today_iso()).await
    }

    /// As [`Cx::step`], for what happened on an earlier ISO day: a letter that is entered the day after it arrived.
    ///
    /// # Errors
    /// The store's failure.
    pub async fn step_on(&self, tx: &mut Tx<'_>, province_id: &str, item_id: &str, step: &Step, on_day: &str) -> Result<(), Refusal> {
        let data = serde_json::to_string(step).map_err(|e| Refusal::Broken(e.to_string()))?;
        caunoi_store::step::append(
            tx,
            &StepRow {
                id: self.id(),
                province_id: province_id.to_owned(),
                item_id: item_id.to_owned(),
                at: self.now_us,
                on_day: on_day.to_owned(),
                kind: step.kind().to_owned(),
                actor: self.actor.label().to_owned(),
                data,
                public: step.is_public(),
            },
        )
        .await?;
        // The slip says that it was received; every other public step is news to the person who left an address.
        if step.is_public() && !matches!(step, Step::Received { .. } | Step::Split { .. }) {
            caunoi_store::mail::tell_person(tx, &self.id(), item_id, self.now_us + GATHER_US).await?;
        }
        Ok(())
    }
}
