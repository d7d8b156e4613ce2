"""The parts of the pages on which staff add, mend, delete and take back."""
