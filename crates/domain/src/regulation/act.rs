//! Quán triệt và tổ chức thực hiện: what a unit does with a document that binds it.

crate::words! {
    /// What was done.
    ActKind {
        /// quán triệt: who briefed whom, on which day, by which paper
        Briefing = "briefing",
        /// kế hoạch thực hiện
        Plan = "plan",
    }
}
