"""The real process is killed at random points; what it has done in the end is what it does undisturbed."""
