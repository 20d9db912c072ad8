"""What all tests share: generated cases are the same on every run, and a slow machine is no failure."""

from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")
