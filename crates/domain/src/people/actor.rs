//! Who does something: an officer in a role for a body of a unit, a person who follows by code, or the program.

crate::words! {
    /// The role that a person holds for a body of a unit.
    Role {
        /// Cán bộ tham mưu (Văn phòng): triages, prepares, minutes, drafts, publishes what is approved
        Secretary = "secretary",
        /// Người đứng đầu: approves, presides, signs
        Head = "head",
        /// Thường trực HĐND: co-chairs, reads
        Council = "council",
        /// Cơ quan chủ trì, phối hợp: answers for its own tasks
        Body = "body",
        /// Mặt trận Tổ quốc và các tổ chức: reads and supervises, changes nothing of the supervised
        Front = "front",
        /// Ủy ban Kiểm tra, người tiếp công dân: receives what is transferred
        Inspector = "inspector",
        /// Quản trị: units, people, settings; opens no opinion
        Admin = "admin",
    }
}

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A citizen, known by a code or not at all.
    Person,
    /// An officer who has signed in.
    Officer(Officer),
    /// The head of a village, by the phone link of that village.
    Village(VillageHead),
    /// The program itself, by a rule.
    System,
}

/// An officer in one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    /// Account id.
    pub user_id: String,
    /// Name, for pages of the office only.
    pub full_name: String,
    /// The role of this session.
    pub role: Role,
    /// The unit (id, code.period).
    pub unit_id: String,
    /// The body.
    pub body_id: String,
    /// The body's name, as it stands on the thread.
    pub body_name: String,
    /// The post, where the role comes with one.
    pub post_id: Option<String>,
    /// The post's name.
    pub post_name: Option<String>,
    /// The post leads the unit, its Party committee or its authority ([`PostKind::leads_unit`](super::post::PostKind)): not
    /// that of the head of one of its other bodies.
    pub leads: bool,
}

/// Trưởng thôn, tổ trưởng tổ dân phố: known by a link, without an account, and only for the own village.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VillageHead {
    /// Id of the link: the actor of events.
    pub link_id: String,
    /// The commune.
    pub unit_id: String,
    /// The village.
    pub village_id: String,
    /// How they stand on the thread: "Trưởng thôn Bến Gỗ".
    pub label: String,
}

/// How the head of a village of that name is called: "Thôn Bến Gỗ" has a trưởng thôn, "Tổ dân phố 1" a tổ trưởng.
#[must_use]
pub fn head_of_village(village: &str) -> String {
    let mut rest = village.chars();
    let lower = rest.next().map(|first| format!("{}{}", first.to_lowercase(), rest.as_str())).unwrap_or_default();
    if lower.starts_with("tổ ") { format!("Tổ trưởng {lower}") } else { format!("Trưởng {lower}") }
}

impl Officer {
    /// How this officer stands on the thread: the post for a head, the body for all others; never a name.
    #[must_use]
    pub fn label(&self) -> &str {
        self.post_name.as_deref().unwrap_or(&self.body_name)
    }
}

impl Actor {
    /// The account id in events: `person` and `system` for those who have none.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Person => "person",
            Self::Officer(o) => &o.user_id,
            Self::Village(v) => &v.link_id,
            Self::System => "system",
        }
    }

    /// How the actor stands on the thread; empty for a person and the program.
    #[must_use]
    pub fn label(&self) -> &str {
        match self {
            Self::Officer(o) => o.label(),
            Self::Village(v) => &v.label,
            Self::Person | Self::System => "",
        }
    }

    /// The officer, if it is one.
    #[must_use]
    pub const fn officer(&self) -> Option<&Officer> {
        match self {
            Self::Officer(o) => Some(o),
            Self::Person | Self::Village(_) | Self::System => None,
        }
    }

    /// Who enters something for a person: the officer's account or the village's link; nobody where the person does it.
    #[must_use]
    pub fn enterer(&self) -> Option<&str> {
        match self {
            Self::Officer(_) | Self::Village(_) => Some(self.id()),
            Self::Person | Self::System => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::head_of_village;

    #[test]
    fn a_village_and_a_residential_group_have_heads_of_their_own_name() {
        assert_eq!(head_of_village("Thôn Bến Gỗ"), "Trưởng thôn Bến Gỗ");
        assert_eq!(head_of_village("Tổ dân phố 1"), "Tổ trưởng tổ dân phố 1");
        assert_eq!(head_of_village("Ấp Mới"), "Trưởng ấp Mới");
    }
}
