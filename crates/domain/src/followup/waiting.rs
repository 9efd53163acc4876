//! Thời gian chờ theo cơ quan: ages and medians, for those who follow the work up. Bodies are never ranked publicly.

/// The middle value of a list of numbers: of an even number of values the lower of the two in the middle, so that it
/// is always one that occurred.
#[must_use]
pub fn median(values: &[i64]) -> Option<i64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len().checked_sub(1)? / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_one_of_the_values() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[7]), Some(7));
        assert_eq!(median(&[9, 1, 5]), Some(5));
        assert_eq!(median(&[40, 1, 3, 2]), Some(2), "one long case does not move it");
    }
}
