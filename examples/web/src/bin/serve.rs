//! Serves the parser over HTTP.
//!
//! ```sh
//! cargo run --release -p dateline-web --bin serve                      # on 127.0.0.1:8080
//! cargo run --release -p dateline-web --bin serve -- 0.0.0.0:80        # elsewhere
//! curl -s localhost:8080/parse -H 'content-type: application/json' \
//!     -d '{"text": "“We won,” Ola Berg said on Monday.", "published": "2025-05-07"}'
//! curl -s localhost:8080/parse/html --data-binary @page.html
//! ```
//!
//! Errors are JSON, `{"error": "…"}`, with a status that fits. Bodies have at most a mebibyte. Put it behind a proxy that
//! ends slow connections: this example does not.

use std::error::Error;
use std::process::ExitCode;

use dateline::{Gazetteer, Parser};
use dateline_web::service;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> ExitCode {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    match serve(&address).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {address}: {error}\nusage: serve [ADDRESS:PORT]");
            ExitCode::FAILURE
        }
    }
}

async fn serve(address: &str) -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind(address).await?;
    // Before the first request, not during it.
    Gazetteer::warm_up();
    eprintln!("listening on http://{}", listener.local_addr()?);
    let stop = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    Ok(axum::serve(listener, service(Parser::new())).with_graceful_shutdown(stop).await?)
}
