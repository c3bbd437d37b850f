//! The known name that somebody may have meant.

/// The name nearest to `word`, where one is near enough to be a slip of the hand.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let most = (word.chars().count() / 3).clamp(1, 4);
    let near = known.into_iter().map(|it| (distance(word, it), it)).filter(|it| it.0 <= most);
    near.min().map(|it| it.1)
}

/// How many characters must be put in, taken out or changed.
fn distance(one: &str, other: &str) -> usize {
    const LONGEST: usize = 120;
    let other: Vec<char> = other.chars().take(LONGEST).collect();
    let mut before: Vec<usize> = (0..=other.len()).collect();
    for (row, left) in one.chars().take(LONGEST).enumerate() {
        let mut now = vec![row + 1];
        for (column, right) in other.iter().enumerate() {
            let at = |costs: &[usize], at: usize| costs.get(at).copied().unwrap_or(usize::MAX - 1);
            let changed = at(&before, column) + usize::from(left != *right);
            now.push(changed.min(at(&before, column + 1) + 1).min(at(&now, column) + 1));
        }
        before = now;
    }
    before.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_is_seen_and_another_word_is_not() {
        let known = ["bucket-requires-tls", "bucket-logs-access"];
        assert_eq!(nearest("bucket-require-tls", known), Some("bucket-requires-tls"));
        assert_eq!(nearest("bucket-log-acess", known), Some("bucket-logs-access"));
        assert_eq!(nearest("workload", known), None);
    }
}
