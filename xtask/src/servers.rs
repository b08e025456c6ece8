//! Real servers for a built site, as docs/serving/ has them: for the tests, and to measure it behind one. Each
//! listens on this machine only, and ends when it is dropped.

use crate::place::Place;
use crate::{debian, process};
use anyhow::{Context, Result, bail};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Debian's package of nginx reads its modules from here.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
/// How long one may take to start.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Server {
    process: Child,
    /// `http://127.0.0.1:PORT/`
    pub address: String,
}

/// The site behind each of them: in a folder behind nginx, at the root behind Caddy, and behind a proxy that
/// compresses anew what it gets from nginx.
pub struct Served {
    // What is asked ends after who asks.
    proxy: Server,
    nginx: Server,
    caddy: Server,
}

/// Where keys are, under the folder of what is built.
const KEYS: &str = "servers/keys";
/// Where the site is behind nginx.
const FOLDER: &str = "whereabouts";

impl Served {
    pub fn start(place: &Place, site: &Path) -> Result<Served> {
        let root = place.target.join("servers/root");
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root)?;
        linked(site, &root.join(FOLDER))?;
        let nginx = nginx(place, &root)?;
        Ok(Served { proxy: proxy(place, &nginx)?, caddy: caddy(place, site)?, nginx })
    }

    /// What the tests are told of them.
    pub fn told(&self) -> [(&'static str, String); 3] {
        [
            ("SERVED_BY_NGINX", format!("{}{FOLDER}/", self.nginx.address)),
            ("SERVED_BY_CADDY", self.caddy.address.clone()),
            ("SERVED_BY_PROXY", format!("{}{FOLDER}/", self.proxy.address)),
        ]
    }
}

#[cfg(unix)]
fn linked(site: &Path, to: &Path) -> Result<()> {
    Ok(std::os::unix::fs::symlink(site, to)?)
}

