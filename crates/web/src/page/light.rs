//! The style as it is sent: without comments and without the blanks that nobody but us reads.

/// Leaves out comments and blanks that mean nothing; what stands in quotes stays as it is.
pub(super) fn light(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css.chars().peekable();
    let mut blank = false;
    while let Some(c) = rest.next() {
        match c {
            '/' if rest.peek() == Some(&'*') => {
                let mut last = ' ';
                rest.next();
                for n in rest.by_ref() {
                    if last == '*' && n == '/' {
                        break;
                    }
                    last = n;
                }
            }
            '"' | '\'' => {
                if blank {
                    out.push(' ');
                }
                blank = false;
                out.push(c);
                for n in rest.by_ref() {
                    out.push(n);
                    if n == c {
                        break;
                    }
                }
            }
            c if c.is_whitespace() => blank = !out.ends_with(['{', '}', ';', ',', ':']) && !out.is_empty(),
            c => {
                if blank && !matches!(c, '{' | '}' | ';') {
                    out.push(' ');
                }
                blank = false;
                if c == '}' && out.ends_with(';') {
                    out.pop();
                }
                out.push(c);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::light;

    #[test]
    fn what_a_browser_reads_stays() {
        let css = "/* a */\n.a :is(b, c) > d { color: red;\n  margin: 0 auto; }\n.b::after { content: \" ( \" attr(href); }\n@media (min-width: 36rem) { .c { gap: calc(1rem - 1px); } }\n";
        let want = ".a :is(b,c) > d{color:red;margin:0 auto}.b::after{content:\" ( \" attr(href)}@media (min-width:36rem){.c{gap:calc(1rem - 1px)}}";
        assert_eq!(light(css), want);
    }
}
