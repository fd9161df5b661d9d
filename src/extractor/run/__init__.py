"""A command over many articles: spread over processes, resumed, shown, written, ended."""
