//! What the story of the demonstration does not do: the verbs of administrators, villages, desks and of what is sent back,
//! dropped, cancelled, taken out again. Played after the story, by the same child.

use std::collections::HashMap;

use caunoi_app::{
    App, Verb,
    demo::world,
    desk::{ForgetDraft, KeepDraft, SeeNews, SetMail},
    followup::{
        keep_answer::{RetireAnswer, UseAnswer},
        urge_by_rule::SetUrgingRule,
    },
    people::{
        account,
        add_body::AddBody,
        add_post::AddPost,
        appoint::Appoint,
        change_password,
        end_tenure::EndTenure,
        grant_role::{EndRole, GrantRole},
        hand_over_post::HandOverPost,
        let_in::LetIn,
        rename_body::RenameBody,
        reset_password::ResetPassword,
        set_active::SetActive,
        sign_in,
        succeed_body::SucceedBody,
        take_leave::{ComeBack, TakeLeave},
        void_tenure::VoidTenure,
    },
    plan::{BeginPlan, PutRow, RemoveRow, ReturnPlan, SetPlanRule, SubmitPlan},
    publishing::VoidProof,
    rounds,
    territory::{
        add_villages::AddVillages,
        divide_village::DivideVillage,
        merge_villages::MergeVillages,
        move_village::{GiveVillageAway, ReceiveVillage},
        rename_village::RenameVillage,
    },
    village::RevokeVillageLink,
};
use caunoi_domain::{
    dialogue::{
        plan_rule::{PlanRule, Rule},
        scope::Audience,
        state::{Basis as DialogueBasis, DialogueKind, Form},
        year_plan::{Change, Row},
    },
    followup::urging_rule::{Policy, UrgingMode, UrgingRule},
    opinion::kind::Field,
    people::{
        actor::{Actor, Role},
        body::BodyKind,
        post::PostKind,
        roster,
    },
    unit::village::Basis,
};
use caunoi_store::{Arg, args, people};
use jiff::civil::{Date, date};

/// Everybody of the world, ready to act.
pub struct Cast {
    pub app: App,
    actors: HashMap<String, Actor>,
}

impl Cast {
    pub async fn of(app: &App) -> Self {
        let mut actors = HashMap::new();
        let today = app.clock.today().to_string();
        for seat in world::seats() {
            let officer = people::officer(&mut app.store.read().await.unwrap(), &seat.login, &today).await.unwrap().unwrap();
            actors.insert(seat.login, Actor::Officer(officer));
        }
        Self { app: app.clone(), actors }
    }

    pub fn actor(&self, login: &str) -> &Actor {
        &self.actors[login]
    }

    /// Somebody acts, and is not refused.
    pub async fn act<V: Verb>(&self, login: &str, verb: V) -> V::Done {
        match self.app.carry_out(self.actor(login), verb).await {
            Ok(done) => done,
            Err(e) => panic!("{} of {login}: {e:?}", std::any::type_name::<V>()),
        }
    }

    /// The first value `v` that a statement finds.
    pub async fn find(&self, sql: &'static str, args: Vec<Arg>) -> String {
        let found = self.app.store.read().await.unwrap().all(sql, args).await.unwrap();
        found.first().unwrap_or_else(|| panic!("nothing: {sql}")).get("v").unwrap()
    }

    /// The same of a number.
    pub async fn number(&self, sql: &'static str, args: Vec<Arg>) -> i64 {
        let found = self.app.store.read().await.unwrap().all(sql, args).await.unwrap();
        found.first().unwrap_or_else(|| panic!("nothing: {sql}")).get("v").unwrap()
    }
}

pub const ADMIN: &str = "quantri.vantrach";
pub const CLERK: &str = "vanthu.vantrach";
pub const CHAIR: &str = "chutich.vantrach";

/// The commune's id.
pub fn unit() -> String {
    world::unit(world::VAN_TRACH)
}

fn today() -> Date {
    date(2026, 11, 24)
}

/// Plays parts one after another, each to its end or to its first refusal, so that all refusals are told at once.
macro_rules! parts {
    ($app:expr, $($part:path),+ $(,)?) => {{
        let mut refused: Vec<&str> = Vec::new();
        $(
            let cast = $crate::beside::Cast::of($app).await;
            if tokio::spawn(async move { $part(&cast).await }).await.is_err() {
                refused.push(stringify!($part));
            }
        )+
        assert!(refused.is_empty(), "refused: {refused:?}");
    }};
}

/// Plays all of it.
pub async fn play(app: &App) {
    use crate::{
        beside_desk::{book, hall, ledger, mail, summary, texts},
        beside_dialogue::{dialogue, follow_up, minutes, opinions, sealed},
        beside_office::{decisions, figures, found, mails, opened, receptions, rules, sent_up, session, set_up, several, table, taken},
    };
    parts!(app, people_and_posts, accounts, villages, desks, answers, proofs, plans, opinions, follow_up, dialogue, minutes, sealed);
    parts!(app, texts, ledger, hall, summary, mail, book);
    parts!(app, receptions, decisions, opened, found, sent_up, taken, several, rules, table, figures, set_up, mails, session);
    rounds::run_due(app).await.unwrap();
}

