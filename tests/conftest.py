"""What every test can rely on: the project's defaults, and the same examples at every run."""

import os

from hypothesis import settings

# A variable set in somebody's shell must not decide what a test sees.
for name in [name for name in os.environ if name.startswith("REGIONAL_NEWS_")]:
    del os.environ[name]

# No deadline: a busy machine is no failure.
settings.register_profile("project", derandomize=True, deadline=None, max_examples=100)
settings.load_profile("project")
