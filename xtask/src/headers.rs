//! What goes along with every file when it is served: one table, for the development server, for static hosts
//! (`_headers` in `dist/`), and for what docs/serving/ tells nginx and Caddy.

use crate::policy::POLICY;
use std::fmt::Write as _;

/// Names and values, beside the policy.
pub const SECURITY: [(&str, &str); 6] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    // Pages elsewhere may have the element, and frames without an origin all of it.
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Access-Control-Allow-Origin", "*"),
];

/// What has its hash in its name.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The file that static hosts such as Netlify and Cloudflare Pages read, for a site at `folder` of its host.
pub fn for_static_hosts(folder: &str) -> String {
    let mut file = format!("{folder}*\n  Content-Security-Policy: {POLICY}\n");
    for (name, value) in SECURITY {
        let _ = writeln!(file, "  {name}: {value}");
    }
    // Two patterns that both fit would give one header of both values: these fit nothing twice.
    let _ = write!(file, "{folder}assets/*\n  Cache-Control: {FOR_EVER}\n");
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    fn documented(name: &str) -> String {
        let path = format!("{}/../docs/serving/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).unwrap()
    }

    #[test]
    fn the_documented_servers_send_what_the_table_says() {
        let (nginx, caddy) = (documented("nginx.conf"), documented("Caddyfile"));
        for (name, value) in SECURITY.into_iter().chain([("Content-Security-Policy", POLICY)]) {
            assert!(nginx.contains(&format!("add_header {name} \"{value}\" always;")), "{name}");
            assert!(caddy.contains(&format!("\t\t{name} \"{value}\"\n")), "{name}");
        }
        // And all else.
        for value in [FOR_EVER, "no-cache"] {
            assert!(
                nginx.contains(&format!("\"{value}\"")) && caddy.contains(&format!("\"{value}\""))
            );
        }
    }

    #[test]
    fn a_static_host_keeps_only_what_has_its_hash_in_its_name() {
        let file = for_static_hosts("/whereabouts/");
        assert!(file.starts_with("/whereabouts/*\n  Content-Security-Policy: default-src 'none'"));
        assert!(file.ends_with(
            "/whereabouts/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"
        ));
    }
}