async fn people_and_posts(c: &Cast) {
    let source = || "Nghị quyết 9/NQ-HĐND (dựng ra)".to_owned();
    let add = |name: &str, symbol: &str| AddBody {
        unit_id: unit(),
        kind: BodyKind::Division,
        name: name.to_owned(),
        symbol: symbol.to_owned(),
        has_account: true,
        from: Some(date(2025, 7, 1)),
        to: None,
        source: source(),
        confirmed: true,
    };
    let old = c.act(ADMIN, add("Tổ Thủy lợi xã", "TTL")).await;
    let new = c.act(ADMIN, add("Phòng Hạ tầng xã", "PHT")).await;
    let rename = RenameBody {
        body_id: new.clone(),
        name: "Phòng Hạ tầng và Thủy lợi xã".to_owned(),
        symbol: "PHTTL".to_owned(),
        from: date(2026, 10, 1),
        source: source(),
        confirmed: false,
    };
    c.act(ADMIN, rename).await;
    c.act(ADMIN, SucceedBody { old_id: old, new_id: new.clone(), on: date(2026, 11, 1), source: source(), confirmed: true }).await;
    let post = AddPost { body_id: new, kind: PostKind::BodyHead, name: "Trưởng phòng Hạ tầng xã".to_owned(), head: false };
    let post = c.act(ADMIN, post).await;
    let appoint = |person: &str, from: Date, acting: bool| Appoint {
        post_id: post.clone(),
        person: person.to_owned(),
        login: String::new(),
        from,
        to: None,
        acting,
        paper: "15/QĐ-UBND".to_owned(),
    };
    let wrong = c.act(ADMIN, appoint("Vũ Văn Lầm", date(2026, 9, 1), false)).await;
    c.act(ADMIN, VoidTenure { tenure_id: wrong }).await;
    let held = c.act(ADMIN, appoint("Vũ Thị Hiền", date(2026, 9, 1), false)).await;
    c.act(ADMIN, TakeLeave { tenure_id: held.clone(), from: date(2026, 11, 2), to: None, paper: String::new() }).await;
    c.act(ADMIN, ComeBack { post_id: post.clone(), to: date(2026, 11, 10) }).await;
    c.act(ADMIN, EndTenure { tenure_id: held, to: date(2026, 11, 20), paper: "16/QĐ-UBND".to_owned() }).await;
    let over = HandOverPost {
        post_id: world::post(world::VAN_TRACH, "chu-tich"),
        given_by: "Nguyễn Thị Hạnh".to_owned(),
        taken_by: "Trần Văn Kế".to_owned(),
        on: today(),
        paper: "Biên bản bàn giao 01".to_owned(),
    };
    c.act(CLERK, over).await;
}

async fn accounts(c: &Cast) {
    let (login, body_id) = ("vanxa.vantrach".to_owned(), world::body(world::VAN_TRACH, "phong-kinh-te"));
    c.act(ADMIN, GrantRole { unit_id: unit(), login: login.clone(), role: Role::Body, body_id, from: today() }).await;
    let token = sign_in::sign_in(&c.app, &login, crate::player::PASSWORD.to_owned()).await.unwrap().unwrap();
    let second = "SELECT g.id AS v FROM role_grant g JOIN user_account u ON u.id = g.user_id WHERE u.login = $1 ORDER BY g.id DESC";
    let second = c.find(second, args![&login]).await;
    sign_in::switch_role(&c.app, &token, second.clone()).await.unwrap();
    sign_in::sign_out(&c.app, &token).await.unwrap();
    c.act(ADMIN, EndRole { unit_id: unit(), login: login.clone(), grant_id: second, to: today() }).await;
    let hash = account::hash_password(&c.app, "mat-khau-mot-lan".to_owned()).await.unwrap();
    c.act(ADMIN, ResetPassword { login: login.clone(), password_hash: hash, must_change: true }).await;
    let (old, new) = ("mat-khau-mot-lan".to_owned(), "mot cau dai kho doan 27".to_owned());
    change_password::change_password(&c.app, c.actor(&login), old, new.clone(), &new).await.unwrap();
    for active in [false, true] {
        c.act(ADMIN, SetActive { unit_id: unit(), login: login.clone(), active }).await;
    }
    let typed = roster::Typed {
        name: "Vũ Văn Lầm".to_owned(),
        role: Role::Body.code().to_owned(),
        body: world::body(world::VAN_TRACH, "phong-kinh-te"),
        ..roster::Typed::default()
    };
    let hash = account::hash_password(&c.app, "mat-khau-mot-lan".to_owned()).await.unwrap();
    c.act(ADMIN, LetIn { unit_id: unit(), typed, password_hash: hash, from: today() }).await;
}

