"""How the page looks: one system typeface, and the colours of static/frame.css given to Gradio."""

from typing import Any

import gradio as gr

SYSTEM = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Liberation Sans", "sans-serif"]


def look() -> dict[str, Any]:
    """The theme, as an argument of `mount_gradio_app`; the page's own style sheet is linked from its head."""
    return {"theme": _theme()}


def _theme() -> gr.themes.Base:
    """Gradio's bare theme, its colours read from the variables of frame.css."""
    theme = gr.themes.Base(font=SYSTEM, font_mono=SYSTEM)
    same = {
        "body_background_fill": "var(--ground)",
        "body_text_color": "var(--ink)",
        "background_fill_primary": "var(--ground)",
        "background_fill_secondary": "var(--ground)",
        "block_background_fill": "transparent",
        "block_border_color": "transparent",
        "block_label_text_color": "var(--ink)",
        "block_info_text_color": "var(--soft)",
        "block_title_text_color": "var(--ink)",
        "border_color_primary": "var(--line)",
        "input_background_fill": "var(--paper)",
        "input_border_color": "var(--edge)",
        "input_border_color_focus": "var(--accent)",
        "input_placeholder_color": "var(--soft)",
        "button_primary_background_fill": "var(--accent)",
        "button_primary_background_fill_hover": "var(--accent-strong)",
        "button_primary_text_color": "var(--on-accent)",
        "button_secondary_background_fill": "var(--paper)",
        "button_secondary_background_fill_hover": "var(--tint)",
        "button_secondary_text_color": "var(--ink)",
        "button_secondary_border_color": "var(--edge)",
        "color_accent": "var(--accent)",
        "loader_color": "var(--accent)",
    }
    both = same | {f"{name}_dark": value for name, value in same.items() if name != "color_accent"}
    return theme.set(**both, block_border_width="0px", block_shadow="none")
