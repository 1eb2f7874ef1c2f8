//! The routes: articles in as JSON or HTML, taken apart as JSON.

use std::num::NonZero;
use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::Instant;

use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, JsonRejection};
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::NaiveDate;
use dateline::{Article, Input, Parser};
use serde::Deserialize;
use serde_json::json;
use tokio::sync::Semaphore;

use crate::page::read_page;

/// The largest request body, in bytes: ten times the longest articles, and little enough that no text makes a parse
/// take more than some 300 MB.
pub const MAX_BODY: usize = 1 << 20;

/// How long the article took, in milliseconds.
const TIMING: HeaderName = HeaderName::from_static("server-timing");

/// The service, around one shared parser.
pub fn service(parser: Parser) -> Router {
    let cores = available_parallelism().map_or(1, NonZero::get);
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/parse", post(parse_json))
        .route("/parse/html", post(parse_html))
        .fallback(async || {
            fault(StatusCode::NOT_FOUND, "no such path: POST /parse, POST /parse/html, GET /healthz")
        })
        .method_not_allowed_fallback(async || {
            fault(StatusCode::METHOD_NOT_ALLOWED, "no such method on this path")
        })
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .with_state(Worker { parser, slots: Arc::new(Semaphore::new(cores)) })
}

/// Parses beside the threads that serve, as many articles at a time as there are cores: the others wait their turn
/// and take no memory.
#[derive(Clone)]
struct Worker {
    parser: Parser,
    slots: Arc<Semaphore>,
}

/// What a request asks for, or why it cannot be had.
type Asked = Result<Input<'static>, (StatusCode, String)>;

impl Worker {
    async fn answer(self, ask: impl FnOnce() -> Asked + Send + 'static) -> Response {
        // The slots are never closed, and a parse does not panic.
        let Ok(_slot) = self.slots.acquire().await else { return unavailable() };
        let parser = self.parser.clone();
        let work = move || ask().map(|input| timed(|| parser.parse(input)));
        match tokio::task::spawn_blocking(work).await {
            Ok(Ok((article, timing))) => ([(TIMING, timing)], Json(article)).into_response(),
            Ok(Err((status, message))) => fault(status, &message),
            Err(_) => unavailable(),
        }
    }
}

fn timed(parse: impl FnOnce() -> Article<'static>) -> (Article<'static>, String) {
    let started = Instant::now();
    let article = parse();
    (article, format!("parse;dur={:.3}", started.elapsed().as_secs_f64() * 1e3))
}

#[derive(Deserialize)]
struct Request {
    text: String,
    #[serde(default)]
    published: Option<NaiveDate>,
}

async fn parse_json(State(worker): State<Worker>, body: Result<Json<Request>, JsonRejection>) -> Response {
    match body {
        Ok(Json(request)) => {
            worker.answer(move || Ok(Input::new(request.text).published(request.published))).await
        }
        Err(rejection) => fault(rejection.status(), &rejection.body_text()),
    }
}

/// A page is read as UTF-8; other bytes become U+FFFD.
async fn parse_html(State(worker): State<Worker>, body: Result<Bytes, BytesRejection>) -> Response {
    match body {
        Ok(html) => {
            let ask = move || match read_page(&String::from_utf8_lossy(&html)) {
                Ok(page) => Ok(Input::new(page.text).published(page.published)),
                Err(error) => Err((StatusCode::UNPROCESSABLE_ENTITY, error.to_string())),
            };
            worker.answer(ask).await
        }
        Err(rejection) => fault(rejection.status(), &rejection.body_text()),
    }
}

fn unavailable() -> Response {
    fault(StatusCode::SERVICE_UNAVAILABLE, "the service is stopping")
}

/// An error as JSON, so that a client reads one format.
fn fault(status: StatusCode, message: &str) -> Response {
    (status, Json(json!({ "error": message }))).into_response()
}
