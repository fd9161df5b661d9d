"""The model's entities, the listed names and the rules to marked stretches of text: `mark` weighs them, each other file knows one kind of evidence."""
