//! The routes: articles in as JSON or HTML, taken apart as JSON.

use axum::extract::rejection::JsonRejection;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use chrono::NaiveDate;
use dateline::{Input, Parser};
use serde::Deserialize;
use serde_json::json;

use crate::page::read_page;

/// The largest request body, in bytes. The longest articles have some 200 kB.
pub const MAX_BODY: usize = 2 << 20;

/// The service, around one shared parser.
pub fn service(parser: Parser) -> Router {
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/parse", post(parse_json))
        .route("/parse/html", post(parse_html))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .with_state(parser)
}

#[derive(Deserialize)]
struct Request {
    text: String,
    #[serde(default)]
    published: Option<NaiveDate>,
}

async fn parse_json(State(parser): State<Parser>, body: Result<Json<Request>, JsonRejection>) -> Response {
    match body {
        Ok(Json(request)) => {
            // A parse of an ordinary article takes less than a millisecond: no need for another thread.
            Json(parser.parse(Input::new(request.text).published(request.published))).into_response()
        }
        Err(rejection) => fault(rejection.status(), &rejection.body_text()),
    }
}

async fn parse_html(State(parser): State<Parser>, html: String) -> Response {
    match read_page(&html) {
        Ok(page) => Json(parser.parse(Input::new(page.text).published(page.published))).into_response(),
        Err(error) => fault(StatusCode::UNPROCESSABLE_ENTITY, &error.to_string()),
    }
}

/// An error as JSON, so that a client reads one format.
fn fault(status: StatusCode, message: &str) -> Response {
    (status, Json(json!({ "error": message }))).into_response()
}
