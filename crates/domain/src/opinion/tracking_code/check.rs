//! The check sign: a weighted sum over GF(32), the field with as many elements as the alphabet has signs.
//!
//! Sign number i (from 0) has weight a^(i+1), a a generator of the field. The weights of 16 signs and of the check
//! sign itself (a^0) are 17 different, non-zero elements of 31, so changing one sign adds w·(x−x') ≠ 0 and swapping
//! any two, adjacent or not, adds (w−v)·(x−y) ≠ 0 to the sum: both are always found, and the check sign is one of the
//! same 32 signs (Crockford's own modulo 37 needs five more that nobody can read aloud).

/// x^5 + x^2 + 1, primitive over GF(2): x generates all 31 non-zero elements.
const POLYNOMIAL: u8 = 0b10_0101;

/// The element times x.
fn times_x(element: u8) -> u8 {
    let shifted = element << 1;
    if shifted & 0b10_0000 == 0 { shifted } else { shifted ^ POLYNOMIAL }
}

/// The check value of the values of a code, the first the highest (Horner: each step multiplies what went before).
pub(super) fn check(values: &[u8]) -> u8 {
    values.iter().fold(0, |sum, value| times_x(sum ^ (value & 31)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
    use super::*;

    /// The sum is linear, so it is enough to prove the weights: all different, none zero, none the check's own (1).
    #[test]
    fn the_seventeen_weights_are_different_and_not_zero() {
        let mut weights = vec![1];
        for place in 0..16 {
            let mut values = [0; 16];
            values[place] = 1;
            weights.push(check(&values));
        }
        weights.sort_unstable();
        weights.dedup();
        assert_eq!(weights.len(), 17);
        assert!(!weights.contains(&0));
    }

    #[test]
    fn the_sum_is_linear_and_the_field_has_no_divisors_of_zero() {
        for place in 0..16 {
            let at = |value: u8| {
                let mut values = [0; 16];
                values[place] = value;
                check(&values)
            };
            for x in 0..32 {
                assert_eq!(at(x) == 0, x == 0);
                for y in 0..32 {
                    assert_eq!(at(x) ^ at(y), at(x ^ y));
                }
            }
        }
    }
}
