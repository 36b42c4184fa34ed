"""What a participant types into: the questionnaire, the journal, the timer."""
