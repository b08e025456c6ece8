//! oEmbed, for those who paste a chapter's address where pages are made: a file that says how it is embedded, and
//! that each chapter's page names (oembed.com, 2.3.4 and 4). Its addresses must be whole, so it is there only
//! where the site's address is known.

use crate::template;
use anyhow::{Context, Result};
use serde_json::json;

/// What a chapter's file says of it.
pub struct Chapter<'a> {
    /// The whole address of the site's first page.
    pub base_url: &'a str,
    /// From there to the chapter's twin for a frame.
    pub framed: &'a str,
    pub title: &'a str,
    /// The address of its picture, and the picture.
    pub preview: (&'a str, &'a [u8]),
}

/// How wide and high a frame is that has room for picture, player and caption.
const FRAME: (u32, u32) = (720, whereabouts::embed::HEIGHT);

/// Where the file of a page is, from the first page of the site.
pub fn address(path: &str) -> String {
    format!("{path}oembed.json")
}

pub fn file(chapter: &Chapter) -> Result<Vec<u8>> {
    let Chapter { base_url, framed, title, preview, .. } = chapter;
    let (wide, high) = FRAME;
    let quoted = template::escape(title);
    let html = format!(
        "<iframe src=\"{base_url}{framed}\" title=\"{quoted}\" width=\"{wide}\" height=\"{high}\" style=\"border: 0\"></iframe>"
    );
    let (picture_wide, picture_high) = size(preview.1).context("a preview is no PNG")?;
    let said = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Whereabouts",
        "provider_url": base_url,
        "title": title,
        "html": html,
        "width": wide,
        "height": high,
        "thumbnail_url": format!("{base_url}{}", preview.0),
        "thumbnail_width": picture_wide,
        "thumbnail_height": picture_high,
    });
    Ok(serde_json::to_vec_pretty(&said)?)
}

/// Width and height of a PNG, which stand right behind the name of its first part.
fn size(png: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
    (png.get(12..16)? == b"IHDR").then_some((number(16)?, number(20)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_what_a_rich_answer_must_have() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        png.extend([0, 0, 4, 176, 0, 0, 2, 118]);
        let said = file(&Chapter {
            base_url: "https://a.example/",
            framed: "embed/chapters/4/",
            title: "4 \"Two\" questions",
            preview: ("assets/chapter-04.png", &png),
        });
        let said: serde_json::Value = serde_json::from_slice(&said.unwrap()).unwrap();
        for name in ["version", "type", "html", "width", "height", "title", "provider_name"] {
            assert!(said.get(name).is_some(), "{name}");
        }
        assert_eq!(said["version"], "1.0");
        assert_eq!(said["type"], "rich");
        assert_eq!(
            (said["thumbnail_width"].as_u64(), said["thumbnail_height"].as_u64()),
            (Some(1200), Some(630))
        );
        let html = said["html"].as_str().unwrap();
        assert!(html.contains("src=\"https://a.example/embed/chapters/4/\""), "{html}");
        assert!(html.contains("title=\"4 &quot;Two&quot; questions\""), "{html}");
    }

    #[test]
    fn what_is_no_picture_has_no_size() {
        assert_eq!(size(b"GIF89a and more than sixteen bytes of it"), None);
        assert_eq!(size(b""), None);
    }
}
