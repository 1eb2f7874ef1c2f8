//! The service over a real socket, and both programs as a user starts them.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may panic")]

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::Command;

use dateline::Parser;
use dateline_web::{MAX_BODY, read_page, service};
use serde_json::Value;

/// Starts the service on a free port.
fn start() -> SocketAddr {
    let (send, receive) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            send.send(listener.local_addr().unwrap()).unwrap();
            axum::serve(listener, service(Parser::new())).await.unwrap();
        });
    });
    receive.recv().unwrap()
}

/// One request; the status and the body.
fn ask(address: SocketAddr, head: &str, body: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    let length = body.len();
    // A server that refuses a large body may close before all of it is written.
    let _ =
        write!(stream, "{head}\r\nhost: x\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}");
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{answer:?}"));
    (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
}

const JSON: &str = "POST /parse HTTP/1.1\r\ncontent-type: application/json";

#[test]
fn articles_go_in_and_come_out() {
    let address = start();
    assert_eq!(ask(address, "GET /healthz HTTP/1.1", "").0, 200);
    let (status, body) = ask(address, JSON, r#"{"text": "Rain fell on Oslo.", "published": "2025-05-07"}"#);
    let article: Value = serde_json::from_str(&body).unwrap();
    assert_eq!((status, &article["published"]["date"]), (200, &Value::from("2025-05-07")));
    let (status, body) = ask(address, "POST /parse/html HTTP/1.1", include_str!("../data/page.html"));
    let article: Value = serde_json::from_str(&body).unwrap();
    assert_eq!((status, &article["published"]["date"]), (200, &Value::from("2026-04-17")));
}

/// Every refusal says why, as JSON.
#[track_caller]
fn assert_refused(answer: (u16, String), status: u16) {
    assert_eq!(answer.0, status, "{}", answer.1);
    assert!(serde_json::from_str::<Value>(&answer.1).unwrap()["error"].is_string(), "{}", answer.1);
}

#[test]
fn what_cannot_be_read_is_refused_with_a_reason() {
    let address = start();
    assert_refused(ask(address, JSON, ""), 400);
    assert_refused(ask(address, JSON, "{"), 400);
    assert_refused(ask(address, JSON, "{}"), 422);
    assert_refused(ask(address, JSON, r#"{"text": 7}"#), 422);
    assert_refused(ask(address, JSON, r#"{"text": "x", "published": "2025-02-30"}"#), 422);
    assert_refused(ask(address, "POST /parse HTTP/1.1", r#"{"text": "x"}"#), 415);
    assert_refused(ask(address, "GET /parse HTTP/1.1", ""), 405);
    assert_refused(ask(address, "GET /nowhere HTTP/1.1", ""), 404);
    assert_refused(ask(address, "POST /parse/html HTTP/1.1", "<p>"), 422);
}

#[test]
fn the_limit_is_the_limit() {
    let address = start();
    let body = |bytes: usize| format!(r#"{{"text": "{}"}}"#, "x".repeat(bytes - 12));
    assert_eq!(ask(address, JSON, &body(MAX_BODY)).0, 200);
    assert_refused(ask(address, JSON, &body(MAX_BODY + 1)), 413);
    assert_refused(ask(address, "POST /parse/html HTTP/1.1", &"x".repeat(MAX_BODY + 1)), 413);
}

#[test]
fn many_clients_get_each_their_own() {
    let address = start();
    let client = |day: u32| {
        let body = format!(r#"{{"text": "Rain fell.", "published": "2025-05-{day:02}"}}"#);
        let (status, answer) = ask(address, JSON, &body);
        let article: Value = serde_json::from_str(&answer).unwrap();
        assert_eq!((status, &article["published"]["date"]), (200, &Value::from(format!("2025-05-{day:02}"))));
    };
    std::thread::scope(|scope| {
        (1..=20).for_each(|day| {
            scope.spawn(move || client(day));
        });
    });
}

#[test]
fn a_page_gives_its_article_and_its_day() {
    let page = read_page(include_str!("../data/page.html")).unwrap();
    assert!(page.text.starts_with("Rail link to the coast opens a year late\n"));
    assert!(page.text.contains("GDANSK, Poland (AP)") && !page.text.contains("Home"));
    assert_eq!(page.published.unwrap().to_string(), "2026-04-17");
}

#[test]
fn from_html_prints_the_article_or_says_why_not() {
    let run = |args: &[&str]| Command::new(env!("CARGO_BIN_EXE_from_html")).args(args).output().unwrap();
    let article: Value = serde_json::from_slice(&run(&[]).stdout).unwrap();
    assert_eq!(article["published"]["date"], "2026-04-17");
    let refused = run(&["no/such.html"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8(refused.stderr).unwrap().starts_with("error: no/such.html: "));
}

#[test]
fn serve_says_why_it_cannot_listen() {
    let refused = Command::new(env!("CARGO_BIN_EXE_serve")).arg("no address").output().unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8(refused.stderr).unwrap().starts_with("error: no address: "));
}
