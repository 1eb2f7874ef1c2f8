//! Serves the parser over HTTP.
//!
//! ```sh
//! cargo run --release -p dateline-web --bin serve            # on 127.0.0.1:8080
//! curl -s localhost:8080/parse -H 'content-type: application/json' \
//!     -d '{"text": "“We won,” Ola Berg said on Monday.", "published": "2025-05-07"}'
//! ```

use std::env;
use std::error::Error;

use dateline::Parser;
use dateline_web::service;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let listener = TcpListener::bind(&address).await?;
    eprintln!("listening on http://{}", listener.local_addr()?);
    let stop = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    axum::serve(listener, service(Parser::new())).with_graceful_shutdown(stop).await?;
    Ok(())
}
