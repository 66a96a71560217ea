"""No test measures time: on a busy machine hypothesis too waits for as long as an example takes."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
