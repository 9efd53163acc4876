//! Cuộc tiếp xúc, đối thoại: its kinds, states, minutes, notice and outcomes.

pub mod outcome;
pub mod state;
