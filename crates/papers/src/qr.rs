//! QR codes as SVG: the slip's way from paper to the page of its thread.

use qrcode::{Color, EcLevel, QrCode};

/// White modules around the code, as ISO/IEC 18004 asks.
const QUIET: usize = 4;

/// A text that no QR code can hold.
#[derive(Debug, thiserror::Error)]
#[error("a QR code cannot hold this: {0}")]
pub struct QrError(String);

/// Draws the text as one path of black modules; `label` says in words what it leads to.
///
/// # Errors
/// [`QrError`] where the text is too long.
pub fn svg(text: &str, label: &str) -> Result<String, QrError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(|e| QrError(e.to_string()))?;
    let width = code.width();
    let side = width + 2 * QUIET;
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                path.push_str(&format!("M{} {}h{}v1h-{}z", x + QUIET, y + QUIET, run.len(), run.len()));
            }
            x += run.len();
        }
    }
    let label = label.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    Ok(format!(
        "<svg class=\"qr\" viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"{label}\" shape-rendering=\"crispEdges\"><path d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drawing_covers_exactly_the_dark_modules() {
        let text = "https://caunoi.example/theo-doi/CDGQ-A83E-DXMJ-0CHPK";
        let Ok(drawn) = svg(text, "a \"b\"") else { unreachable!("a short text fits") };
        let dark = QrCode::with_error_correction_level(text, EcLevel::M)
            .map_or(0, |c| c.to_colors().iter().filter(|c| **c == Color::Dark).count());
        let covered: usize = drawn.split('h').filter_map(|p| p.split_once("v1")).filter_map(|(n, _)| n.parse::<usize>().ok()).sum();
        assert!(dark > 0 && covered == dark);
        assert!(drawn.contains("a &quot;b&quot;"));
    }

    #[test]
    fn what_is_too_long_is_refused() {
        assert!(svg(&"x".repeat(5000), "").is_err());
    }
}
