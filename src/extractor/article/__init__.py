"""Bytes to Article: decode, repair, layout, publication date."""
