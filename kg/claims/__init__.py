"""From parsed sentences and mentions to claims: frames, attribution, negation, modality, time."""
