import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.skipif(sys.platform != "linux", reason="nobody helps on another system")
def test_however_many_processes_compare_a_pair_they_find_the_same_and_fail_the_same() -> None:
    command = [sys.executable, "-m", "tests.compare.comparing"]
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
