//! What was typed so far, as the forms carry it from screen to screen.

use caunoi_app::{
    opinion::upload::{FILES_MAX, Kept},
    people::published_by,
};
use caunoi_domain::{
    opinion::{
        kind::OpinionKind,
        submission::{self, Submission, Typed},
    },
    problem::{FileProblem, Problem, What},
    unit::Level,
};
use caunoi_store::unit::{self, UnitRow, VillageRow};
use data_encoding::HEXLOWER;
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use crate::{
    Web,
    page::{
        fault::Fault,
        upload::{self, Form},
    },
};

/// What the list of villages says for "I am not sure".
pub const NOT_SURE: &str = "khong-ro";

/// An opinion on its way.
pub struct Draft {
    /// The commune.
    pub unit: UnitRow,
    /// Its villages.
    pub villages: Vec<VillageRow>,
    /// Its policy lets a name be published where the person chooses so; else it is not asked.
    pub names_shown: bool,
    /// What was typed; `village` as the list gives it.
    pub typed: Typed,
    /// Files that are durable already.
    pub files: Vec<Kept>,
    /// The form's own key: the same form twice is one opinion.
    pub key: String,
}

impl Draft {
    /// An empty one.
    #[must_use]
    pub fn new(web: &Web, unit: UnitRow, (villages, names_shown): (Vec<VillageRow>, bool), kind: OpinionKind) -> Self {
        let typed = Typed { kind: kind.code().to_owned(), ..Typed::default() };
        Self { unit, villages, names_shown, typed, files: Vec::new(), key: web.app.token() }
    }

    /// From a form that was sent.
    ///
    /// # Errors
    /// [`Fault::Foreign`] for a form that is not ours; the store's failure.
    pub async fn of(web: &Web, form: &mut Form) -> Result<Self, Fault> {
        let mut conn = web.app.store.read().await?;
        let unit = commune(&mut conn, form.get("xa")).await?.ok_or(Fault::Foreign)?;
        let (villages, names_shown) = conn.together((unit::villages_look(&unit.id), published_by::names_shown_look(&unit.id))).await?;
        drop(conn);
        let text = |name: &str| form.get(name).to_owned();
        let typed = Typed {
            kind: text("kind"),
            body: text("body"),
            village: text("village"),
            place: text("place"),
            occurred: text("occurred"),
            full_name: text("full_name"),
            phone: text("phone"),
            address: text("address"),
            email: String::new(),
            name_public: if names_shown { text("name_public") } else { String::new() },
        };
        let key = Some(form.get("key")).filter(|k| k.len() == 26 && k.bytes().all(|b| b.is_ascii_alphanumeric()));
        let key = key.ok_or(Fault::Foreign)?.to_owned();
        let mut files: Vec<Kept> = Vec::new();
        for file in form.all("kept").filter_map(|r| upload::referred(&web.app, r)).collect::<Vec<_>>() {
            // A form that lay open for a week: its file was taken for left behind.
            match web.app.blobs.still_there(&file.sha256).await? {
                Some(hold) => files.push(Kept { hold, ..file }),
                None => form.problems.push(Problem::new("files", What::File(FileProblem::Gone { name: file.name }))),
            }
        }
        files.append(&mut form.files);
        if files.len() > FILES_MAX {
            files.truncate(FILES_MAX);
            form.problems.push(Problem::new("files", What::File(FileProblem::TooMany { max: FILES_MAX })));
        }
        Ok(Self { unit, villages, names_shown, typed, files, key })
    }

    /// Reads it; everything wrong is said at once.
    ///
    /// # Errors
    /// Every wrong field with what is wrong there.
    pub fn check(&self, today: Date) -> Result<Submission, Vec<Problem>> {
        let village_said = self.villages.is_empty() || self.typed.village == NOT_SURE || self.village_name().is_some();
        let village = if self.typed.village == NOT_SURE { String::new() } else { self.typed.village.clone() };
        let parsed = submission::parse(&Typed { village, ..self.typed.clone() }, today);
        if village_said {
            return parsed;
        }
        let mut problems = parsed.err().unwrap_or_default();
        let at = problems.iter().position(|p| !matches!(p.field, "kind" | "body")).unwrap_or(problems.len());
        problems.insert(at, Problem::new("village", What::NotAChoice));
        Err(problems)
    }

    /// The name of the chosen village.
    #[must_use]
    pub fn village_name(&self) -> Option<&str> {
        self.villages.iter().find(|v| v.id == self.typed.village).map(|v| v.name.as_str())
    }

    /// The kind that was chosen.
    #[must_use]
    pub fn kind(&self) -> Option<OpinionKind> {
        self.typed.kind.parse().ok()
    }

    /// The key of exactly this form: who goes back, changes something and sends again sends another opinion.
    #[must_use]
    pub fn form_key(&self) -> String {
        let t = &self.typed;
        let mut hash = Sha256::new();
        for part in [&self.unit.id, &t.kind, &t.body, &t.village, &t.place, &t.occurred, &t.full_name, &t.phone, &t.address, &t.name_public]
            .into_iter()
            .chain(self.files.iter().map(|f| &f.sha256))
        {
            hash.update(part.len().to_be_bytes());
            hash.update(part.as_bytes());
        }
        format!("{}.{}", self.key, HEXLOWER.encode(&hash.finalize()))
    }

    /// Everything typed, as hidden fields.
    #[must_use]
    pub fn hidden(&self, web: &Web) -> Vec<(&'static str, String)> {
        let t = &self.typed;
        let mut all = vec![
            ("xa", self.unit.code.clone()),
            ("key", self.key.clone()),
            ("kind", t.kind.clone()),
            ("body", t.body.clone()),
            ("village", t.village.clone()),
            ("place", t.place.clone()),
            ("occurred", t.occurred.clone()),
            ("full_name", t.full_name.clone()),
            ("phone", t.phone.clone()),
            ("address", t.address.clone()),
            ("name_public", t.name_public.clone()),
        ];
        all.extend(self.files.iter().map(|f| ("kept", upload::reference(&web.app, f))));
        all
    }
}

/// The commune of that code in force today.
///
/// # Errors
/// The store's failure.
pub async fn commune(conn: &mut caunoi_store::Conn<'_>, code: &str) -> Result<Option<UnitRow>, Fault> {
    if code.is_empty() {
        return Ok(None);
    }
    Ok(unit::find_current(conn, code).await?.filter(|u| u.level == Level::Commune))
}
