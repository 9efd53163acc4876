//! Danh sách cán bộ: an office's own list of people becomes accounts. Each has to get a one-time password on a slip before
//! it can be used: a list that is imported brings no password along.

use caunoi_domain::{
    import::{Column, Reader},
    people::{
        policy::Action,
        roster::{self, Office, Typed},
        roster_book,
    },
};
use caunoi_store::{Conn, Tx, people};

use super::{account::OpenAccount, open_accounts::office, sign_in::NOBODY};
use crate::{
    context::{App, Cx, Verb as _},
    import::{Book, From},
    refusal::Refusal,
};

/// The list of one unit.
#[derive(Clone, Debug)]
pub struct PeopleBook {
    unit_id: String,
    office: Office,
    today: String,
}

impl Book for PeopleBook {
    type Entry = Typed;
    const KIND: &'static str = "people";
    const NOUN: &'static str = "account";
    const SHEET: &'static str = "Cán bộ";
    const ACTION: Action = Action::Administer;
    const OF_UNIT: bool = true;

    fn columns() -> &'static [&'static Column] {
        roster_book::COLUMNS
    }

    async fn open(app: &App, unit_id: &str) -> Result<Self, Refusal> {
        let today = app.clock.today().to_string();
        // Whether a person is there already is decided when the row lands: the same list again changes nothing.
        let office = Office { people: std::collections::BTreeSet::new(), ..office(&mut app.store.read().await?, unit_id, &today).await? };
        let taken = std::collections::BTreeSet::new();
        Ok(Self { unit_id: unit_id.to_owned(), office: Office { taken, ..office }, today })
    }

    fn read(&self, reader: &mut Reader<'_>) -> Option<Typed> {
        roster_book::row(reader, &self.office)
    }

    fn identity(&self, _: &Typed) -> Option<(From, &'static Column)> {
        None
    }

    fn fingerprint(&self, t: &Typed) -> String {
        roster_book::fingerprint(t)
    }

    async fn stands(&self, conn: &mut Conn<'_>, t: &Typed) -> Result<bool, Refusal> {
        let Ok(e) = roster::read(t, &mut self.office.clone()) else { return Ok(false) };
        let role = people::Holding {
            login: &t.login.to_lowercase(),
            name: &e.name,
            role: e.role,
            body_id: &e.body_id,
            post_id: e.post_id.as_deref(),
        };
        Ok(!t.login.is_empty() && people::holds(conn, &self.unit_id, &role, &self.today).await?)
    }

    async fn land(&self, tx: &mut Tx<'_>, cx: &Cx, _: &From, t: &Typed) -> Result<String, Refusal> {
        let mut here = office(tx, &self.unit_id, &cx.today_iso()).await?;
        let e = roster::read(t, &mut here).map_err(Refusal::Invalid)?;
        let verb = OpenAccount {
            login: e.login,
            password_hash: NOBODY.to_owned(),
            must_change: true,
            full_name: e.name,
            role: e.role,
            unit_id: self.unit_id.clone(),
            body_id: e.body_id,
            post_id: e.post_id,
            from_on: cx.today_iso(),
            paper: String::new(),
        };
        verb.carry_out(tx, cx).await
    }
}
