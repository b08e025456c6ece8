//! The content security policy: one text for the page's own `<meta>` and for the served header.

/// `frame-ancestors` is missing on purpose: it means nothing in a `<meta>`, and who may embed the page
/// is for the owner of a site to say.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    connect-src 'self'; style-src 'self'; img-src 'self' data:; frame-src 'self'; \
    worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types whereabouts";