#[cfg(not(unix))]
fn linked(_: &Path, _: &Path) -> Result<()> {
    bail!("servers are started on systems with symbolic links")
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// nginx with the documented configuration. `folder` is its root.
pub fn nginx(place: &Place, folder: &Path) -> Result<Server> {
    let port = free_port()?;
    let documented = documented(place, "nginx.conf")?;
    let site = filled(
        &documented,
        &[
            ("listen 80;", &format!("listen 127.0.0.1:{port};")),
            ("root /srv/whereabouts;", &format!("root {};", folder.display())),
        ],
    )?;
    start_nginx(place, port, &site)
}

/// The same over https and HTTP/2, as a site is served in earnest, with a certificate that is only for this machine.
/// It comes with the hash of its key, by which a browser can be told to trust it.
pub fn nginx_with_tls(place: &Place, folder: &Path) -> Result<(Server, String)> {
    let keys = place.target.join(KEYS);
    fs::create_dir_all(&keys)?;
    if process::which("openssl").is_none() {
        debian::need(place, &["openssl"], "serving over https")?;
    }
    let openssl = |arguments: &str| -> Command {
        let mut command = Command::new("openssl");
        command.current_dir(&keys).args(arguments.split_whitespace());
        command
    };
    let log = keys.join("openssl.log");
    for step in [
        "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out certificate.pem -days 30 -subj /CN=127.0.0.1",
        "x509 -in certificate.pem -pubkey -noout -out public.pem",
        "pkey -pubin -in public.pem -outform der -out public.der",
    ] {
        process::run_logged(&mut openssl(step), "openssl", &log, PATIENCE)?;
    }
    let hash = BASE64_STANDARD.encode(Sha256::digest(fs::read(keys.join("public.der"))?));
    let port = free_port()?;
    let listen = listen_with_tls(place, port);
    let root = format!("root {};", folder.display());
    let changes = [("listen 80;", listen.as_str()), ("root /srv/whereabouts;", root.as_str())];
    let site = filled(&documented(place, "nginx.conf")?, &changes)?;
    Ok((over_https(start_nginx(place, port, &site)?), hash))
}

/// nginx in front of another server: what it gets is not compressed, and it compresses everything itself.
pub fn proxy(place: &Place, behind: &Server) -> Result<Server> {
    let port = free_port()?;
    let address = behind.address.trim_end_matches('/');
    let site = format!(
        "gzip on; gzip_min_length 1; gzip_proxied any; gzip_types *;
         server {{
             listen 127.0.0.1:{port};
             location / {{ proxy_pass {address}; proxy_set_header Accept-Encoding \"\"; }}
         }}"
    );
    start_nginx(place, port, &site)
}

/// nginx as it comes, for a page that is somebody else's, over https with the certificate that is there by now.
pub fn plain_with_tls(place: &Place, folder: &Path) -> Result<Server> {
    let port = free_port()?;
    let site = format!(
        "include /etc/nginx/mime.types; gzip on; gzip_types *; gzip_static on;
         server {{ {} root {}; index index.html; }}",
        listen_with_tls(place, port),
        folder.display()
    );
    Ok(over_https(start_nginx(place, port, &site)?))
}

fn listen_with_tls(place: &Place, port: u16) -> String {
    let keys = place.target.join(KEYS);
    format!(
        "listen 127.0.0.1:{port} ssl http2; ssl_certificate {}; ssl_certificate_key {};",
        keys.join("certificate.pem").display(),
        keys.join("key.pem").display()
    )
}

fn over_https(mut server: Server) -> Server {
    server.address = server.address.replace("http:", "https:");
    server
}

fn start_nginx(place: &Place, port: u16, site: &str) -> Result<Server> {
    debian::need(place, &["nginx-light", "libnginx-mod-http-brotli-static"], "serving with nginx")
        .or_else(|error| process::which("nginx").map(|_| ()).ok_or(error))?;
    let work = work(place, port)?;
    let module = match Path::new(BROTLI).is_file() {
        true => format!("load_module {BROTLI};\n"),
        false => bail!("nginx has no module for ready-made .br files: {BROTLI} is not there"),
    };
    let dir = work.display();
    // Whoever runs this as root would else serve as somebody who may not read it.
    let user = if debian::is_root() { "user root;\n" } else { "" };
    let whole = format!(
        "{module}{user}daemon off; worker_processes 1; pid {dir}/pid; error_log {dir}/error.log;
         events {{}}
         http {{
             access_log off;
             client_body_temp_path {dir}/body; proxy_temp_path {dir}/proxy; fastcgi_temp_path {dir}/fastcgi;
             uwsgi_temp_path {dir}/uwsgi; scgi_temp_path {dir}/scgi;
             {site}
         }}\n"
    );
    let file = work.join("nginx.conf");
    fs::write(&file, whole)?;
    let nginx = process::which("nginx").unwrap_or_else(|| PathBuf::from("/usr/sbin/nginx"));
    let mut command = Command::new(nginx);
    // Before it has read where its errors go.
    command.arg("-e").arg(work.join("error.log")).arg("-c").arg(&file);
    started(command, port, &work)
}

/// Caddy with the documented configuration, without a certificate. `folder` is its root.
pub fn caddy(place: &Place, folder: &Path) -> Result<Server> {
    if process::which("caddy").is_none() {
        debian::need(place, &["caddy"], "serving with Caddy")?;
    }
    let port = free_port()?;
    let documented = documented(place, "Caddyfile")?;
    let site = filled(
        &documented,
        &[
            ("example.org {", &format!("http://127.0.0.1:{port} {{\n\tbind 127.0.0.1")),
            ("/srv/whereabouts", &folder.display().to_string()),
        ],
    )?;
    let work = work(place, port)?;
    let file = work.join("Caddyfile");
    fs::write(&file, format!("{{\n\tadmin off\n\tauto_https off\n}}\n{site}"))?;
    let mut command = Command::new("caddy");
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(&file);
    command.env("HOME", &work).env("XDG_DATA_HOME", &work).env("XDG_CONFIG_HOME", &work);
    started(command, port, &work)
}

fn documented(place: &Place, name: &str) -> Result<String> {
    let path = place.root.join("docs/serving").join(name);
    fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
}

/// What a reader of the documentation makes theirs, made ours.
fn filled(documented: &str, changes: &[(&str, &str)]) -> Result<String> {
    let mut text = documented.to_owned();
    for (theirs, ours) in changes {
        if text.matches(theirs).count() != 1 {
            bail!("the documented configuration should say `{theirs}` once");
        }
        text = text.replace(theirs, ours);
    }
    Ok(text)
}

fn work(place: &Place, port: u16) -> Result<PathBuf> {
    let work = place.target.join(format!("servers/{port}"));
    let _ = fs::remove_dir_all(&work);
    fs::create_dir_all(&work)?;
    Ok(work)
}

fn started(mut command: Command, port: u16, work: &Path) -> Result<Server> {
    let log = fs::File::create(work.join("output.log"))?;
    let name = command.get_program().display().to_string();
    command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
    let process = command.spawn().with_context(|| format!("`{name}` cannot be started"))?;
    let mut server = Server { process, address: format!("http://127.0.0.1:{port}/") };
    let end = Instant::now() + PATIENCE;
    loop {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Ok(server);
        }
        if server.process.try_wait()?.is_some() || Instant::now() > end {
            let said = fs::read_to_string(work.join("output.log")).unwrap_or_default();
            bail!("{name} does not start: {}", said.trim());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_ours_has_to_be_there_once() {
        assert_eq!(filled("listen 80;", &[("80", "8080")]).unwrap(), "listen 8080;");
        assert!(filled("listen 80;", &[("root", "r")]).is_err());
        assert!(filled("80 80", &[("80", "r")]).is_err());
    }
}