async fn villages(c: &Cast) {
    let basis = |day: i8| Basis { on: date(2026, 11, day), paper: "12/NQ-HĐND (dựng ra)".to_owned() };
    let (names, from_on) = (vec!["Thôn Mới Đông".to_owned()], Some(date(2026, 1, 5)));
    let mut added = c.act(CLERK, AddVillages { unit_id: unit(), names, from_on, paper: "2/NQ-HĐND".to_owned() }).await;
    let added = added.pop().unwrap();
    let renamed = c.act(CLERK, RenameVillage { unit_id: unit(), village: added, name: "Thôn Đông Tân".to_owned(), basis: basis(2) }).await;
    let names = vec!["Thôn Đông Tân 1".to_owned(), "Thôn Đông Tân 2".to_owned()];
    let parts = c.act(CLERK, DivideVillage { unit_id: unit(), village: renamed, names, basis: basis(4) }).await;
    let merge = MergeVillages { unit_id: unit(), villages: parts, name: "Thôn Tân Hợp".to_owned(), basis: basis(6) };
    let merged = c.act(CLERK, merge).await;
    let to_code = world::DONG_LAM.to_owned();
    let away = c.act(CLERK, GiveVillageAway { unit_id: unit(), village: merged, to_code, basis: basis(9) }).await;
    c.act("vanthu.donglam", ReceiveVillage { unit_id: world::unit(world::DONG_LAM), id: away }).await;
    let link = c.find("SELECT id AS v FROM village_link WHERE unit_id = $1 ORDER BY id DESC", args![unit()]).await;
    c.act(CLERK, RevokeVillageLink { link }).await;
}

async fn desks(c: &Cast) {
    c.act(CLERK, SetMail { address: "vanthu@vantrach.example".to_owned(), wanted: true }).await;
    c.act(CLERK, SeeNews).await;
    let form = "reliability".to_owned();
    c.act(CLERK, KeepDraft { form: form.clone(), fields: vec![("text".to_owned(), "Viết dở".to_owned())] }).await;
    c.act(CLERK, ForgetDraft { form }).await;
    let policy = Policy { rule: UrgingRule::ALL[0], mode: UrgingMode::ALL[0], before: Some(3), after: 2, again: 7 };
    c.act(CHAIR, SetUrgingRule { unit_id: unit(), policy }).await;
}

async fn answers(c: &Cast) {
    let answer = c.number("SELECT public_id AS v FROM saved_answer ORDER BY id", args![]).await;
    let of = c.find("SELECT unit_id AS v FROM saved_answer ORDER BY id", args![]).await;
    let clerk = if of == unit() { CLERK } else { "vanthu.donglam" };
    c.act(clerk, UseAnswer { unit_id: of.clone(), answer }).await;
    c.act(clerk, RetireAnswer { unit_id: of, answer }).await;
}

async fn proofs(c: &Cast) {
    let proof = "SELECT public_id AS v FROM publication_proof WHERE unit_id = $1 AND at IS NOT NULL AND void_at IS NULL ORDER BY id DESC";
    let proof = c.number(proof, args![unit()]).await;
    c.act(CLERK, VoidProof { proof, reason: "Nhập nhầm ngày".to_owned() }).await;
}

async fn plans(c: &Cast) {
    let plan = c.act(CLERK, BeginPlan { unit_id: unit(), year: 2029 }).await;
    let row = Row {
        heads: vec![world::post(world::VAN_TRACH, "chu-tich")],
        kind: DialogueKind::Regular,
        basis: DialogueBasis::Both,
        topic: String::new(),
        audience: "Nhân dân thôn Hạ".to_owned(),
        audiences: vec![Audience::Residents],
        fields: vec![Field::Roads],
        area: String::new(),
        place: String::new(),
        month: 6,
        on_day: Some(date(2029, 6, 15)),
        form: Form::InPerson,
        expected: Some(80),
        body: world::body(world::VAN_TRACH, "van-phong"),
        documents: String::new(),
        announce_on: None,
        budget: String::new(),
        pilot: false,
    };
    let put = || PutRow { plan, row: String::new(), change: Change::Add, replaces: String::new(), planned: Some(row.clone()) };
    let first = c.act(CLERK, put()).await;
    c.act(CLERK, put()).await;
    c.act(CLERK, RemoveRow { plan, row: first }).await;
    c.act(CLERK, SubmitPlan { plan }).await;
    c.act(CHAIR, ReturnPlan { plan, note: "Bổ sung địa điểm".to_owned() }).await;
    let rule =
        Rule { rule: PlanRule::VillageAgainDays, value: "180".to_owned(), citation: "Quy chế (dựng ra)".to_owned(), confirmed: false };
    c.act(ADMIN, SetPlanRule { unit_id: unit(), rule }).await;
}
