"""spaCy factories, one a file; each works in anyone's pipeline by nlp.add_pipe."""
