//! As much of HTTP as a development server on this machine needs: one request a connection, each
//! connection on a thread of its own. A browser opens several at once and leaves some of them idle;
//! with a pool of threads it can happen that one file waits for another connection to end, for ever.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::time::Duration;

/// The longest head of a request that is read.
const LONGEST: u64 = 16 * 1024;
/// How long a connection may keep silent.
const PATIENCE: Duration = Duration::from_secs(20);

/// What is sent back.
pub struct Answer {
    /// The number and the words, as `200 OK`.
    pub status: &'static str,
    pub headers: Vec<(&'static str, &'static str)>,
    pub body: Vec<u8>,
}

/// Answers every request to the listener with what `answer` makes of its method and address, until
/// the program ends.
pub fn serve(listener: TcpListener, answer: impl Fn(&str, &str) -> Answer + Send + Sync + 'static) {
    let answer = Arc::new(answer);
    std::thread::spawn(move || {
        for stream in listener.incoming().filter_map(Result::ok) {
            let answer = answer.clone();
            // A reader who has gone away is no concern of ours.
            std::thread::spawn(move || one(&stream, &*answer).ok());
        }
    });
}

fn one(stream: &TcpStream, answer: &impl Fn(&str, &str) -> Answer) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream.take(LONGEST)).lines();
    let Some(request) = lines.next().transpose()? else { return Ok(()) };
    // The rest of the head says nothing that matters here, but has to be read.
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let mut words = request.split(' ');
    let (method, url) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let Answer { status, headers, body } = answer(method, url);
    let mut head = format!("HTTP/1.1 {status}\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("Content-Length: {}\r\nConnection: close\r\n\r\n", body.len()));
    let mut stream = stream;
    stream.write_all(head.as_bytes())?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}
