//! Writing XML: elements inside each other, with what is text in them escaped.

use crate::template::escape;

/// An element with attributes, and what stands in it.
pub fn element(name: &str, attributes: &[(&str, &str)], inside: &[String]) -> String {
    let mut begins = format!("<{name}");
    for (attribute, value) in attributes {
        begins += &format!(" {attribute}=\"{}\"", escape(value));
    }
    if inside.is_empty() {
        return format!("{begins}/>\n");
    }
    format!("{begins}>\n{}</{name}>\n", inside.concat())
}

/// An element that says something.
pub fn says(name: &str, attributes: &[(&str, &str)], text: &str) -> String {
    element(name, attributes, &[escape(text)]).replacen(">\n", ">", 1)
}

/// The file that an element is the root of.
pub fn file(root: &str) -> Vec<u8> {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_text_is_escaped_and_an_empty_element_is_closed() {
        let text = says("title", &[("xml:lang", "en")], "Anyone <may> ask & \"answer\"");
        let whole = element("item", &[("id", "a&b")], &[text, element("file", &[], &[])]);
        assert_eq!(
            whole,
            "<item id=\"a&amp;b\">\n<title xml:lang=\"en\">Anyone &lt;may&gt; ask &amp; \
             &quot;answer&quot;</title>\n<file/>\n</item>\n"
        );
    }
}
