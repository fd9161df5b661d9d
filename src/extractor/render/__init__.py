"""Records to text: one small file a format, each made from the record alone."""
