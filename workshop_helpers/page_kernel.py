"""The kernel behind a page: it takes nothing from the folder that the page lies in.

Jupyter starts a kernel in the folder of its notebook, and Python, IPython and libraries look there first: for the
module that starts the kernel itself, for modules that are imported later, for settings such as ``matplotlibrc``. A page
that somebody hands on may bring files of such names. ``share/kernel/kernel.json`` therefore starts this module with
``-P``, which leaves that folder out of the path, and this module leaves the folder itself.
"""

from __future__ import annotations

import os
import sys

from ipykernel.kernelapp import IPKernelApp


def start_away_from_the_page() -> None:
    """Start the kernel that the command line describes, in the folder of the environment that it runs in.

    What lies there is what runs anyway. Side effects: the working folder is another one; ends when the kernel does.
    """
    os.chdir(sys.prefix)
    IPKernelApp.launch_instance(ignore_cwd=True)


if __name__ == "__main__":
    start_away_from_the_page()
