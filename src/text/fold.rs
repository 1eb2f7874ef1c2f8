//! Folding: one spelling for what news spells in many ways.
//!
//! Case, Latin diacritics and curly apostrophes fold away; everything else stays. The same function
//! serves the lexicon (one probe a token) and names, so a word that is listed is a word that is found.

/// `text` folded into a new string.
#[cfg(test)]
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let mut buffer = [0; 4];
        // Folding gives whole characters, so the bytes are valid UTF-8.
        out.push_str(std::str::from_utf8(fold_char(c, &mut buffer)).unwrap_or(""));
    }
    out
}

/// The folded bytes of one character: none for combining marks, up to four otherwise.
#[inline]
pub(crate) fn fold_char(c: char, buffer: &mut [u8; 4]) -> &[u8] {
    if c.is_ascii() {
        buffer[0] = u8::try_from(c).unwrap_or(b' ').to_ascii_lowercase();
        return &buffer[..1];
    }
    fold_foreign(c, buffer)
}

/// The same for a character that is not ASCII.
fn fold_foreign(c: char, buffer: &mut [u8; 4]) -> &[u8] {
    if let Some(plain) = latin(c) {
        return plain.as_bytes();
    }
    match c {
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' => &[],
        c => {
            let mut lower = c.to_lowercase();
            let one = match (lower.next(), lower.next()) {
                (Some(l), None) => l,
                _ => c,
            };
            one.encode_utf8(buffer).as_bytes()
        }
    }
}

/// Whether `c` folds to an apostrophe.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ')
}

/// The plain ASCII spelling of a Latin letter with a diacritic, and of the curly apostrophes.
fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        c if is_apostrophe(c) => "'",
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Ǎ' | 'ǎ' | 'Ạ'..='ặ' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'Ð' | 'ð' | 'Ď'..='đ' | 'Ḍ' | 'ḍ' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' | 'Ẹ'..='ệ' | 'Ə' | 'ə' => "e",
        'Ĝ'..='ģ' | 'Ǧ' | 'ǧ' => "g",
        'Ĥ'..='ħ' | 'Ḥ' | 'ḥ' | 'Ḫ' | 'ḫ' => "h",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' | 'Ỉ'..='ị' => "i",
        'Ĵ' | 'ĵ' => "j",
        'Ķ' | 'ķ' => "k",
        'Ĺ'..='ł' => "l",
        'Ñ' | 'ñ' | 'Ń'..='ň' => "n",
        'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' | 'Ō'..='ő' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => "o",
        'Œ' | 'œ' => "oe",
        'Ŕ'..='ř' => "r",
        'Ś'..='š' | 'Ș' | 'ș' | 'Ṣ' | 'ṣ' => "s",
        'ß' => "ss",
        'Ţ'..='ŧ' | 'Ț' | 'ț' | 'Ṭ' | 'ṭ' => "t",
        'Þ' | 'þ' => "th",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ư' | 'ư' | 'Ụ'..='ự' => "u",
        'Ŵ' | 'ŵ' => "w",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' | 'Ỳ'..='ỹ' => "y",
        'Ź'..='ž' | 'Ẓ' | 'ẓ' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_diacritics_and_apostrophes_fold() {
        for (text, want) in [
            ("Élysée", "elysee"),
            ("SÃO Paulo", "sao paulo"),
            ("Erdoğan", "erdogan"),
            ("Zażółć", "zazolc"),
            ("D’Ivoire", "d'ivoire"),
            ("e\u{301}tat", "etat"),
            ("Nguyễn", "nguyen"),
            ("Straße", "strasse"),
            ("Київ", "київ"),
        ] {
            assert_eq!(fold(text), want, "{text}");
        }
    }
}
