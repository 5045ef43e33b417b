"""How pages are made: `templates` is the theme, `filters` what templates use to show texts, numbers and days."""
